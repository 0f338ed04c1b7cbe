using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Eligibility;

internal sealed class FactsConfiguration : IEntityTypeConfiguration<FactsDocument>
{
    /// <summary>
    /// What the model cannot say: documents are read whole and often, so they stay uncompressed in their rows. Part of a migration: a change is a
    /// migration of its own.
    /// </summary>
    internal const string Storage =
        """
        alter table certification_facts set (toast_tuple_target = 8160);
        create index ix_certifications_local_code_upper on certifications (upper(local_code));
        """;

    public void Configure(EntityTypeBuilder<FactsDocument> builder)
    {
        builder.ToTable("certification_facts");
        builder.HasKey(facts => facts.CertificationId);
        builder.Property(facts => facts.CertificationId).ValueGeneratedNever();
        builder.HasOne<Certification>().WithOne().HasForeignKey<FactsDocument>(facts => facts.CertificationId);
        builder.Property(facts => facts.Document).HasColumnType("json");
    }
}
