using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CqpPortal.Database.Migrations
{
    /// <inheritdoc />
    public partial class Records : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "applications",
                table: "entries",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<string>(
                name: "records",
                table: "entries",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'::jsonb");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answered_at",
                table: "contradictions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answered_by",
                table: "contradictions",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "contradictions",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "suppression_reason",
                table: "certifications",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "applications",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "records",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "answered_at",
                table: "contradictions");

            migrationBuilder.DropColumn(
                name: "answered_by",
                table: "contradictions");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "contradictions");

            migrationBuilder.DropColumn(
                name: "suppression_reason",
                table: "certifications");
        }
    }
}
