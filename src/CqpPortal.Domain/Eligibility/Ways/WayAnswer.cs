namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>Whether one way is open, and why.</summary>
public sealed record WayAnswer(Way Way, EligibilityAnswer Answer);
