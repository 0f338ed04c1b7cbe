namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>The registration runs on the day of the order and on the day of entry (L. 6323-6, L. 6113-9).</summary>
internal sealed class RegistrationIsActiveAtOrderAndStart : ICondition<CpfQuestion>
{
    public string Series => "E5";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question)
    {
        return question.Registration is { } registration
            ? rule.RunsOn(registration, new Fact(FactName.OrderedOn, question.OrderedOn), new Fact(FactName.StartsOn, question.StartsOn))
            : null;
    }
}
