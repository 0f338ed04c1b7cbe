using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace CqpPortal.Database.Migrations
{
    /// <inheritdoc />
    public partial class FicheMirror : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "register_drops",
                columns: table => new
                {
                    register = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    drop_date = table.Column<DateOnly>(type: "date", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fiches = table.Column<int>(type: "integer", nullable: false),
                    rejected = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_drops", x => new { x.register, x.format });
                });

            migrationBuilder.CreateTable(
                name: "register_fiches",
                columns: table => new
                {
                    number = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    format = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    register = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    drop_date = table.Column<DateOnly>(type: "date", nullable: false),
                    disappeared_on = table.Column<DateOnly>(type: "date", nullable: true),
                    last_seen_on = table.Column<DateOnly>(type: "date", nullable: true),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "portal_vector(title)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_fiches", x => new { x.number, x.format });
                });

            migrationBuilder.CreateIndex(
                name: "ix_register_fiches_words",
                table: "register_fiches",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "register_drops");

            migrationBuilder.DropTable(
                name: "register_fiches");
        }
    }
}
