namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>A registration counts from its publication on line (R. 6113-12).</summary>
internal sealed class RegistrationHasTakenEffect : ICondition<WorthQuestion>
{
    public string Series => "X12";

    public DateOnly DayOf(WorthQuestion question) => question.Award;

    public Finding? Examine(DatedRule rule, WorthQuestion question) =>
        question.Registration is { } registration && !registration.HasEndedOn(question.Award) ? rule.TakesEffect(registration, question.Award) : null;
}
