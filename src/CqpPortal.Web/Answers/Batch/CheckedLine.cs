using CqpPortal.Database.Eligibility;

namespace CqpPortal.Web.Answers.Batch;

/// <summary>The answer of one line, short enough to be kept.</summary>
internal sealed record CheckedLine
{
    /// <summary>Verdict of a line that names nothing.</summary>
    public const string NotFound = "not-found";

    /// <summary>Verdict of a line that cannot be read.</summary>
    public const string ToCorrect = "to-correct";

    /// <summary>As a spreadsheet counts them.</summary>
    public required int Row { get; init; }

    /// <summary>As answers write it, or <see cref="NotFound"/>, or <see cref="ToCorrect"/>.</summary>
    public required string Verdict { get; init; }

    public required string Reason { get; init; }

    /// <summary>Title of the certification that was understood.</summary>
    public string? Title { get; init; }

    public string? Slug { get; init; }

    public bool IsDemonstration { get; init; }

    /// <summary>Last day of the registration that the answer is about.</summary>
    public DateOnly? RegisteredUntil { get; init; }

    /// <summary>Day from which it would be possible, where it is not yet.</summary>
    public DateOnly? PossibleFrom { get; init; }

    public decimal? Contribution { get; init; }

    public decimal? HolderPays { get; init; }

    public ReplacementPart? Replacement { get; init; }

    public IReadOnlyList<CodeSuggestion> Suggestions { get; init; } = [];

    public string? RulesVersion { get; init; }

    public DateOnly? DataDate { get; init; }
}
