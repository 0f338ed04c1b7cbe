using System;
using CqpPortal.Database.Eligibility;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CqpPortal.Database.Migrations
{
    /// <inheritdoc />
    public partial class Eligibility : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "certification_facts",
                columns: table => new
                {
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "json", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certification_facts", x => x.certification_id);
                    table.ForeignKey(
                        name: "fk_certification_facts_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rules",
                columns: table => new
                {
                    series = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    id = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    topic = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    effective_until = table.Column<DateOnly>(type: "date", nullable: true),
                    parameters = table.Column<string>(type: "jsonb", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    explanation = table.Column<string>(type: "jsonb", nullable: false),
                    texts = table.Column<string>(type: "jsonb", nullable: false),
                    confidence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rules", x => new { x.series, x.effective_from });
                    table.CheckConstraint("ck_rules_names", "btrim(id) <> '' and btrim(series) <> ''");
                    table.CheckConstraint("ck_rules_period", "effective_until >= effective_from");
                });

            migrationBuilder.Sql(RuleConfiguration.NoOverlap);
            migrationBuilder.Sql(FactsConfiguration.Storage);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index ix_certifications_local_code_upper");

            migrationBuilder.DropTable(
                name: "certification_facts");

            migrationBuilder.DropTable(
                name: "rules");
        }
    }
}
