namespace CqpPortal.Domain.Eligibility;

/// <summary>The answer to a question of eligibility, the strongest first: what stands above wins.</summary>
public enum Verdict
{
    NotEligible,

    /// <summary>A fact is missing, or the law leaves the point open.</summary>
    Undetermined,

    EligibleUnderConditions,

    Eligible,
}
