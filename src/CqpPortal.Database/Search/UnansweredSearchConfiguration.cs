using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Search;

internal sealed class UnansweredSearchConfiguration : IEntityTypeConfiguration<UnansweredSearch>
{
    public void Configure(EntityTypeBuilder<UnansweredSearch> builder)
    {
        builder.ToTable("unanswered_searches", table => table.HasCheckConstraint("ck_unanswered_searches_count", "count > 0"));
        builder.HasKey(search => new { search.Month, search.Branch, search.Words });
        builder.Property(search => search.Words).HasMaxLength(UnansweredSearch.MaxLength);
        builder.Property(search => search.Branch).HasMaxLength(Idcc.Length);
    }
}
