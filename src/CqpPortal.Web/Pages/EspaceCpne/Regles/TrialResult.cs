namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>What a draft would change.</summary>
internal sealed record TrialResult
{
    public required IReadOnlyList<DateOnly> Days { get; init; }

    public required int CaseCount { get; init; }

    public required IReadOnlyList<TrialChange> Cases { get; init; }

    /// <summary>Different questions of the last month that were tried.</summary>
    public required int QuestionCount { get; init; }

    /// <summary>Those that were not: beyond the most asked ones, or about what is no longer known.</summary>
    public required int LeftOut { get; init; }

    /// <summary>The most asked first.</summary>
    public required IReadOnlyList<TrialChange> Questions { get; init; }
}

/// <summary>One question whose answer would change.</summary>
/// <param name="Question">In words, as asked for the first day that changes.</param>
/// <param name="Address">Where the site answers it today; null for a case of the textbook.</param>
/// <param name="Times">How often it was asked.</param>
internal sealed record TrialChange(string Title, string Question, string? Address, int Times)
{
    /// <summary>The days in words, and what was and would be said on them.</summary>
    public required IReadOnlyList<(string Days, IReadOnlyList<string> Changes)> Changes { get; init; }
}
