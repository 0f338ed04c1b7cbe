using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Database.Tests.Eligibility;

/// <summary>Rules made up for tests.</summary>
internal static class Rules
{
    public static DatedRule Rule(string series, string from, string? until = null, string? id = null) => new()
    {
        Id = id ?? series,
        Series = series,
        Topic = RuleTopic.Payment,
        Period = new ValidityPeriod(DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null)),
        Parameters = new RuleParameters { Amount = 103.20m, Situations = [Situation.JobSeeker], TopUps = [TopUpSource.AtMp] },
        LegalBasis = "R. 6323-1",
        Source = "https://exemple.invalid/texte",
        Explanation = new RuleText("Vous payez {Amount}.", "You pay {Amount}."),
        Texts = new Dictionary<FindingOutcome, RuleText> { [FindingOutcome.NotMet] = new("Non.", "No.") },
        Confidence = Confidence.Medium,
    };
}
