namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>The registration has taken effect: from its publication on line (R. 6113-12).</summary>
internal sealed class RegistrationHasTakenEffect : ICondition<VaeQuestion>
{
    public string Series => "X12";

    public DateOnly DayOf(VaeQuestion question) => question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question) =>
        question.RncpRegistration is { } registration ? rule.TakesEffect(registration, question.AppliesOn) : null;
}
