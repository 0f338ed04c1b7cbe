using System.Globalization;

namespace CqpPortal.Web.Answers.Batch;

/// <summary>The columns that the completed list has more, by name and in words.</summary>
internal sealed class AddedColumns
{
    private static readonly Dictionary<string, string> French = new()
    {
        ["orderDate"] = "date de commande",
        ["startDate"] = "date d’entrée",
        ["finishedOn"] = "date de fin",
        ["block"] = "bloc",
        ["branch"] = "IDCC",
        ["price"] = "prix",
        ["balance"] = "solde",
        ["topUp"] = "abondement",
        ["providerSiret"] = "SIRET de l’organisme",
    };

    private static readonly Dictionary<string, string> English = new()
    {
        ["orderDate"] = "order date",
        ["startDate"] = "start date",
        ["finishedOn"] = "end date",
        ["branch"] = "IDCC",
        ["topUp"] = "top-up",
        ["providerSiret"] = "provider SIRET",
    };

    /// <summary>Of the people who read it; null for programs.</summary>
    private readonly Language? _language;

    private AddedColumns(Language? language, params string[] names)
    {
        _language = language;
        Names = names;
    }

    /// <summary>For programs: names and values of the API, whatever the language of the reasons.</summary>
    public static AddedColumns OfApi { get; } = new(
        null, "verdict", "reason", "understoodAs", "registeredUntil", "possibleFrom", "contribution", "holderPays", "replacement", "suggestion", "rulesVersion", "dataDate");

    private static AddedColumns InFrench { get; } = new(
        Language.French, "réponse", "raison", "certification comprise", "enregistrée jusqu’au", "possible à partir du", "participation", "reste à payer", "remplacée par", "vouliez-vous dire",
        "version des règles", "date des données");

    private static AddedColumns InEnglish { get; } = new(
        Language.English, "answer", "reason", "certification understood", "registered until", "possible from", "contribution", "left to pay", "replaced by", "did you mean", "version of the rules", "date of the data");

    public IReadOnlyList<string> Names { get; }

    /// <summary>For people and their spreadsheet.</summary>
    public static AddedColumns Of(Language language) => language == Language.English ? InEnglish : InFrench;

    /// <summary>How many columns a list has of its own: when it comes back completed, its old answers make room for the new ones.</summary>
    public static int OwnOf(IReadOnlyList<string> headings)
    {
        var added = new[] { OfApi, InFrench, InEnglish }.FirstOrDefault(columns => headings.TakeLast(columns.Names.Count).SequenceEqual(columns.Names));
        return headings.Count - (added?.Names.Count ?? 0);
    }

    /// <summary>What a parameter is called where the list does not name it.</summary>
    public string NameOf(string parameter) => _language switch
    {
        Language.French => French.GetValueOrDefault(parameter, parameter),
        Language.English => English.GetValueOrDefault(parameter, parameter),
        _ => parameter,
    };

    public IEnumerable<string> Cells(CheckedLine line) =>
    [
        _language is null ? line.Verdict : LineVerdicts.Of(line.Verdict), line.Reason, line.Title ?? "", Day(line.RegisteredUntil), Day(line.PossibleFrom), Euros(line.Contribution), Euros(line.HolderPays),
        line.Replacement?.Code ?? "", string.Join(", ", line.Suggestions.Select(suggestion => suggestion.Code)), line.RulesVersion ?? "", Day(line.DataDate),
    ];

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    private string Euros(decimal? euros) => euros?.ToString("0.00", _language == Language.French ? Written.FrenchCulture : CultureInfo.InvariantCulture) ?? "";
}
