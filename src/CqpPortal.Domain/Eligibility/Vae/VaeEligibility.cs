namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>Who may obtain a certification by VAE: table c.5 of the portal's rules.</summary>
public static class VaeEligibility
{
    public static EligibilityAnswer Answer(RuleBook rules, VaeQuestion question) => throw new NotImplementedException();
}
