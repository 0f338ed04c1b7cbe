namespace CqpPortal.Domain.Eligibility;

/// <summary>How far a rule can be relied upon: high where its text was seen, low where sources disagree or the text was not seen.</summary>
public enum Confidence
{
    High,
    Medium,
    Low,
}
