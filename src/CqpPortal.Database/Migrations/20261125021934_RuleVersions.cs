using System;
using CqpPortal.Database.Eligibility;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CqpPortal.Database.Migrations
{
    /// <inheritdoc />
    public partial class RuleVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "closed_previous",
                table: "rules",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "asked_questions",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    parameters = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asked_questions", x => new { x.asked_on, x.kind, x.parameters });
                    table.CheckConstraint("ck_asked_questions_count", "count > 0");
                });
            migrationBuilder.Sql(RulesInForce.Protect);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(RulesInForce.Unprotect);
            migrationBuilder.DropTable(
                name: "asked_questions");

            migrationBuilder.DropColumn(
                name: "closed_previous",
                table: "rules");
        }
    }
}
