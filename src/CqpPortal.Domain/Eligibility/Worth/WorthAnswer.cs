using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>What a certification is worth, and why.</summary>
public sealed record WorthAnswer
{
    /// <summary>Legal existence on the day; null where it is not known.</summary>
    public required bool? Exists { get; init; }

    public required RecognisedIn RecognisedIn { get; init; }

    /// <summary>Null where no branch was asked for, or its owners are not known.</summary>
    public required bool? BranchRecognised { get; init; }

    /// <summary>Level of a certificate awarded on the day of the question, or on the day of award told.</summary>
    public required QualificationLevel? Level { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }
}
