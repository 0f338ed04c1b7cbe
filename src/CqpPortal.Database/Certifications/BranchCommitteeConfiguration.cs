using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Certifications;

internal sealed class BranchCommitteeConfiguration : IEntityTypeConfiguration<BranchCommittee>
{
    public void Configure(EntityTypeBuilder<BranchCommittee> builder)
    {
        builder.ToTable("branch_committees");
        builder.HasKey(committee => committee.Key);
        builder.Property(committee => committee.Key).HasMaxLength(80);
        builder.Property(committee => committee.Acronym).HasMaxLength(20);
        builder.Property(committee => committee.Name).HasMaxLength(BranchCommittee.MaxNameLength);
        builder.Property(committee => committee.Email).HasMaxLength(254);
        builder.HasOne<BranchCommittee>().WithMany().HasForeignKey(committee => committee.MergedInto).OnDelete(DeleteBehavior.Restrict);
        builder.PrimitiveCollection(committee => committee.Branches).HasField("_branches")
            .ElementType(element => element.HasConversion<Configuration.IdccConverter>());
    }
}
