namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>The adviser decides, case by case.</summary>
internal sealed class AdviserDecides : ICondition<WaysQuestion>
{
    public string Series => "c.6-aif-adviser";

    public DateOnly DayOf(WaysQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WaysQuestion question) =>
        rule.Unknown(Bearing.Conditional);
}
