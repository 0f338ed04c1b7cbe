using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Answers.Batch;

/// <summary>One line of a list: what it asks, as typed.</summary>
/// <param name="Row">Its row as a spreadsheet counts them, from 1, headings included.</param>
/// <param name="Values">What was typed, by parameter, whatever the capitals of its name.</param>
internal sealed record AskedLine(int Row, IReadOnlyDictionary<string, string?> Values)
{
    private const int LongestShown = 120;

    /// <summary>The parameter that cannot be read as one, and what to write instead.</summary>
    public (string Parameter, RuleText Text)? Refused { get; init; }

    /// <summary>What it names the certification by, cut where it is too long to be shown.</summary>
    public string Typed => Values.GetValueOrDefault("code") is { } typed ? typed.Length <= LongestShown ? typed : typed[..LongestShown] + "…" : "";
}
