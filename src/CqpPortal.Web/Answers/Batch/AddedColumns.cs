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

    private readonly bool _isFrench;

    private AddedColumns(bool isFrench, params string[] names)
    {
        _isFrench = isFrench;
        Names = names;
    }

    /// <summary>For programs: names and values of the API, whatever the language of the reasons.</summary>
    public static AddedColumns OfApi { get; } = new(
        false, "verdict", "reason", "understoodAs", "registeredUntil", "possibleFrom", "contribution", "holderPays", "replacement", "suggestion", "rulesVersion", "dataDate");

    /// <summary>For people and their spreadsheet.</summary>
    public static AddedColumns InFrench { get; } = new(
        true, "réponse", "raison", "certification comprise", "enregistrée jusqu’au", "possible à partir du", "participation", "reste à payer", "remplacée par", "vouliez-vous dire",
        "version des règles", "date des données");

    public IReadOnlyList<string> Names { get; }

    /// <summary>How many columns a list has of its own: when it comes back completed, its old answers make room for the new ones.</summary>
    public static int OwnOf(IReadOnlyList<string> headings)
    {
        var added = new[] { OfApi, InFrench }.FirstOrDefault(columns => headings.TakeLast(columns.Names.Count).SequenceEqual(columns.Names));
        return headings.Count - (added?.Names.Count ?? 0);
    }

    /// <summary>What a parameter is called where the list does not name it.</summary>
    public string NameOf(string parameter) => _isFrench ? French.GetValueOrDefault(parameter, parameter) : parameter;

    public IEnumerable<string> Cells(CheckedLine line) =>
    [
        _isFrench ? LineVerdicts.Of(line.Verdict) : line.Verdict, line.Reason, line.Title ?? "", Day(line.RegisteredUntil), Day(line.PossibleFrom), Euros(line.Contribution), Euros(line.HolderPays),
        line.Replacement?.Code ?? "", string.Join(", ", line.Suggestions.Select(suggestion => suggestion.Code)), line.RulesVersion ?? "", Day(line.DataDate),
    ];

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    private string Euros(decimal? euros) => euros?.ToString("0.00", _isFrench ? Written.FrenchCulture : CultureInfo.InvariantCulture) ?? "";
}
