using CqpPortal.Database.Certifications;
using CqpPortal.Database.Search;
using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

namespace CqpPortal.Database.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gist", ",,")
                .Annotation("Npgsql:PostgresExtension:fuzzystrmatch", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .Annotation("Npgsql:PostgresExtension:unaccent", ",,");

            migrationBuilder.Sql(SearchConfiguration.TextSearch);

            migrationBuilder.CreateTable(
                name: "branch_committees",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    acronym = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    branches = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_branch_committees", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "branches",
                columns: table => new
                {
                    idcc = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    full_title = table.Column<string>(type: "text", nullable: false),
                    opco = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_branches", x => x.idcc);
                });

            migrationBuilder.CreateTable(
                name: "certifications",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    slug = table.Column<string>(type: "character varying(88)", maxLength: 88, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    local_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    work_situations = table.Column<string>(type: "text", nullable: true),
                    target_jobs = table.Column<string[]>(type: "text[]", nullable: false),
                    suppressed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    entry_prerequisites = table.Column<string>(type: "text", nullable: true),
                    partial_validation = table.Column<string>(type: "text", nullable: true),
                    purpose = table.Column<string>(type: "text", nullable: true),
                    regulated_activity = table.Column<string>(type: "text", nullable: true),
                    sectors = table.Column<string>(type: "text", nullable: true),
                    validation_prerequisites = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certifications", x => x.id);
                    table.CheckConstraint("ck_certifications_title", "btrim(title) <> ''");
                });

            migrationBuilder.CreateTable(
                name: "job_names",
                columns: table => new
                {
                    rome = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "portal_vector(name)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_names", x => new { x.rome, x.name });
                });

            migrationBuilder.CreateTable(
                name: "promotion_candidates",
                columns: table => new
                {
                    number = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    drop_date = table.Column<DateOnly>(type: "date", nullable: false),
                    is_cqp = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promotion_candidates", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "reference_terms",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    label = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_terms", x => new { x.kind, x.code });
                });

            migrationBuilder.CreateTable(
                name: "reference_versions",
                columns: table => new
                {
                    file_name = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_versions", x => x.file_name);
                });

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
                    links = table.Column<string[]>(type: "text[]", nullable: false),
                    document = table.Column<string>(type: "jsonb", nullable: false),
                    words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false, computedColumnSql: "portal_vector(title)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_fiches", x => new { x.number, x.format });
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    uses = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => x.word);
                });

            migrationBuilder.CreateTable(
                name: "synonyms",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false),
                    meaning = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_synonyms", x => new { x.word, x.meaning });
                });

            migrationBuilder.CreateTable(
                name: "access_routes",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    jury = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_routes", x => new { x.certification_id, x.code });
                    table.ForeignKey(
                        name: "fk_access_routes_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "activities",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    certification_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activities", x => x.id);
                    table.ForeignKey(
                        name: "fk_activities_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    method = table.Column<string>(type: "text", nullable: true),
                    criteria = table.Column<string[]>(type: "text[]", nullable: false),
                    threshold = table.Column<string>(type: "text", nullable: true),
                    certification_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessments_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "classification_codes",
                columns: table => new
                {
                    classification = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    certification_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_classification_codes", x => new { x.certification_id, x.classification, x.code });
                    table.ForeignKey(
                        name: "fk_classification_codes_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "committee_decisions",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    committee = table.Column<string>(type: "character varying(80)", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    certification_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committee_decisions", x => new { x.certification_id, x.committee, x.kind, x.decided_on });
                    table.ForeignKey(
                        name: "fk_committee_decisions_branch_committees_committee",
                        column: x => x.committee,
                        principalTable: "branch_committees",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_committee_decisions_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contradictions",
                columns: table => new
                {
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    fact = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ours = table.Column<string>(type: "text", nullable: false),
                    theirs = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    drop_date = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contradictions", x => new { x.certification_id, x.fact });
                    table.ForeignKey(
                        name: "fk_contradictions_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cpf_listings",
                columns: table => new
                {
                    branch = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    listed_from = table.Column<DateOnly>(type: "date", nullable: false),
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    listed_until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cpf_listings", x => new { x.certification_id, x.branch, x.listed_from });
                    table.CheckConstraint("ck_cpf_listings_days", "listed_from between date '2015-01-01' and listed_until and listed_until <= date '2018-12-31'");
                    table.ForeignKey(
                        name: "fk_cpf_listings_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "fact_sources",
                columns: table => new
                {
                    fact = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fact_sources", x => new { x.certification_id, x.fact });
                    table.ForeignKey(
                        name: "fk_fact_sources_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "owning_branches",
                columns: table => new
                {
                    branch = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    committee = table.Column<string>(type: "character varying(80)", nullable: true),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: true),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_owning_branches", x => new { x.certification_id, x.branch });
                    table.CheckConstraint("ck_owning_branches_period", "left_on >= joined_on");
                    table.ForeignKey(
                        name: "fk_owning_branches_branch_committees_committee",
                        column: x => x.committee,
                        principalTable: "branch_committees",
                        principalColumn: "key",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_owning_branches_branches_branch",
                        column: x => x.branch,
                        principalTable: "branches",
                        principalColumn: "idcc",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_owning_branches_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "promotion_evidence",
                columns: table => new
                {
                    number = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promotion_evidence", x => x.number);
                    table.ForeignKey(
                        name: "fk_promotion_evidence_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registrations",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    level = table.Column<short>(type: "smallint", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    effect_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    delivery_deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    suspensions = table.Column<NpgsqlRange<DateOnly>[]>(type: "datemultirange", nullable: false, defaultValueSql: "'{}'::datemultirange")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registrations", x => x.id);
                    table.CheckConstraint("ck_registrations_dates", "published_on >= decided_on and ends_on >= coalesce(published_on, effect_on, decided_on) and delivery_deadline >= ends_on");
                    table.CheckConstraint("ck_registrations_level", "level between 1 and 8 and (level is null or number like 'RNCP%')");
                    table.CheckConstraint("ck_registrations_number", "number ~ '^(RNCP|RS)[1-9][0-9]{0,4}$'");
                    table.CheckConstraint("ck_registrations_withdrawal", "withdrawn_on between coalesce(published_on, effect_on, decided_on, withdrawn_on) and ends_on");
                    table.ForeignKey(
                        name: "fk_registrations_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "search_documents",
                columns: table => new
                {
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    since = table.Column<DateOnly[]>(type: "date[]", nullable: false),
                    states = table.Column<short[]>(type: "smallint[]", nullable: false),
                    facets = table.Column<string>(type: "text", nullable: false),
                    sort_title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title_words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false),
                    job_words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false),
                    skill_words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false),
                    all_words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_documents", x => x.certification_id);
                    table.ForeignKey(
                        name: "fk_search_documents_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "skill_blocks",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    position = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    title = table.Column<string>(type: "text", nullable: true),
                    certification_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_skill_blocks", x => x.id);
                    table.ForeignKey(
                        name: "fk_skill_blocks_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "successions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    successor_id = table.Column<int>(type: "integer", nullable: true),
                    external_number = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: true),
                    external_title = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: true),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    certification_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_successions", x => x.id);
                    table.CheckConstraint("ck_successions_not_itself", "successor_id <> certification_id");
                    table.CheckConstraint("ck_successions_one_target", "(successor_id is null) <> (external_number is null)");
                    table.ForeignKey(
                        name: "fk_successions_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_successions_certifications_successor_id",
                        column: x => x.successor_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "transmissions",
                columns: table => new
                {
                    authority = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    certification_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transmissions", x => new { x.certification_id, x.authority, x.sent_on });
                    table.CheckConstraint("ck_transmissions_day", "(authority = 'Cncp') = (sent_on < date '2019-01-01')");
                    table.ForeignKey(
                        name: "fk_transmissions_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "year_statistics",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    certification_id = table.Column<int>(type: "integer", nullable: false),
                    certified = table.Column<int>(type: "integer", nullable: false),
                    certified_by_vae = table.Column<int>(type: "integer", nullable: true),
                    insertion_rate_at_six_months = table.Column<int>(type: "integer", nullable: true),
                    insertion_rate_in_job_at_two_years = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_year_statistics", x => new { x.certification_id, x.year });
                    table.CheckConstraint("ck_year_statistics_certified", "certified >= 0 and certified_by_vae between 0 and certified");
                    table.CheckConstraint("ck_year_statistics_rates", "insertion_rate_at_six_months between 0 and 100 and insertion_rate_in_job_at_two_years between 0 and 100");
                    table.ForeignKey(
                        name: "fk_year_statistics_certifications_certification_id",
                        column: x => x.certification_id,
                        principalTable: "certifications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registered_blocks",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    registration_id = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registered_blocks", x => new { x.registration_id, x.code });
                    table.ForeignKey(
                        name: "fk_registered_blocks_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "skills",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    is_transversal = table.Column<bool>(type: "boolean", nullable: false),
                    knowledge = table.Column<string[]>(type: "text[]", nullable: false),
                    block_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_skills", x => x.id);
                    table.ForeignKey(
                        name: "fk_skills_skill_blocks_block_id",
                        column: x => x.block_id,
                        principalTable: "skill_blocks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "skill_activities",
                columns: table => new
                {
                    activity_id = table.Column<int>(type: "integer", nullable: false),
                    skill_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_skill_activities", x => new { x.activity_id, x.skill_id });
                    table.ForeignKey(
                        name: "fk_skill_activities_activities_activity_id",
                        column: x => x.activity_id,
                        principalTable: "activities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_skill_activities_skills_skill_id",
                        column: x => x.skill_id,
                        principalTable: "skills",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "skill_assessments",
                columns: table => new
                {
                    assessment_id = table.Column<int>(type: "integer", nullable: false),
                    skill_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_skill_assessments", x => new { x.assessment_id, x.skill_id });
                    table.ForeignKey(
                        name: "fk_skill_assessments_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_skill_assessments_skills_skill_id",
                        column: x => x.skill_id,
                        principalTable: "skills",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_activities_certification_id",
                table: "activities",
                column: "certification_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessments_certification_id",
                table: "assessments",
                column: "certification_id");

            migrationBuilder.CreateIndex(
                name: "ix_certifications_local_code",
                table: "certifications",
                column: "local_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certifications_slug",
                table: "certifications",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_committee_decisions_committee",
                table: "committee_decisions",
                column: "committee");

            migrationBuilder.CreateIndex(
                name: "ix_owning_branches_branch",
                table: "owning_branches",
                column: "branch");

            migrationBuilder.CreateIndex(
                name: "ix_owning_branches_committee",
                table: "owning_branches",
                column: "committee");

            migrationBuilder.CreateIndex(
                name: "ix_promotion_evidence_certification_id",
                table: "promotion_evidence",
                column: "certification_id");

            migrationBuilder.CreateIndex(
                name: "ix_register_fiches_words",
                table: "register_fiches",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_registered_blocks_code",
                table: "registered_blocks",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_certification_id",
                table: "registrations",
                column: "certification_id");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_number",
                table: "registrations",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_search_documents_all_words",
                table: "search_documents",
                column: "all_words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_search_documents_job_words",
                table: "search_documents",
                column: "job_words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_search_documents_last_day_sort_title_certification_id",
                table: "search_documents",
                columns: new[] { "last_day", "sort_title", "certification_id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_documents_skill_words",
                table: "search_documents",
                column: "skill_words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_search_documents_sort_title_certification_id",
                table: "search_documents",
                columns: new[] { "sort_title", "certification_id" });

            migrationBuilder.CreateIndex(
                name: "ix_search_documents_tags",
                table: "search_documents",
                column: "tags")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_search_documents_title_words",
                table: "search_documents",
                column: "title_words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_skill_activities_skill_id",
                table: "skill_activities",
                column: "skill_id");

            migrationBuilder.CreateIndex(
                name: "ix_skill_assessments_skill_id",
                table: "skill_assessments",
                column: "skill_id");

            migrationBuilder.CreateIndex(
                name: "ix_skill_blocks_certification_id",
                table: "skill_blocks",
                column: "certification_id");

            migrationBuilder.CreateIndex(
                name: "ix_skills_block_id",
                table: "skills",
                column: "block_id");

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

            migrationBuilder.CreateIndex(
                name: "ix_successions_successor_id",
                table: "successions",
                column: "successor_id");

            migrationBuilder.Sql(CertificationRules.BranchesOfCqpi);

            migrationBuilder.Sql(SearchConfiguration.WordsOfFrameworks);
            migrationBuilder.Sql(SearchConfiguration.NarrowRows);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_routes");

            migrationBuilder.DropTable(
                name: "classification_codes");

            migrationBuilder.DropTable(
                name: "committee_decisions");

            migrationBuilder.DropTable(
                name: "contradictions");

            migrationBuilder.DropTable(
                name: "cpf_listings");

            migrationBuilder.DropTable(
                name: "fact_sources");

            migrationBuilder.DropTable(
                name: "job_names");

            migrationBuilder.DropTable(
                name: "owning_branches");

            migrationBuilder.DropTable(
                name: "promotion_candidates");

            migrationBuilder.DropTable(
                name: "promotion_evidence");

            migrationBuilder.DropTable(
                name: "reference_terms");

            migrationBuilder.DropTable(
                name: "reference_versions");

            migrationBuilder.DropTable(
                name: "register_drops");

            migrationBuilder.DropTable(
                name: "register_fiches");

            migrationBuilder.DropTable(
                name: "registered_blocks");

            migrationBuilder.DropTable(
                name: "search_documents");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropTable(
                name: "skill_activities");

            migrationBuilder.DropTable(
                name: "skill_assessments");

            migrationBuilder.DropTable(
                name: "successions");

            migrationBuilder.DropTable(
                name: "synonyms");

            migrationBuilder.DropTable(
                name: "transmissions");

            migrationBuilder.DropTable(
                name: "year_statistics");

            migrationBuilder.DropTable(
                name: "branch_committees");

            migrationBuilder.DropTable(
                name: "branches");

            migrationBuilder.DropTable(
                name: "registrations");

            migrationBuilder.DropTable(
                name: "activities");

            migrationBuilder.DropTable(
                name: "assessments");

            migrationBuilder.DropTable(
                name: "skills");

            migrationBuilder.DropTable(
                name: "skill_blocks");

            migrationBuilder.DropTable(
                name: "certifications");
        }
    }
}
