namespace CqpPortal.Database.Eligibility;

/// <summary>What became of a version of a rule that somebody wanted to write or to withdraw.</summary>
public enum RuleWriting
{
    Done,

    /// <summary>The very same version is already there: a form that was sent twice.</summary>
    AlreadyDone,

    /// <summary>The version to correct or to withdraw has been in force, or came with the portal: it stays as it is.</summary>
    Kept,

    /// <summary>There is no version to correct or to withdraw.</summary>
    Missing,

    /// <summary>Another version of the series holds on some of its days.</summary>
    Overlaps,
}
