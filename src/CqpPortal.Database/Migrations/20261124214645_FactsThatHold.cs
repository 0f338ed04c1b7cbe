using CqpPortal.Database.Certifications;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CqpPortal.Database.Migrations
{
    /// <inheritdoc />
    public partial class FactsThatHold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_successions_certification_id",
                table: "successions");

            migrationBuilder.AddCheckConstraint(
                name: "ck_transmissions_day",
                table: "transmissions",
                sql: "(authority = 'Cncp') = (sent_on < date '2019-01-01')");

            migrationBuilder.CreateIndex(
                name: "ix_successions_certification_id_external_number",
                table: "successions",
                columns: new[] { "certification_id", "external_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_successions_certification_id_successor_id",
                table: "successions",
                columns: new[] { "certification_id", "successor_id" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_successions_not_itself",
                table: "successions",
                sql: "successor_id <> certification_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_registrations_withdrawal",
                table: "registrations",
                sql: "withdrawn_on between coalesce(published_on, effect_on, decided_on, withdrawn_on) and ends_on");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cpf_listings_days",
                table: "cpf_listings",
                sql: "listed_from between date '2015-01-01' and listed_until and listed_until <= date '2018-12-31'");

            migrationBuilder.Sql(CertificationRules.BranchesOfCqpiTogether);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function check_branches_of_cqpi() cascade;" + CertificationRules.BranchesOfCqpi);

            migrationBuilder.DropCheckConstraint(
                name: "ck_transmissions_day",
                table: "transmissions");

            migrationBuilder.DropIndex(
                name: "ix_successions_certification_id_external_number",
                table: "successions");

            migrationBuilder.DropIndex(
                name: "ix_successions_certification_id_successor_id",
                table: "successions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_successions_not_itself",
                table: "successions");

            migrationBuilder.DropCheckConstraint(
                name: "ck_registrations_withdrawal",
                table: "registrations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_cpf_listings_days",
                table: "cpf_listings");

            migrationBuilder.CreateIndex(
                name: "ix_successions_certification_id",
                table: "successions",
                column: "certification_id");
        }
    }
}
