using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CqpPortal.Database.Migrations
{
    /// <inheritdoc />
    public partial class Habilitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_cpf_listings",
                table: "cpf_listings");

            migrationBuilder.AddColumn<bool>(
                name: "partners_known",
                table: "registrations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AlterColumn<string>(
                name: "branch",
                table: "cpf_listings",
                type: "character varying(4)",
                maxLength: 4,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(4)",
                oldMaxLength: 4);

            migrationBuilder.AddColumn<int>(
                name: "id",
                table: "cpf_listings",
                type: "integer",
                nullable: false,
                defaultValue: 0)
                .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

            migrationBuilder.AddColumn<string>(
                name: "region",
                table: "cpf_listings",
                type: "character varying(2)",
                maxLength: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scope",
                table: "cpf_listings",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                // Until then a list was that of a branch.
                defaultValue: "Branch");

            migrationBuilder.AddPrimaryKey(
                name: "pk_cpf_listings",
                table: "cpf_listings",
                column: "id");

            migrationBuilder.CreateTable(
                name: "habilitations",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    registration_id = table.Column<int>(type: "integer", nullable: false),
                    siret = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    may_train = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    active_from = table.Column<DateOnly>(type: "date", nullable: true),
                    active_until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_habilitations", x => x.id);
                    table.CheckConstraint("ck_habilitations_period", "active_until >= active_from and (active_until is null or active_from is not null)");
                    table.CheckConstraint("ck_habilitations_siret", "siret ~ '^[0-9]{14}$'");
                    table.ForeignKey(
                        name: "fk_habilitations_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cpf_listings_once",
                table: "cpf_listings",
                columns: new[] { "certification_id", "scope", "branch", "region", "listed_from" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.AddCheckConstraint(
                name: "ck_cpf_listings_scope",
                table: "cpf_listings",
                sql: "(scope = 'Branch') = (branch is not null) and (scope = 'Regional') = (region is not null) and (region is null or region ~ '^[0-9][0-9AB]$')");

            migrationBuilder.CreateIndex(
                name: "ix_habilitations_registration_id_siret",
                table: "habilitations",
                columns: new[] { "registration_id", "siret" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "habilitations");

            migrationBuilder.DropPrimaryKey(
                name: "pk_cpf_listings",
                table: "cpf_listings");

            migrationBuilder.DropIndex(
                name: "ix_cpf_listings_once",
                table: "cpf_listings");

            migrationBuilder.DropCheckConstraint(
                name: "ck_cpf_listings_scope",
                table: "cpf_listings");

            migrationBuilder.DropColumn(
                name: "partners_known",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "id",
                table: "cpf_listings");

            migrationBuilder.DropColumn(
                name: "region",
                table: "cpf_listings");

            migrationBuilder.DropColumn(
                name: "scope",
                table: "cpf_listings");

            migrationBuilder.AlterColumn<string>(
                name: "branch",
                table: "cpf_listings",
                type: "character varying(4)",
                maxLength: 4,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "character varying(4)",
                oldMaxLength: 4,
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_cpf_listings",
                table: "cpf_listings",
                columns: new[] { "certification_id", "branch", "listed_from" });
        }
    }
}
