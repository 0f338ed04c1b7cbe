using CqpPortal.Database.Configuration;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database;

/// <summary>The portal's data in PostgreSQL. Reads project and do not track; entities are loaded to be changed by their verbs.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options)
{
    public DbSet<Certification> Certifications => Set<Certification>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<Branch> Branches => Set<Branch>();

    public DbSet<BranchCommittee> BranchCommittees => Set<BranchCommittee>();

    public DbSet<Proof> Proofs => Set<Proof>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<RegistryNumber>().HaveConversion<RegistryNumberConverter>().HaveMaxLength(RegistryNumber.MaxLength);
        configurationBuilder.Properties<Idcc>().HaveConversion<IdccConverter>().HaveMaxLength(Idcc.Length);
        configurationBuilder.Properties<QualificationLevel>().HaveConversion<QualificationLevelConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasPostgresExtension("unaccent");
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.HasPostgresExtension("fuzzystrmatch");
        modelBuilder.HasPostgresExtension("btree_gist");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        modelBuilder.UseSnakeCaseNames();
    }
}
