using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Eligibility;

internal sealed class AskedQuestionConfiguration : IEntityTypeConfiguration<AskedQuestionCount>
{
    public void Configure(EntityTypeBuilder<AskedQuestionCount> builder)
    {
        builder.ToTable("asked_questions", table => table.HasCheckConstraint("ck_asked_questions_count", "count > 0"));
        // The day first: last month is read, and what is older deleted.
        builder.HasKey(question => new { question.AskedOn, question.Kind, question.Parameters });
        builder.Property(question => question.Kind).HasMaxLength(20);
        builder.Property(question => question.Parameters).HasMaxLength(AskedQuestionCount.MaxParametersLength).UseCollation("C");
    }
}
