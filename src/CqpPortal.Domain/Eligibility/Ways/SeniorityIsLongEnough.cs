namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>A projet de transition asks for seniority (L. 6323-17-1).</summary>
internal sealed class SeniorityIsLongEnough : ICondition<WaysQuestion>
{
    public string Series => "c.6-ptp-seniority";

    public DateOnly DayOf(WaysQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WaysQuestion question)
    {
        Fact needed = new(FactName.NeededMonths, rule.Parameters.Months ?? 0);
        if (question.SeniorityMonths is not { } months) return rule.Unknown(Bearing.Personal, needed);
        Fact told = new(FactName.SeniorityMonths, months);
        return months >= rule.Parameters.Months ? rule.Met(Bearing.Personal, told, needed) : rule.NotMet(Bearing.Personal, told, needed);
    }
}
