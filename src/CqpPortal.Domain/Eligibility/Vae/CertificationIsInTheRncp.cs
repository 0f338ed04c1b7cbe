namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>Only what is registered in the RNCP is obtained by VAE (L. 6411-1).</summary>
internal sealed class CertificationIsInTheRncp : ICondition<VaeQuestion>
{
    public string Series => "V1";

    public DateOnly DayOf(VaeQuestion question) => question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question) =>
        question.RncpRegistration is { } registration && rule.Parameters.Registers.Contains(registration.Number.Register)
            ? rule.Met(Bearing.Required, RegistrationRules.Of(registration))
            : rule.NotMet(Bearing.Required);
}
