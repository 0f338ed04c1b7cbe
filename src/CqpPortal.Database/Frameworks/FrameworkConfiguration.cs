using CqpPortal.Domain.Frameworks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Frameworks;

internal sealed class FrameworkConfiguration
    : IEntityTypeConfiguration<Activity>, IEntityTypeConfiguration<SkillBlock>, IEntityTypeConfiguration<Skill>, IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Activity> builder) => builder.ToTable("activities");

    public void Configure(EntityTypeBuilder<SkillBlock> builder)
    {
        builder.ToTable("skill_blocks");
        builder.Property(block => block.Code).HasMaxLength(20);
        builder.HasMany(block => block.Skills).WithOne().HasForeignKey("BlockId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<Skill> builder)
    {
        builder.ToTable("skills");
        builder.HasMany(skill => skill.Activities).WithMany()
            .UsingEntity("skill_activities", right => right.HasOne(typeof(Activity)).WithMany().HasForeignKey("ActivityId"),
                left => left.HasOne(typeof(Skill)).WithMany().HasForeignKey("SkillId"));
        builder.HasMany(skill => skill.Assessments).WithMany()
            .UsingEntity("skill_assessments", right => right.HasOne(typeof(Assessment)).WithMany().HasForeignKey("AssessmentId"),
                left => left.HasOne(typeof(Skill)).WithMany().HasForeignKey("SkillId"));
    }

    public void Configure(EntityTypeBuilder<Assessment> builder) => builder.ToTable("assessments");
}
