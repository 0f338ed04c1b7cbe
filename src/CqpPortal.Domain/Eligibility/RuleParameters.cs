using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility;

/// <summary>The figures and lists of one row of a rule. A row gives those that its condition reads.</summary>
public sealed record RuleParameters
{
    /// <summary>In euros.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Most that own rights may pay, in euros; null means no cap.</summary>
    public decimal? Cap { get; init; }

    public int? Months { get; init; }

    /// <summary>Months that a decree still asked for where the statute already asked for <see cref="Months"/>: between both, the answer is conditional.</summary>
    public int? MonthsOfDecree { get; init; }

    /// <summary>Most files a calendar year.</summary>
    public int? Files { get; init; }

    public IReadOnlyList<Register> Registers { get; init; } = [];

    /// <summary>Situations for which the rule holds, or which it exempts.</summary>
    public IReadOnlyList<Situation> Situations { get; init; } = [];

    /// <summary>Top-ups that exempt from a payment.</summary>
    public IReadOnlyList<TopUpSource> TopUps { get; init; } = [];
}
