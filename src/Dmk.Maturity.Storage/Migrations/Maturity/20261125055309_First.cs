using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dmk.Maturity.Storage.Migrations.Maturity
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "counters",
                columns: table => new
                {
                    land = table.Column<string>(type: "TEXT", nullable: false),
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counters", x => new { x.land, x.study });
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    land = table.Column<string>(type: "TEXT", nullable: false),
                    response = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "index_models",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_index_models", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "questionnaires",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_questionnaires", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    land = table.Column<string>(type: "TEXT", nullable: false),
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    response = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.token_hash);
                });

            migrationBuilder.CreateTable(
                name: "shown_marks",
                columns: table => new
                {
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    marks = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version_mix = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shown_marks", x => x.study);
                });

            migrationBuilder.CreateTable(
                name: "tokens",
                columns: table => new
                {
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    land = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    expires = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tokens", x => x.token_hash);
                });

            migrationBuilder.CreateTable(
                name: "studies",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    questionnaire_id = table.Column<string>(type: "TEXT", nullable: false),
                    questionnaire_version = table.Column<string>(type: "TEXT", nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    phase = table.Column<int>(type: "INTEGER", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_studies", x => x.id);
                    table.ForeignKey(
                        name: "FK_studies_questionnaires_questionnaire_id_questionnaire_version",
                        columns: x => new { x.questionnaire_id, x.questionnaire_version },
                        principalTable: "questionnaires",
                        principalColumns: new[] { "id", "version" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "strata",
                columns: table => new
                {
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    cell = table.Column<string>(type: "TEXT", nullable: false),
                    population = table.Column<long>(type: "INTEGER", nullable: false),
                    sampled = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_strata", x => new { x.study, x.cell });
                    table.ForeignKey(
                        name: "FK_strata_studies_study",
                        column: x => x.study,
                        principalTable: "studies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "study_index_models",
                columns: table => new
                {
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    index_model = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_study_index_models", x => new { x.study, x.index_model });
                    table.ForeignKey(
                        name: "FK_study_index_models_index_models_index_model",
                        column: x => x.index_model,
                        principalTable: "index_models",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_study_index_models_studies_study",
                        column: x => x.study,
                        principalTable: "studies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "study_questionnaires",
                columns: table => new
                {
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    questionnaire_id = table.Column<string>(type: "TEXT", nullable: false),
                    questionnaire_version = table.Column<string>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_study_questionnaires", x => new { x.study, x.place });
                    table.ForeignKey(
                        name: "FK_study_questionnaires_questionnaires_questionnaire_id_questionnaire_version",
                        columns: x => new { x.questionnaire_id, x.questionnaire_version },
                        principalTable: "questionnaires",
                        principalColumns: new[] { "id", "version" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_study_questionnaires_studies_study",
                        column: x => x.study,
                        principalTable: "studies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    land = table.Column<string>(type: "TEXT", nullable: false),
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", nullable: false),
                    stratum = table.Column<string>(type: "TEXT", nullable: false),
                    persons = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_units", x => new { x.land, x.study, x.unit_id });
                    table.ForeignKey(
                        name: "FK_units_strata_study_stratum",
                        columns: x => new { x.study, x.stratum },
                        principalTable: "strata",
                        principalColumns: new[] { "study", "cell" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "responses",
                columns: table => new
                {
                    land = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    answers = table.Column<byte[]>(type: "BLOB", nullable: false),
                    changes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    questionnaire_id = table.Column<string>(type: "TEXT", nullable: false),
                    questionnaire_version = table.Column<string>(type: "TEXT", nullable: false),
                    questionnaire_hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responses", x => new { x.land, x.id });
                    table.ForeignKey(
                        name: "FK_responses_units_land_study_unit_id",
                        columns: x => new { x.land, x.study, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "land", "study", "unit_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    code_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    land = table.Column<string>(type: "TEXT", nullable: false),
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    response = table.Column<byte[]>(type: "BLOB", nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitations", x => x.code_hash);
                    table.ForeignKey(
                        name: "FK_invitations_responses_land_response",
                        columns: x => new { x.land, x.response },
                        principalTable: "responses",
                        principalColumns: new[] { "land", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "submissions",
                columns: table => new
                {
                    land = table.Column<string>(type: "TEXT", nullable: false),
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    response = table.Column<byte[]>(type: "BLOB", nullable: false),
                    idempotency_key = table.Column<string>(type: "TEXT", nullable: false),
                    receipt_number = table.Column<string>(type: "TEXT", nullable: false),
                    receipt_hash = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    cell = table.Column<string>(type: "TEXT", nullable: false),
                    confirmations = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submissions", x => new { x.land, x.study, x.sequence });
                    table.ForeignKey(
                        name: "FK_submissions_responses_land_response",
                        columns: x => new { x.land, x.response },
                        principalTable: "responses",
                        principalColumns: new[] { "land", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "scores",
                columns: table => new
                {
                    land = table.Column<string>(type: "TEXT", nullable: false),
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    index_model = table.Column<int>(type: "INTEGER", nullable: false),
                    values = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scores", x => new { x.land, x.study, x.sequence, x.index_model });
                    table.ForeignKey(
                        name: "FK_scores_submissions_land_study_sequence",
                        columns: x => new { x.land, x.study, x.sequence },
                        principalTable: "submissions",
                        principalColumns: new[] { "land", "study", "sequence" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_events_land_response",
                table: "events",
                columns: new[] { "land", "response" });

            migrationBuilder.CreateIndex(
                name: "IX_index_models_id_version",
                table: "index_models",
                columns: new[] { "id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitations_land_response",
                table: "invitations",
                columns: new[] { "land", "response" });

            migrationBuilder.CreateIndex(
                name: "IX_responses_land_study_unit_id",
                table: "responses",
                columns: new[] { "land", "study", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_expires",
                table: "sessions",
                column: "expires");

            migrationBuilder.CreateIndex(
                name: "IX_studies_questionnaire_id_questionnaire_version",
                table: "studies",
                columns: new[] { "questionnaire_id", "questionnaire_version" });

            migrationBuilder.CreateIndex(
                name: "IX_study_index_models_index_model",
                table: "study_index_models",
                column: "index_model");

            migrationBuilder.CreateIndex(
                name: "IX_study_questionnaires_questionnaire_id_questionnaire_version",
                table: "study_questionnaires",
                columns: new[] { "questionnaire_id", "questionnaire_version" });

            migrationBuilder.CreateIndex(
                name: "IX_study_questionnaires_study_questionnaire_id_questionnaire_version",
                table: "study_questionnaires",
                columns: new[] { "study", "questionnaire_id", "questionnaire_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_submissions_land_response_idempotency_key",
                table: "submissions",
                columns: new[] { "land", "response", "idempotency_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_units_land_study_place",
                table: "units",
                columns: new[] { "land", "study", "place" });

            migrationBuilder.CreateIndex(
                name: "IX_units_study_stratum",
                table: "units",
                columns: new[] { "study", "stratum" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counters");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "scores");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "shown_marks");

            migrationBuilder.DropTable(
                name: "study_index_models");

            migrationBuilder.DropTable(
                name: "study_questionnaires");

            migrationBuilder.DropTable(
                name: "tokens");

            migrationBuilder.DropTable(
                name: "submissions");

            migrationBuilder.DropTable(
                name: "index_models");

            migrationBuilder.DropTable(
                name: "responses");

            migrationBuilder.DropTable(
                name: "units");

            migrationBuilder.DropTable(
                name: "strata");

            migrationBuilder.DropTable(
                name: "studies");

            migrationBuilder.DropTable(
                name: "questionnaires");
        }
    }
}
