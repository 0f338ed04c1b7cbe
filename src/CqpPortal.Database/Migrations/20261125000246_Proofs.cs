using System;
using CqpPortal.Database.Eligibility;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CqpPortal.Database.Migrations
{
    /// <inheritdoc />
    public partial class Proofs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "proofs",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(11)", maxLength: 11, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    french = table.Column<string>(type: "json", nullable: false),
                    english = table.Column<string>(type: "json", nullable: false),
                    rules_version = table.Column<string>(type: "text", nullable: false),
                    data_date = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proofs", x => x.code);
                });

            migrationBuilder.Sql(ProofConfiguration.NeverChanged);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ProofConfiguration.MayBeChanged);
            migrationBuilder.DropTable(
                name: "proofs");
        }
    }
}
