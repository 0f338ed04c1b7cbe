namespace CqpPortal.Domain.Records;

/// <summary>How far a certification is in its branch, apart from its text and from the registers.</summary>
public enum BranchState
{
    /// <summary>Somebody thinks of it: the opportunity study has still to be made.</summary>
    Idea,

    /// <summary>Before the committee, which has not voted yet.</summary>
    Proposed,

    Refused,
    Created,

    /// <summary>Sent to France compétences and to the Caisse des dépôts: it exists legally (L. 6113-4).</summary>
    Transmitted,

    /// <summary>The committee voted a new version.</summary>
    Revised,

    /// <summary>No new entry; those on their way may finish.</summary>
    Suppressed,

    /// <summary>The last candidate has finished.</summary>
    Closed,
}
