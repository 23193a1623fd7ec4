using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dmk.Maturity.Storage.Migrations.Maturity
{
    /// <inheritdoc />
    public partial class QuestionnaireVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "version_mix",
                table: "shown_marks",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "detail",
                table: "events",
                type: "TEXT",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_study_questionnaires_questionnaire_id_questionnaire_version",
                table: "study_questionnaires",
                columns: new[] { "questionnaire_id", "questionnaire_version" });

            migrationBuilder.CreateIndex(
                name: "IX_study_questionnaires_study_questionnaire_id_questionnaire_version",
                table: "study_questionnaires",
                columns: new[] { "study", "questionnaire_id", "questionnaire_version" },
                unique: true);

            // Until now a study had one version, the one that its file names.
            migrationBuilder.Sql("INSERT INTO study_questionnaires (study, place, questionnaire_id, questionnaire_version, added_at) SELECT id, 0, questionnaire_id, questionnaire_version, published_at FROM studies");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "study_questionnaires");

            migrationBuilder.DropColumn(
                name: "version_mix",
                table: "shown_marks");

            migrationBuilder.DropColumn(
                name: "detail",
                table: "events");
        }
    }
}
