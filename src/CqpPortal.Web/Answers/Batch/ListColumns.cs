using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Answers.Batch;

/// <summary>Which column of a list is which parameter: by its heading, in French, in English or by the parameter's own name, else by what the first line holds.</summary>
internal sealed class ListColumns
{
    private static readonly string[] WithoutHeadings = ["code", "orderDate", "startDate"];

    private static readonly string[] DateForms = ["yyyy-MM-dd", "d/M/yyyy"];

    /// <summary>Headings as people write them, without accents, capitals, spaces or signs. A title stands for the code where there is none.</summary>
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string[]>
    {
        ["code"] = ["code", "coderncp", "coders", "codecqp", "codecertification", "codefiche", "numero", "numerorncp", "numerofiche", "rncp", "rs", "number"],
        ["title"] = ["titre", "intitule", "libelle", "certification", "formation", "cqp", "title"],
        ["block"] = ["bloc", "codebloc"],
        ["orderDate"] = ["datecommande", "datedecommande", "datedelacommande", "commande", "orderdate"],
        ["startDate"] = ["dateentree", "datedentree", "dateentreeenformation", "datedentreeenformation", "entreeenformation", "datedebut", "datededebut", "debut", "startdate"],
        ["finishedOn"] = ["datefin", "datedefin", "fin", "finformation", "findeformation", "enddate"],
        ["situation"] = ["situation"],
        ["branch"] = ["idcc"],
        ["price"] = ["prix", "cout", "tarif"],
        ["balance"] = ["solde", "soldecpf"],
        ["topUp"] = ["abondement", "complement", "topup"],
        ["providerSiret"] = ["siretorganisme", "siretdelorganisme", "providersiret"],
    }.SelectMany(entry => entry.Value.Select(word => (Word: word, Parameter: entry.Key))).ToFrozenDictionary(entry => entry.Word, entry => entry.Parameter);

    private static readonly FrozenDictionary<string, string> Situations = new Dictionary<string, string>
    {
        ["salarie"] = "employee",
        ["salariee"] = "employee",
        ["salarieduprive"] = "employee",
        ["salarieeduprive"] = "employee",
        ["demandeurdemploi"] = "job-seeker",
        ["demandeusedemploi"] = "job-seeker",
        ["independant"] = "self-employed",
        ["independante"] = "self-employed",
        ["agentpublic"] = "public-agent",
        ["agentepublique"] = "public-agent",
        ["retraite"] = "retired",
        ["retraitee"] = "retired",
        ["jeune"] = "young",
        ["benevole"] = "volunteer",
        ["aidant"] = "carer",
        ["aidante"] = "carer",
        ["jobseeker"] = "job-seeker",
        ["selfemployed"] = "self-employed",
        ["publicagent"] = "public-agent",
    }.ToFrozenDictionary();

    private readonly IReadOnlyList<(int Place, string Parameter)> _places;

    private ListColumns(IEnumerable<(int Place, string Parameter)> places)
    {
        // The code first, so that the title only fills its absence.
        _places = [.. places.OrderBy(column => column.Parameter == "title")];
    }

    /// <summary>The parameters that the columns bear, those of no use being null.</summary>
    public static string?[] Read(IEnumerable<string> headings) =>
        [.. headings.Select(heading => QuestionKind.Cpf.ParameterNames.FirstOrDefault(name => name.Equals(heading.Trim(), StringComparison.OrdinalIgnoreCase)) ?? Words.GetValueOrDefault(Folded(heading)))];

    /// <summary>The first column is the code unless a heading says better.</summary>
    public static ListColumns ByHeadings(IReadOnlyList<string> headings)
    {
        var parameters = Read(headings);
        if (!parameters.Any(parameter => parameter is "code" or "title")) parameters[0] = "code";
        return new ListColumns(from column in parameters.Index() where column.Item is not null select (column.Index, column.Item));
    }

    /// <summary>The code, then the days of order and of entry where the first line has them.</summary>
    public static ListColumns ByFirstLine(IReadOnlyList<string> cells) => new(
        WithoutHeadings.Index().TakeWhile(column => column.Index == 0 || (column.Index < cells.Count && IsDate(cells[column.Index]))).Select(column => (column.Index, column.Item)));

    /// <summary>Whether a first cell names a certification, or the next one is a day: a comma between them then parts columns and not the words of a title.</summary>
    public static bool AreCodeAndMore(string[] cells) =>
        RegistryNumber.TryParse(cells[0], out _) || SkillBlockCode.TryParse(cells[0], null, out _) || cells[0].Trim() is { Length: > 0 } code && code.All(char.IsAsciiDigit) || IsDate(cells[1]);

    public IReadOnlyDictionary<string, string?> Values(IReadOnlyList<string> cells)
    {
        var values = new Dictionary<string, string?>(_places.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (place, parameter) in _places)
        {
            if (place < cells.Count && !string.IsNullOrWhiteSpace(cells[place])) values.TryAdd(parameter == "title" ? "code" : parameter, Value(parameter, cells[place]));
        }
        return values;
    }

    /// <summary>The parameter that a column was understood to be; empty for the others.</summary>
    public string ParameterAt(int place) => _places.FirstOrDefault(column => column.Place == place).Parameter ?? "";

    /// <summary>The column of a parameter, or -1.</summary>
    public int PlaceOf(string parameter) => _places.Where(column => column.Parameter == parameter).Select(column => column.Place).FirstOrDefault(-1);

    private static string Value(string parameter, string cell) => parameter == "situation" ? Situations.GetValueOrDefault(Folded(cell), cell) : cell;

    private static bool IsDate(string cell) => DateOnly.TryParseExact(cell.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Folded(string heading) => string.Concat(heading.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
