using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dmk.Maturity.Storage.Migrations.Maturity
{
    /// <inheritdoc />
    public partial class Rescorings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "added_at",
                table: "study_index_models",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "model_hash",
                table: "scores",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "rescorings",
                columns: table => new
                {
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    index_model = table.Column<int>(type: "INTEGER", nullable: false),
                    land = table.Column<string>(type: "TEXT", nullable: false),
                    done = table.Column<long>(type: "INTEGER", nullable: false),
                    target = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rescorings", x => new { x.study, x.land, x.index_model });
                    table.ForeignKey(
                        name: "FK_rescorings_study_index_models_study_index_model",
                        columns: x => new { x.study, x.index_model },
                        principalTable: "study_index_models",
                        principalColumns: new[] { "study", "index_model" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_rescorings_study_index_model",
                table: "rescorings",
                columns: new[] { "study", "index_model" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rescorings");

            migrationBuilder.DropColumn(
                name: "added_at",
                table: "study_index_models");

            migrationBuilder.DropColumn(
                name: "model_hash",
                table: "scores");
        }
    }
}
