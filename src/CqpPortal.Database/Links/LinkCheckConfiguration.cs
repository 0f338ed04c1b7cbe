using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Links;

internal sealed class LinkCheckConfiguration : IEntityTypeConfiguration<LinkCheck>
{
    public void Configure(EntityTypeBuilder<LinkCheck> builder)
    {
        builder.ToTable("link_checks");
        builder.HasKey(check => check.Url).HasName("pk_link_checks");
        builder.Property(check => check.Url).HasMaxLength(LinkCheck.MaxUrlLength);
        builder.Property(check => check.LastProblem).HasMaxLength(LinkCheck.MaxProblemLength);
    }
}
