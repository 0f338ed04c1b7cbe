namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>Neither suspended nor withdrawn on those days (R. 6113-17-3).</summary>
internal sealed class RegistrationIsNeitherSuspendedNorWithdrawn : ICondition<CpfQuestion>
{
    public string Series => "b.2";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question) =>
        question.Registration is { } registration ? rule.Incident(registration, question.OrderedOn, question.StartsOn) : null;
}
