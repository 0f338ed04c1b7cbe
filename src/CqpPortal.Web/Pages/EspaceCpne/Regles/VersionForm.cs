using System.Globalization;
using System.Text.RegularExpressions;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>The form of a version: what was typed, field by field, and the rule that it makes once it reads.</summary>
internal sealed partial record VersionForm(RuleSeriesVersions Series, IReadOnlyDictionary<string, string> Values)
{
    private static readonly string[] PlainNames =
        ["from", "until", "retroactive", "reason", "id", "amount", "cap", "months", "monthsOfDecree", "files", "registers", "situations", "topUps", "legalBasis", "source", "fr", "en", "confidence"];

    public static IReadOnlyDictionary<string, Register> Registers { get; } = new Dictionary<string, Register> { ["rncp"] = Register.Rncp, ["rs"] = Register.Rs };

    public static IReadOnlyDictionary<string, Confidence> Confidences { get; } =
        Enum.GetValues<Confidence>().ToDictionary(ParameterValues.Of);

    /// <summary>As typed; null where it is empty.</summary>
    public string? this[string name] => Values.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    public bool IsRetroactive => this["retroactive"] is not null;

    public DateOnly? From => Read.Date("from");

    public DateOnly? Until => Read.Date("until");

    /// <summary>Reads the fields one by one, each time anew: what does not read is null.</summary>
    public Parameters Read => new(name => this[name]);

    public IEnumerable<string> Names => PlainNames.Concat(Series.Outcomes.SelectMany(outcome => new[] { TextName(outcome, "fr"), TextName(outcome, "en") }));

    public static string TextName(FindingOutcome outcome, string language) => $"{ParameterValues.Of(outcome)}-{language}";

    /// <summary>What was sent. Sentences are one line each, whatever was pasted.</summary>
    public static VersionForm Of(RuleSeriesVersions series, IFormCollection sent)
    {
        var empty = new VersionForm(series, new Dictionary<string, string>());
        return empty with { Values = empty.Names.ToDictionary(name => name, name => Spaces().Replace(string.Join(',', sent[name].ToArray()).Replace("\0", "", StringComparison.Ordinal), " ").Trim()) };
    }

    /// <summary>A version to start from: its last one, or the one to correct.</summary>
    public static VersionForm Of(RuleSeriesVersions series, DatedRule rule, bool isCorrected)
    {
        var (parameters, invariant) = (rule.Parameters, CultureInfo.InvariantCulture);
        var values = new Dictionary<string, string>
        {
            ["from"] = isCorrected ? TypedForm.Iso(rule.Period.From) : "",
            ["until"] = isCorrected && rule.Period.Until is { } until ? TypedForm.Iso(until) : "",
            ["id"] = rule.Id,
            ["amount"] = Euros(parameters.Amount),
            ["cap"] = Euros(parameters.Cap),
            ["months"] = parameters.Months?.ToString(invariant) ?? "",
            ["monthsOfDecree"] = parameters.MonthsOfDecree?.ToString(invariant) ?? "",
            ["files"] = parameters.Files?.ToString(invariant) ?? "",
            ["registers"] = string.Join(',', Registers.Where(known => parameters.Registers.Contains(known.Value)).Select(known => known.Key)),
            ["situations"] = string.Join(',', parameters.Situations.Select(ParameterValues.Of)),
            ["topUps"] = string.Join(',', parameters.TopUps.Select(ParameterValues.Of)),
            ["legalBasis"] = rule.LegalBasis,
            ["source"] = rule.Source,
            ["fr"] = rule.Explanation.Fr,
            ["en"] = rule.Explanation.En,
            ["confidence"] = ParameterValues.Of(rule.Confidence),
        };
        foreach (var outcome in series.Outcomes)
        {
            // A sentence that only an older version had is worth keeping as a start.
            var text = rule.Texts.GetValueOrDefault(outcome) ?? series.Versions.Select(version => version.Rule.Texts.GetValueOrDefault(outcome)).Last(known => known is not null)!;
            values[TextName(outcome, "fr")] = text.Fr;
            values[TextName(outcome, "en")] = text.En;
        }
        return new VersionForm(series, values);
    }

    /// <summary>The ticked values of a list.</summary>
    public IReadOnlyList<string> Ticked(string name) => this[name]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The rule. Call it on a form without errors.</summary>
    public DatedRule ToRule() => new()
    {
        Id = this["id"]!,
        Series = Series.Series,
        Topic = Series.Topic,
        Period = new ValidityPeriod(From!.Value, Until),
        Parameters = new RuleParameters
        {
            Amount = Series.HasAmount ? Read.Euros("amount") : null,
            Cap = Series.HasCap ? Read.Euros("cap") : null,
            Months = Series.HasMonths ? Read.Count("months", VersionValidator.MostMonths) : null,
            MonthsOfDecree = Series.HasMonthsOfDecree ? Read.Count("monthsOfDecree", VersionValidator.MostMonths) : null,
            Files = Series.HasFiles ? Read.Count("files", VersionValidator.MostFiles) : null,
            Registers = Series.HasRegisters ? [.. Ticked("registers").Select(value => Registers[value])] : [],
            Situations = Series.HasSituations ? [.. Ticked("situations").Select(value => ParameterValues.Situations[value])] : [],
            TopUps = Series.HasTopUps ? [.. Ticked("topUps").Select(value => ParameterValues.TopUps[value])] : [],
        },
        LegalBasis = this["legalBasis"]!,
        Source = this["source"]!,
        Explanation = new RuleText(this["fr"]!, this["en"]!),
        Texts = Series.Outcomes.ToDictionary(outcome => outcome, outcome => new RuleText(this[TextName(outcome, "fr")]!, this[TextName(outcome, "en")]!)),
        Confidence = Confidences[this["confidence"]!],
    };

    /// <summary>For the parts of pages that show fields and errors.</summary>
    public TypedForm Typed(IReadOnlyDictionary<string, RuleText> refused) => new("/espace-cpne/regles/ajouter", Names.ToDictionary(name => name, VersionLabels.Of))
    {
        Values = Values,
        Refused = refused,
    };

    /// <summary>Without a symbol or a space between thousands: a text to change.</summary>
    private static string Euros(decimal? euros) => euros?.ToString(euros == decimal.Truncate(euros.Value) ? "0" : "0.00", Written.Culture) ?? "";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
