using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dmk.Maturity.Storage.Migrations.Maturity
{
    /// <inheritdoc />
    public partial class DraftsByLand : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_responses_study_land",
                table: "responses",
                columns: new[] { "study", "land" },
                filter: "status = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_responses_study_land",
                table: "responses");
        }
    }
}
