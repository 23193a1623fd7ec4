using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dmk.Maturity.Storage.Migrations.Maturity
{
    /// <inheritdoc />
    public partial class ReaderSessions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "created",
                table: "tokens",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "demo",
                table: "tokens",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "revoked",
                table: "tokens",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "reader_sessions",
                columns: table => new
                {
                    session_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    expires = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reader_sessions", x => x.session_hash);
                    table.ForeignKey(
                        name: "FK_reader_sessions_tokens_token_hash",
                        column: x => x.token_hash,
                        principalTable: "tokens",
                        principalColumn: "token_hash",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reader_sessions_expires",
                table: "reader_sessions",
                column: "expires");

            migrationBuilder.CreateIndex(
                name: "IX_reader_sessions_token_hash",
                table: "reader_sessions",
                column: "token_hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reader_sessions");

            migrationBuilder.DropColumn(
                name: "created",
                table: "tokens");

            migrationBuilder.DropColumn(
                name: "demo",
                table: "tokens");

            migrationBuilder.DropColumn(
                name: "revoked",
                table: "tokens");
        }
    }
}
