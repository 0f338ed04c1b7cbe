namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>The registration has taken effect: from its publication on line (R. 6113-12).</summary>
internal sealed class RegistrationHasTakenEffect : ICondition<CpfQuestion>
{
    public string Series => "X12";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question) =>
        question.Registration is { } registration ? rule.TakesEffect(registration, question.OrderedOn < question.StartsOn ? question.OrderedOn : question.StartsOn) : null;
}
