using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dmk.Maturity.Storage.Migrations.Maturity
{
    /// <inheritdoc />
    public partial class CodesAndAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "last_used",
                table: "tokens",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "exported_at",
                table: "invitations",
                type: "INTEGER",
                nullable: true);

            // Earlier servers wrote nearly every code into a file: letters that may have been sent must not end.
            migrationBuilder.Sql("UPDATE invitations SET exported_at = issued_at");

            migrationBuilder.CreateTable(
                name: "audit_log",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    study = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_log", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_land_response",
                table: "sessions",
                columns: new[] { "land", "response" });

            migrationBuilder.Sql(
                "CREATE TRIGGER audit_log_keeps BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is only appended to'); END");
            migrationBuilder.Sql(
                "CREATE TRIGGER audit_log_stands BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'the audit log is only appended to'); END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_log");

            migrationBuilder.DropIndex(
                name: "IX_sessions_land_response",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "last_used",
                table: "tokens");

            migrationBuilder.DropColumn(
                name: "exported_at",
                table: "invitations");
        }
    }
}
