using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Certifications;

internal sealed class BranchConfiguration : IEntityTypeConfiguration<Branch>
{
    public void Configure(EntityTypeBuilder<Branch> builder)
    {
        builder.ToTable("branches");
        builder.HasKey(branch => branch.Idcc);
        builder.Property(branch => branch.Name).HasMaxLength(Branch.MaxNameLength);
        builder.Property(branch => branch.Opco).HasMaxLength(60);
    }
}
