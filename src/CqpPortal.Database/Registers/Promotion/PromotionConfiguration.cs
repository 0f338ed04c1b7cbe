using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Registers.Promotion;

internal sealed class PromotionConfiguration
    : IEntityTypeConfiguration<PromotionEvidence>, IEntityTypeConfiguration<PromotionCandidate>, IEntityTypeConfiguration<Contradiction>
{
    public void Configure(EntityTypeBuilder<PromotionEvidence> builder)
    {
        builder.ToTable("promotion_evidence");
        builder.HasKey(row => row.Number);
        builder.HasOne<Certification>().WithMany().HasForeignKey(row => row.CertificationId);
    }

    public void Configure(EntityTypeBuilder<PromotionCandidate> builder)
    {
        builder.ToTable("promotion_candidates");
        builder.HasKey(row => row.Number);
    }

    public void Configure(EntityTypeBuilder<Contradiction> builder)
    {
        builder.ToTable("contradictions");
        builder.HasKey(row => new { row.CertificationId, row.Fact });
        builder.Property(row => row.Reason).HasMaxLength(Contradiction.MaxReasonLength);
        builder.Property(row => row.AnsweredBy).HasMaxLength(Accounts.Person.MaxNameLength);
        builder.HasOne<Certification>().WithMany().HasForeignKey(row => row.CertificationId);
    }
}
