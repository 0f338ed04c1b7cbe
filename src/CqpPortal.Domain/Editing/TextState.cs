namespace CqpPortal.Domain.Editing;

/// <summary>Where the text of an entry stands: one of three axes, beside the certification in its branch and each of its registrations.</summary>
public enum TextState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Closed to changes while it is read, commented and signed.</summary>
    InReview,

    /// <summary>Signed by every owning committee, in this very version.</summary>
    FullySigned,

    /// <summary>What the public reads; no draft is open.</summary>
    Published,
}
