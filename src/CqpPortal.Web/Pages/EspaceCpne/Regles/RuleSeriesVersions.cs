using System.Text.RegularExpressions;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>One series with its versions over time, and what a new version may say: what the versions so far show that the condition reads and fills.</summary>
internal sealed partial record RuleSeriesVersions(string Series, IReadOnlyList<RuleVersion> Versions)
{
    public static IReadOnlyList<RuleSeriesVersions> Of(IReadOnlyList<RuleVersion> versions) =>
        [.. versions.GroupBy(version => version.Rule.Series).Select(rows => new RuleSeriesVersions(rows.Key, [.. rows]))];

    /// <summary>The one that a new version starts from.</summary>
    public DatedRule Last => Versions[^1].Rule;

    public RuleTopic Topic => Last.Topic;

    public bool HasAmount => Any(parameters => parameters.Amount is not null);

    public bool HasCap => Any(parameters => parameters.Cap is not null);

    public bool HasMonths => Any(parameters => parameters.Months is not null);

    public bool HasMonthsOfDecree => Any(parameters => parameters.MonthsOfDecree is not null);

    public bool HasFiles => Any(parameters => parameters.Files is not null);

    public bool HasRegisters => Any(parameters => parameters.Registers.Count > 0);

    public bool HasSituations => Any(parameters => parameters.Situations.Count > 0);

    public bool HasTopUps => Any(parameters => parameters.TopUps.Count > 0);

    public bool HasParameters => HasAmount || HasCap || HasMonths || HasMonthsOfDecree || HasFiles || HasRegisters || HasSituations || HasTopUps;

    /// <summary>The outcomes that have a sentence, in the order of the enumeration.</summary>
    public IReadOnlyList<FindingOutcome> Outcomes => [.. Versions.SelectMany(version => version.Rule.Texts.Keys).Distinct().Order()];

    public RuleVersion? On(DateOnly day) => Versions.FirstOrDefault(version => version.Rule.Period.Contains(day));

    public RuleVersion? Starting(DateOnly? day) => Versions.FirstOrDefault(version => version.Rule.Period.From == day);

    /// <summary>The names in braces that the condition fills for an outcome: those of the sentences so far, which tests hold to what is found.</summary>
    public IReadOnlyList<FactName> Names(FindingOutcome outcome) =>
    [
        .. Versions.Select(version => version.Rule.Texts.GetValueOrDefault(outcome)).OfType<RuleText>()
            .SelectMany(text => Braces().Matches(text.Fr + text.En)).Select(brace => Enum.Parse<FactName>(brace.Groups[1].Value)).Distinct().Order(),
    ];

    private bool Any(Predicate<RuleParameters> says) => Versions.Any(version => says(version.Rule.Parameters));

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Braces();
}
