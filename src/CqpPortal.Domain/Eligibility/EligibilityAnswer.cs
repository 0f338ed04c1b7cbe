using CqpPortal.Domain.Eligibility.Payment;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility;

/// <summary>A verdict with all that was found.</summary>
public sealed record EligibilityAnswer
{
    public required Verdict Verdict { get; init; }

    /// <summary>In the order of the conditions.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The registration that the answer is about, where there is one.</summary>
    public Registration? Registration { get; init; }

    /// <summary>The registration of the same certification that follows it.</summary>
    public Registration? Following { get; init; }

    /// <summary>Null when not eligible, and where no rule gives any.</summary>
    public Amounts? Amounts { get; init; }

    /// <summary>The finding that decides the verdict: the first of the strongest kind, or null where all is met and nothing stands out.</summary>
    public Finding? Deciding => Verdict switch
    {
        Verdict.NotEligible => Findings.FirstOrDefault(finding => finding is { Outcome: FindingOutcome.NotMet, Bearing: not Bearing.Informative }),
        Verdict.Undetermined => Findings.FirstOrDefault(finding => finding is { Outcome: FindingOutcome.Unknown, Bearing: Bearing.Required }),
        Verdict.EligibleUnderConditions => Findings.FirstOrDefault(finding => finding is { Outcome: FindingOutcome.Unknown or FindingOutcome.Warning, Bearing: Bearing.Conditional }),
        _ => Findings.FirstOrDefault(finding => finding is { Outcome: FindingOutcome.Met, Bearing: not Bearing.Informative }),
    };

    /// <summary>
    /// The verdict that findings call for. What nothing speaks for is undetermined: no rule in force that day lets anybody say yes.
    /// </summary>
    public static Verdict VerdictOf(IReadOnlyCollection<Finding> findings)
    {
        if (findings.Any(finding => finding is { Outcome: FindingOutcome.NotMet, Bearing: not Bearing.Informative })) return Verdict.NotEligible;
        if (findings.Any(finding => finding is { Outcome: FindingOutcome.Unknown, Bearing: Bearing.Required })) return Verdict.Undetermined;
        if (!findings.Any(finding => finding is { Outcome: FindingOutcome.Met, Bearing: Bearing.Required })) return Verdict.Undetermined;
        return findings.Any(finding => finding is { Outcome: FindingOutcome.Unknown or FindingOutcome.Warning, Bearing: Bearing.Conditional })
            ? Verdict.EligibleUnderConditions
            : Verdict.Eligible;
    }

    internal static List<Finding> Examine<TQuestion>(RuleBook rules, IEnumerable<ICondition<TQuestion>> conditions, TQuestion question)
    {
        var findings = new List<Finding>();
        foreach (var condition in conditions)
        {
            if (rules.InForce(condition.Series, condition.DayOf(question)) is { } rule && condition.Examine(rule, question) is { } finding) findings.Add(finding);
        }
        return findings;
    }
}
