using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Frameworks;

namespace CqpPortal.Web.Wording;

/// <summary>The fields of an entry in words: what each is called, and what it says to somebody who does not see identifiers.</summary>
internal sealed class EntryWords
{
    private static readonly Dictionary<string, string> Alone = new()
    {
        ["kind"] = "CQP ou CQPI",
        ["title"] = "Intitulé",
        ["local-code"] = "Code de la branche",
        ["purpose"] = "À quoi il sert",
        ["sectors"] = "Secteurs",
        ["target-jobs"] = "Métiers visés",
        ["work-situations"] = "Situations de travail",
        ["regulated-activity"] = "Activité réglementée",
        ["entry-prerequisites"] = "Conditions d’entrée",
        ["validation-prerequisites"] = "Conditions pour valider",
        ["partial-validation"] = "Obtention par blocs",
        ["information-page"] = "Page d’information de la commission",
        ["rome"] = "Codes ROME",
        ["nsf"] = "Codes NSF",
        ["formacodes"] = "Formacodes",
        ["owner"] = "Branches propriétaires",
        ["route"] = "Voies d’accès",
        ["activity"] = "Activités",
        ["block"] = "Blocs",
        ["skill"] = "Compétences",
        ["assessment"] = "Évaluations",
        ["activity/order"] = "Ordre des activités",
        ["block/order"] = "Ordre des blocs",
        ["skill/order"] = "Ordre des compétences",
        ["assessment/order"] = "Ordre des évaluations",
    };

    private static readonly Dictionary<string, string> Rows = new() { ["activity"] = "Activité", ["block"] = "Bloc", ["skill"] = "Compétence", ["assessment"] = "Évaluation" };

    private static readonly Dictionary<string, string> OfRows = new()
    {
        ["title"] = "intitulé",
        ["description"] = "description",
        ["code"] = "code",
        ["block"] = "bloc",
        ["activities"] = "activités",
        ["assessments"] = "évaluations",
        ["transversal"] = "transversale",
        ["knowledge"] = "savoirs",
        ["method"] = "modalité",
        ["criteria"] = "critères",
        ["threshold"] = "seuil à atteindre",
        ["committee"] = "commission",
        ["joined-on"] = "depuis le",
        ["left-on"] = "jusqu’au",
        ["open"] = "ouverte",
        ["jury"] = "jury",
    };

    private readonly Dictionary<string, (int Place, string Title)> _rows = [];
    private readonly IReadOnlyDictionary<string, string> _branches;

    /// <param name="texts">The texts that are spoken of, the one whose row numbers count last.</param>
    /// <param name="branches">Names of branches by IDCC, where they are to be read.</param>
    public EntryWords(IEnumerable<EntryText> texts, IReadOnlyDictionary<string, string>? branches = null)
    {
        _branches = branches ?? new Dictionary<string, string>();
        foreach (var text in texts)
        {
            Number("activity", text.Activities.Select(row => (row.Id, row.Title)));
            Number("block", text.Blocks.Select(row => (row.Id, $"{row.Code} {row.Title}".Trim())));
            Number("skill", text.Skills.Select(row => (row.Id, row.Title)));
            Number("assessment", text.Assessments.Select(row => (row.Id, row.Title)));
        }
    }

    /// <summary><c>Compétence 2</c>, <c>Compétence 2, bloc</c>, <c>Intitulé</c>.</summary>
    public string Label(string path)
    {
        if (Alone.TryGetValue(path, out var alone)) return alone;
        var parts = path.Split('/');
        var row = parts[0] switch
        {
            "owner" => $"Branche {_branches.GetValueOrDefault(parts[1], parts[1])}",
            "route" => Enum.TryParse<AccessRouteCode>(parts[1], out var code) ? $"Voie : {RecognitionWords.Route(code)}" : parts[1],
            _ => Rows.GetValueOrDefault(parts[0], parts[0]) + (_rows.TryGetValue($"{parts[0]}/{parts[1]}", out var known) ? $" {known.Place}" : ""),
        };
        return parts.Length < 3 || parts[2] is "title" or "open" or "committee" ? row : $"{row}, {OfRows.GetValueOrDefault(parts[2], parts[2])}";
    }

    /// <summary>What a field says; empty where it says nothing.</summary>
    public string Value(string path, string? value)
    {
        if (string.IsNullOrEmpty(value)) return path.EndsWith("/committee", StringComparison.Ordinal) && value is not null ? "oui" : "";
        var parts = path.Split('/');
        return parts[^1] switch
        {
            "kind" => value == nameof(CertificationKind.Cqpi) ? "CQPI" : "CQP",
            "open" or "transversal" => value == "yes" ? "oui" : "non",
            "block" => TitleOf("block", value),
            "activities" => string.Join("\n", value.Split(' ').Select(id => TitleOf("activity", id))),
            "assessments" => string.Join("\n", value.Split(' ').Select(id => TitleOf("assessment", id))),
            "order" => string.Join("\n", value.Split(' ').Select((id, index) => $"{index + 1}. {TitleOf(parts[0], id)}")),
            _ => value,
        };
    }

    public static string Gap(EntryGap gap) => gap.Kind switch
    {
        FrameworkGapKind.SkillWithoutAssessment => "sans évaluation",
        FrameworkGapKind.SkillWithoutActivity => "sans activité",
        FrameworkGapKind.ActivityWithoutSkill => "sans compétence",
        FrameworkGapKind.BlockWithoutSkill => "sans compétence",
        _ => "Aucune compétence transversale",
    };

    private string TitleOf(string kind, string id) => _rows.TryGetValue($"{kind}/{id}", out var row) ? row.Title.Length > 0 ? row.Title : $"{Rows[kind]} {row.Place}" : id;

    private void Number(string kind, IEnumerable<(string Id, string Title)> rows)
    {
        foreach (var (index, (id, title)) in rows.Index()) _rows[$"{kind}/{id}"] = (index + 1, title);
    }
}
