namespace CqpPortal.Domain.Eligibility;

/// <summary>What one rule found, and what it looked at.</summary>
public sealed record Finding
{
    public required DatedRule Rule { get; init; }

    public required FindingOutcome Outcome { get; init; }

    public required Bearing Bearing { get; init; }

    /// <summary>Looked at; their names fill the braces of the rule's text.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Day from which it would be met, where there is one.</summary>
    public DateOnly? MetFrom { get; init; }

    /// <summary>Sentence of the rule for this outcome, in both languages, its braces still to fill.</summary>
    public RuleText Text => Rule.TextFor(Outcome);
}
