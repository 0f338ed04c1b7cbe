using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.ReferenceData;

internal sealed class ReferenceDataConfiguration
    : IEntityTypeConfiguration<ReferenceTerm>, IEntityTypeConfiguration<JobName>, IEntityTypeConfiguration<Synonym>, IEntityTypeConfiguration<ReferenceVersion>
{
    public void Configure(EntityTypeBuilder<ReferenceTerm> builder)
    {
        builder.ToTable("reference_terms");
        builder.HasKey(term => new { term.Kind, term.Code });
        builder.Property(term => term.Code).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<JobName> builder)
    {
        builder.ToTable("job_names");
        builder.HasKey(job => new { job.Rome, job.Name });
        builder.Property(job => job.Rome).HasMaxLength(10);
        builder.Property(job => job.Words).HasComputedColumnSql("portal_vector(name)", stored: true);
    }

    public void Configure(EntityTypeBuilder<Synonym> builder)
    {
        builder.ToTable("synonyms");
        builder.HasKey(synonym => new { synonym.Word, synonym.Meaning });
    }

    public void Configure(EntityTypeBuilder<ReferenceVersion> builder)
    {
        builder.ToTable("reference_versions");
        builder.HasKey(version => version.FileName);
    }
}
