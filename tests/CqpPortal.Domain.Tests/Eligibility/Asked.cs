using System.Text.RegularExpressions;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Rules;
using CqpPortal.Domain.Eligibility.Vae;
using CqpPortal.Domain.Eligibility.Ways;
using CqpPortal.Domain.Eligibility.Worth;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>Questions as the worked cases ask them, and their answers. No answer passes with a brace left to fill in one of its texts.</summary>
internal static partial class Asked
{
    public const string Provider = "12345678200010";

    public static RuleBook Published { get; } = new(PublishedRules.Read(), "published");

    /// <summary>An employee with 5 000 € on the account and an authorised provider; entry on the day of the order unless said.</summary>
    public static CpfQuestion Cpf(CertificationFacts certification, string orderedOn, string? startsOn = null) => new()
    {
        Certification = certification,
        OrderedOn = Day(orderedOn),
        StartsOn = Day(startsOn ?? orderedOn),
        Balance = 5000,
        Provider = AuthorisedUntil(null),
    };

    public static ProviderFacts AuthorisedUntil(string? lastDay) => new(Provider,
        [new Habilitation(MayTrain: true, lastDay is null ? "Actif" : "Supprimé", new ValidityPeriod(Day("2015-01-01"), lastDay is null ? null : Day(lastDay)))]);

    /// <summary>Ten years of experience and no other file, unless said.</summary>
    public static VaeQuestion Vae(CertificationFacts certification, string appliesOn, int months = 120) => new()
    {
        Certification = certification,
        AppliesOn = Day(appliesOn),
        Day = Day(appliesOn),
        ExperienceMonths = months,
        FilesThisYear = 0,
        OtherFilesThisYear = 0,
    };

    public static WorthQuestion Worth(CertificationFacts certification, string day) => new() { Certification = certification, Day = Day(day) };

    public static WorthQuestion Awarded(CertificationFacts certification, string awardedOn, string? startedOn = null) =>
        Worth(certification, awardedOn) with { AwardedOn = Day(awardedOn), StartedOn = startedOn is null ? null : Day(startedOn) };

    public static EligibilityAnswer Prepared(CertificationFacts certification, Way way, string day, Situation situation = Situation.Employee) =>
        new WaysQuestion { Certification = certification, Day = Day(day), Situation = situation }.By(way);

    public static EligibilityAnswer Answer(this CpfQuestion question, RuleBook? rules = null) => Filled(CpfEligibility.Answer(rules ?? Published, question));

    public static EligibilityAnswer Answer(this VaeQuestion question, RuleBook? rules = null) => Filled(VaeEligibility.Answer(rules ?? Published, question));

    public static EligibilityAnswer By(this WaysQuestion question, Way way, RuleBook? rules = null) =>
        question.Answer(rules).Single(answer => answer.Way == way).Answer;

    public static IReadOnlyList<WayAnswer> Answer(this WaysQuestion question, RuleBook? rules = null)
    {
        var answers = WaysToPrepare.Answer(rules ?? Published, question);
        foreach (var (_, answer) in answers) Filled(answer);
        return answers;
    }

    public static WorthAnswer Answer(this WorthQuestion question, RuleBook? rules = null)
    {
        var answer = CertificationWorth.Answer(rules ?? Published, question);
        AreFilled(answer.Findings);
        return answer;
    }

    /// <summary>What a rule found, by its series or else its identifier; null where it said nothing.</summary>
    public static FindingOutcome? Outcome(this EligibilityAnswer answer, string rule) => answer.Findings.Of(rule)?.Outcome;

    public static FindingOutcome? Outcome(this WorthAnswer answer, string rule) => answer.Findings.Of(rule)?.Outcome;

    public static Finding? Of(this IReadOnlyList<Finding> findings, string rule) =>
        findings.FirstOrDefault(finding => finding.Rule.Series == rule) ?? findings.FirstOrDefault(finding => finding.Rule.Id == rule);

    /// <summary>Contribution, what the account pays, what the holder pays.</summary>
    public static (decimal? Contribution, decimal? Account, decimal? Holder) Shares(this EligibilityAnswer answer) =>
        (answer.Amounts?.Contribution, answer.Amounts?.AccountPays, answer.Amounts?.HolderPays);

    private static EligibilityAnswer Filled(EligibilityAnswer answer)
    {
        AreFilled(answer.Findings);
        return answer;
    }

    private static void AreFilled(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var known = finding.Facts.Select(fact => fact.Name.ToString()).ToHashSet();
            Assert.All(Braces().Matches(finding.Text.Fr + finding.Text.En), brace =>
                Assert.True(known.Contains(brace.Groups["name"].Value), $"{finding.Rule.Id}, {finding.Outcome}: nothing fills {brace.Value}."));
        }
    }

    [GeneratedRegex(@"\{(?<name>[^}]*)\}")]
    private static partial Regex Braces();
}
