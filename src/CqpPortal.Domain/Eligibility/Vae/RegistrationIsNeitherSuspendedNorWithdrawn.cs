namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>Neither suspended nor withdrawn on the day of the file (R. 6113-17-3).</summary>
internal sealed class RegistrationIsNeitherSuspendedNorWithdrawn : ICondition<VaeQuestion>
{
    public string Series => "b.2";

    public DateOnly DayOf(VaeQuestion question) => question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question) =>
        question.RncpRegistration is { } registration ? rule.Incident(registration, question.AppliesOn) : null;
}
