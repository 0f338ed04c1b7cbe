using System;
using CqpPortal.Database.OpenData;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CqpPortal.Database.Migrations
{
    /// <inheritdoc />
    public partial class OpenData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "catalogue_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<long>(type: "bigint", nullable: true),
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fields = table.Column<string[]>(type: "text[]", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_catalogue_changes_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "public_documents",
                columns: table => new
                {
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "json", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_documents", x => x.certification_id);
                    table.ForeignKey(
                        name: "fk_public_documents_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_changes_certification_id_number",
                table: "catalogue_changes",
                columns: new[] { "certification_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_changes_number",
                table: "catalogue_changes",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalogue_changes_unnumbered",
                table: "catalogue_changes",
                column: "id",
                filter: "number is null");

            migrationBuilder.Sql(OpenDataConfiguration.Numbering);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(OpenDataConfiguration.WithoutNumbering);

            migrationBuilder.DropTable(
                name: "catalogue_changes");

            migrationBuilder.DropTable(
                name: "public_documents");
        }
    }
}
