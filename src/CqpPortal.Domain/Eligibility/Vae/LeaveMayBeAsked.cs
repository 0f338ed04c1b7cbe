namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>An employee may ask for a leave for the VAE (R. 6422-2 s.).</summary>
internal sealed class LeaveMayBeAsked : ICondition<VaeQuestion>
{
    public string Series => "V11";

    public DateOnly DayOf(VaeQuestion question) => question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question) =>
        question.RncpRegistration is null ? null : rule.Warning(Bearing.Informative);
}
