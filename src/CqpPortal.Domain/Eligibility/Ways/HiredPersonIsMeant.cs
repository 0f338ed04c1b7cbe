namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>The contract hires job seekers, people of 16 to 25 and people on minima sociaux (L. 6325-1): where the situation does not tell, age and benefits decide.</summary>
internal sealed class HiredPersonIsMeant : ICondition<WaysQuestion>
{
    public string Series => "c.6-contrat-pro";

    public DateOnly DayOf(WaysQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WaysQuestion question)
    {
        Fact situation = new(FactName.Situation, question.Situation);
        return (rule.Parameters.Situations.Contains(question.Situation), question.IsYoungOrOnBenefits) switch
        {
            (true, _) or (_, true) => rule.Met(Bearing.Personal, situation),
            (_, false) => rule.NotMet(Bearing.Personal, situation),
            _ => rule.Unknown(Bearing.Personal, situation),
        };
    }
}
