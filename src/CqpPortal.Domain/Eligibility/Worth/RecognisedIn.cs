namespace CqpPortal.Domain.Eligibility.Worth;

public enum RecognisedIn
{
    Nowhere,

    /// <summary>In the companies of the owning branches.</summary>
    Branches,

    Everywhere,
}
