using CqpPortal.Domain.Eligibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CqpPortal.Database.Eligibility;

internal sealed class RuleConfiguration : IEntityTypeConfiguration<StoredRule>
{
    /// <summary>Rows of one series never overlap, whoever writes them. Part of a migration: a change of the rule is a migration of its own.</summary>
    internal const string NoOverlap =
        """
        alter table rules add constraint ex_rules_no_overlap
            exclude using gist (series with =, daterange(effective_from, effective_until, '[]') with &&);
        """;

    public void Configure(EntityTypeBuilder<StoredRule> builder)
    {
        builder.ToTable("rules", table =>
        {
            table.HasCheckConstraint("ck_rules_names", "btrim(id) <> '' and btrim(series) <> ''");
            table.HasCheckConstraint("ck_rules_period", "effective_until >= effective_from");
        });
        builder.HasKey(rule => new { rule.Series, rule.EffectiveFrom });
        builder.Property(rule => rule.Id).HasMaxLength(DatedRule.MaxIdLength).IsRequired();
        builder.Property(rule => rule.Series).HasMaxLength(DatedRule.MaxIdLength).UseCollation("C");
        builder.Property(rule => rule.Parameters).HasColumnType("jsonb");
        builder.Property(rule => rule.Explanation).HasColumnType("jsonb");
        builder.Property(rule => rule.Texts).HasColumnType("jsonb");
    }
}
