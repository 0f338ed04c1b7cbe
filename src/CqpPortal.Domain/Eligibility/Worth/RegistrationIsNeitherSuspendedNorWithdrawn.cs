namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>Neither suspended nor withdrawn on the day (R. 6113-17-3).</summary>
internal sealed class RegistrationIsNeitherSuspendedNorWithdrawn : ICondition<WorthQuestion>
{
    public string Series => "b.2";

    public DateOnly DayOf(WorthQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WorthQuestion question) =>
        question.Certification.RegistrationOn(question.Day) is { } registration ? rule.Incident(registration, question.Day) : null;
}
