namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>The contract hires people of 16 to 25, job seekers, people on minima sociaux (L. 6325-1): of others, age and income decide.</summary>
internal sealed class HiredPersonIsMeant : ICondition<WaysQuestion>
{
    public string Series => "c.6-contrat-pro";

    public DateOnly DayOf(WaysQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WaysQuestion question) =>
        rule.Parameters.Situations.Contains(question.Situation)
            ? rule.Met(Bearing.Personal, new Fact(FactName.Situation, question.Situation))
            : rule.Unknown(Bearing.Personal, new Fact(FactName.Situation, question.Situation));
}
