using CqpPortal.Domain.Calendar;

namespace CqpPortal.Domain.Eligibility;

/// <summary>
/// One row of the rules: what the law says during a period, with its figures, texts and source. A new law is a new row. The condition that
/// reads it is code; a row that no condition reads informs only.
/// </summary>
public sealed record DatedRule
{
    public const int MaxIdLength = 30;

    /// <summary>As the portal's rule tables name it: <c>E2</c>, <c>P4</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What succeeds one another: rows of one series never overlap. The identifier where a rule has only itself.</summary>
    public required string Series { get; init; }

    public required RuleTopic Topic { get; init; }

    public required ValidityPeriod Period { get; init; }

    public RuleParameters Parameters { get; init; } = new();

    /// <summary>Article, decree or order.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Where the text was read.</summary>
    public required string Source { get; init; }

    /// <summary>The rule in one sentence, for everybody.</summary>
    public required RuleText Explanation { get; init; }

    /// <summary>What to tell the person, by outcome; <see cref="Explanation"/> where none is given.</summary>
    public IReadOnlyDictionary<FindingOutcome, RuleText> Texts { get; init; } = new Dictionary<FindingOutcome, RuleText>();

    public required Confidence Confidence { get; init; }

    public RuleText TextFor(FindingOutcome outcome) => Texts.GetValueOrDefault(outcome) ?? Explanation;
}
