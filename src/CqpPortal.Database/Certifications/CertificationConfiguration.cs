using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.Domain.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Certifications;

internal sealed class CertificationConfiguration : IEntityTypeConfiguration<Certification>
{
    public void Configure(EntityTypeBuilder<Certification> builder)
    {
        builder.ToTable("certifications", table => table.HasCheckConstraint("ck_certifications_title", "btrim(title) <> ''"));
        builder.Property(certification => certification.Slug).HasMaxLength(Slug.MaxAddressLength);
        builder.HasIndex(certification => certification.Slug).IsUnique();
        builder.Property(certification => certification.Title).HasMaxLength(Certification.MaxTitleLength);
        builder.Property(certification => certification.LocalCode).HasMaxLength(Certification.MaxLocalCodeLength);
        builder.HasIndex(certification => certification.LocalCode).IsUnique();
        builder.Property(certification => certification.SuppressionReason).HasMaxLength(DatedRecords.MaxReasonLength);
        builder.Property<uint>("Version").IsRowVersion();
        builder.ComplexProperty(certification => certification.Texts);
        builder.Ignore(certification => certification.CreatedOn);

        builder.HasMany(certification => certification.Registrations).WithOne().HasForeignKey("CertificationId").IsRequired();
        builder.HasMany(certification => certification.Activities).WithOne().HasForeignKey("CertificationId").IsRequired();
        builder.HasMany(certification => certification.Blocks).WithOne().HasForeignKey("CertificationId").IsRequired();
        builder.HasMany(certification => certification.Assessments).WithOne().HasForeignKey("CertificationId").IsRequired();

        OwnBranches(builder);
        OwnDatedFacts(builder);
        OwnDescription(builder);
    }

    private static void OwnBranches(EntityTypeBuilder<Certification> builder)
    {
        builder.OwnsMany(certification => certification.Branches, owners =>
        {
            owners.ToTable("owning_branches", table => table.HasCheckConstraint("ck_owning_branches_period", "left_on >= joined_on"));
            owners.WithOwner().HasForeignKey("CertificationId");
            owners.HasKey("CertificationId", nameof(OwningBranch.Branch));
            owners.HasOne<Branch>().WithMany().HasForeignKey(owner => owner.Branch).OnDelete(DeleteBehavior.Restrict);
            owners.HasOne<BranchCommittee>().WithMany().HasForeignKey(owner => owner.Committee).OnDelete(DeleteBehavior.Restrict);
        });
        builder.OwnsMany(certification => certification.Decisions, decisions =>
        {
            decisions.ToTable("committee_decisions");
            decisions.WithOwner().HasForeignKey("CertificationId");
            decisions.HasKey("CertificationId", nameof(CommitteeDecision.Committee), nameof(CommitteeDecision.Kind), nameof(CommitteeDecision.DecidedOn));
            decisions.HasOne<BranchCommittee>().WithMany().HasForeignKey(decision => decision.Committee).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void OwnDatedFacts(EntityTypeBuilder<Certification> builder)
    {
        builder.OwnsMany(certification => certification.Transmissions, transmissions =>
        {
            transmissions.ToTable("transmissions", table => table.HasCheckConstraint("ck_transmissions_day", "(authority = 'Cncp') = (sent_on < date '2019-01-01')"));
            transmissions.WithOwner().HasForeignKey("CertificationId");
            transmissions.HasKey("CertificationId", nameof(Transmission.Authority), nameof(Transmission.SentOn));
        });
        builder.OwnsMany(certification => certification.CpfListings, listings =>
        {
            listings.ToTable("cpf_listings", table =>
            {
                table.HasCheckConstraint("ck_cpf_listings_days", "listed_from between date '2015-01-01' and listed_until and listed_until <= date '2018-12-31'");
                table.HasCheckConstraint("ck_cpf_listings_scope",
                    "(scope = 'Branch') = (branch is not null) and (scope = 'Regional') = (region is not null) and (region is null or region ~ '^[0-9][0-9AB]$')");
            });
            listings.WithOwner().HasForeignKey("CertificationId");
            listings.Property<int>("Id");
            listings.HasKey("Id");
            listings.Property(listing => listing.Region).HasMaxLength(CpfListing.RegionLength);
            listings.HasIndex("CertificationId", nameof(CpfListing.Scope), nameof(CpfListing.Branch), nameof(CpfListing.Region), nameof(CpfListing.ListedFrom))
                .HasDatabaseName("ix_cpf_listings_once").IsUnique().AreNullsDistinct(false);
        });
        builder.OwnsMany(certification => certification.Sources, sources =>
        {
            sources.ToTable("fact_sources");
            sources.WithOwner().HasForeignKey("CertificationId");
            sources.HasKey("CertificationId", nameof(FactSource.Fact));
            sources.Property(source => source.Reference).HasMaxLength(60);
        });
        builder.OwnsMany(certification => certification.Successions, successions =>
        {
            successions.ToTable("successions", table =>
            {
                table.HasCheckConstraint("ck_successions_one_target", "(successor_id is null) <> (external_number is null)");
                table.HasCheckConstraint("ck_successions_not_itself", "successor_id <> certification_id");
            });
            successions.WithOwner().HasForeignKey("CertificationId");
            successions.HasKey(succession => succession.Id);
            successions.HasIndex("CertificationId", "SuccessorId").IsUnique();
            successions.HasIndex("CertificationId", nameof(Succession.ExternalNumber)).IsUnique();
            successions.HasOne(succession => succession.Successor).WithMany().HasForeignKey("SuccessorId").OnDelete(DeleteBehavior.Restrict);
            successions.Property(succession => succession.ExternalTitle).HasMaxLength(Certification.MaxTitleLength);
        });
    }

    private static void OwnDescription(EntityTypeBuilder<Certification> builder)
    {
        builder.OwnsMany(certification => certification.Routes, routes =>
        {
            routes.ToTable("access_routes");
            routes.WithOwner().HasForeignKey("CertificationId");
            routes.HasKey("CertificationId", nameof(AccessRoute.Code));
        });
        builder.OwnsMany(certification => certification.Statistics, years =>
        {
            years.ToTable("year_statistics", table =>
            {
                table.HasCheckConstraint("ck_year_statistics_certified", "certified >= 0 and certified_by_vae between 0 and certified");
                table.HasCheckConstraint("ck_year_statistics_rates",
                    "insertion_rate_at_six_months between 0 and 100 and insertion_rate_in_job_at_two_years between 0 and 100");
            });
            years.WithOwner().HasForeignKey("CertificationId");
            years.HasKey("CertificationId", nameof(YearStatistics.Year));
            years.Property(year => year.Year).ValueGeneratedNever();
        });
        builder.OwnsMany(certification => certification.Codes, codes =>
        {
            codes.ToTable("classification_codes");
            codes.WithOwner().HasForeignKey("CertificationId");
            codes.HasKey("CertificationId", nameof(ClassificationCode.Classification), nameof(ClassificationCode.Code));
            codes.Property(code => code.Code).HasMaxLength(ClassificationCode.MaxLength);
        });
    }
}
