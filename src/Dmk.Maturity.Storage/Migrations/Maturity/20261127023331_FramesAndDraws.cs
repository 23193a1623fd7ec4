using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dmk.Maturity.Storage.Migrations.Maturity
{
    /// <inheritdoc />
    public partial class FramesAndDraws : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<int>(
                name: "persons",
                table: "units",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<byte[]>(
                name: "previous",
                table: "units",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "wz",
                table: "units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "frames",
                columns: table => new
                {
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    units = table.Column<long>(type: "INTEGER", nullable: false),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frames", x => x.study);
                    table.ForeignKey(
                        name: "FK_frames_studies_study",
                        column: x => x.study,
                        principalTable: "studies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draws",
                columns: table => new
                {
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    seed = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn = table.Column<long>(type: "INTEGER", nullable: false),
                    drawn_at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draws", x => x.study);
                    table.ForeignKey(
                        name: "FK_draws_frames_study",
                        column: x => x.study,
                        principalTable: "frames",
                        principalColumn: "study",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "frame_units",
                columns: table => new
                {
                    study = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<string>(type: "TEXT", nullable: false),
                    stratum = table.Column<string>(type: "TEXT", nullable: false),
                    persons = table.Column<int>(type: "INTEGER", nullable: true),
                    wz = table.Column<string>(type: "TEXT", nullable: true),
                    previous = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frame_units", x => new { x.study, x.unit_id });
                    table.ForeignKey(
                        name: "FK_frame_units_frames_study",
                        column: x => x.study,
                        principalTable: "frames",
                        principalColumn: "study",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_frame_units_study_stratum",
                table: "frame_units",
                columns: new[] { "study", "stratum" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "draws");

            migrationBuilder.DropTable(
                name: "frame_units");

            migrationBuilder.DropTable(
                name: "frames");

            migrationBuilder.DropColumn(
                name: "previous",
                table: "units");

            migrationBuilder.DropColumn(
                name: "wz",
                table: "units");

            migrationBuilder.AlterColumn<int>(
                name: "persons",
                table: "units",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
