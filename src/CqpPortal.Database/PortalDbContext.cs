using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Configuration;
using CqpPortal.Database.Editing;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Mail;
using CqpPortal.Database.Reports;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Recognition;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database;

/// <summary>The portal's data in PostgreSQL. Reads project and do not track; entities are loaded to be changed by their verbs.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : IdentityUserContext<Person, int>(options)
{
    public DbSet<Certification> Certifications => Set<Certification>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<Branch> Branches => Set<Branch>();

    public DbSet<BranchCommittee> BranchCommittees => Set<BranchCommittee>();

    public DbSet<Proof> Proofs => Set<Proof>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<DraftRevision> DraftRevisions => Set<DraftRevision>();

    public DbSet<EntryVersion> EntryVersions => Set<EntryVersion>();

    public DbSet<AuditLine> AuditLog => Set<AuditLine>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<ReaderReport> ReaderReports => Set<ReaderReport>();

    /// <summary>The first that holds passkeys, whoever opens the database: site, tool or tests.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<RegistryNumber>().HaveConversion<RegistryNumberConverter>().HaveMaxLength(RegistryNumber.MaxLength);
        configurationBuilder.Properties<Idcc>().HaveConversion<IdccConverter>().HaveMaxLength(Idcc.Length);
        configurationBuilder.Properties<QualificationLevel>().HaveConversion<QualificationLevelConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.HasPostgresExtension("unaccent");
        builder.HasPostgresExtension("pg_trgm");
        builder.HasPostgresExtension("fuzzystrmatch");
        builder.HasPostgresExtension("btree_gist");
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        builder.UseSnakeCaseNames();
    }
}
