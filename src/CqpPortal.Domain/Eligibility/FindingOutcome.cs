namespace CqpPortal.Domain.Eligibility;

/// <summary>What a rule found.</summary>
public enum FindingOutcome
{
    Met,

    NotMet,

    /// <summary>A fact is missing: the finding says which question to ask.</summary>
    Unknown,

    /// <summary>Something to know that lowers nothing by itself.</summary>
    Warning,
}
