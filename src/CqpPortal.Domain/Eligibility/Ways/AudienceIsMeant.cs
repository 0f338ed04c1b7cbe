namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>The way is meant for people in that situation. A row that carries a warning opens it under conditions; an audience of nobody closes it.</summary>
internal sealed class AudienceIsMeant(string series) : ICondition<WaysQuestion>
{
    public string Series => series;

    public DateOnly DayOf(WaysQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WaysQuestion question)
    {
        Fact situation = new(FactName.Situation, question.Situation);
        if (!rule.Parameters.Situations.Contains(question.Situation)) return rule.NotMet(Bearing.Required, situation);
        return rule.Texts.ContainsKey(FindingOutcome.Warning) ? rule.Warning(Bearing.Conditional, situation) : rule.Met(Bearing.Required, situation);
    }
}
