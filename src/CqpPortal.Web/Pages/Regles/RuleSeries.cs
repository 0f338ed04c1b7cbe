using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Pages.Regles;

/// <summary>The row of a series that counts on a day, with those before and after it.</summary>
/// <param name="Rule">In force on the day, else the last one before it, else the first one after it.</param>
/// <param name="IsInForce">Whether it is in force on the day.</param>
/// <param name="Others">Before and after it, by period.</param>
internal sealed record RuleSeries(DatedRule Rule, bool IsInForce, IReadOnlyList<DatedRule> Others)
{
    public static RuleSeries On(DateOnly day, IReadOnlyList<DatedRule> rows)
    {
        var rule = rows.FirstOrDefault(row => row.Period.Contains(day)) ?? rows.LastOrDefault(row => row.Period.Until < day) ?? rows[0];
        return new RuleSeries(rule, rule.Period.Contains(day), [.. rows.Where(row => row != rule)]);
    }
}
