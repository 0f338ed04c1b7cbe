using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Frameworks;

namespace CqpPortal.Web.Wording;

/// <summary>The fields of an entry in words: what each is called, and what it says to somebody who does not see identifiers.</summary>
internal sealed class EntryWords
{
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
        if (Alone(path) is { } alone) return alone;
        var parts = path.Split('/');
        var row = parts[0] switch
        {
            "owner" => Say($"Branche {_branches.GetValueOrDefault(parts[1], parts[1])}"),
            "route" => Enum.TryParse<AccessRouteCode>(parts[1], out var code) ? Say($"Voie : {RecognitionWords.Route(code)}") : parts[1],
            _ => Row(parts[0]) + (_rows.TryGetValue($"{parts[0]}/{parts[1]}", out var known) ? $" {known.Place}" : ""),
        };
        return parts.Length < 3 || parts[2] is "title" or "open" or "committee" ? row : $"{row}, {OfRow(parts[2])}";
    }

    /// <summary>What a field says; empty where it says nothing.</summary>
    public string Value(string path, string? value)
    {
        if (string.IsNullOrEmpty(value)) return path.EndsWith("/committee", StringComparison.Ordinal) && value is not null ? Say("oui") : "";
        var parts = path.Split('/');
        return parts[^1] switch
        {
            "kind" => value == nameof(CertificationKind.Cqpi) ? "CQPI" : "CQP",
            "open" or "transversal" => value == "yes" ? Say("oui") : Say("non"),
            "block" => TitleOf("block", value),
            "activities" => string.Join("\n", value.Split(' ').Select(id => TitleOf("activity", id))),
            "assessments" => string.Join("\n", value.Split(' ').Select(id => TitleOf("assessment", id))),
            "order" => string.Join("\n", value.Split(' ').Select((id, index) => $"{index + 1}. {TitleOf(parts[0], id)}")),
            _ => value,
        };
    }

    /// <summary>Language of what a field says, as a <c>lang</c> attribute: null where it is said in that of the page.</summary>
    public static string? LanguageOf(string path) => path.Split('/')[^1] is "kind" or "open" or "transversal" or "committee" ? null : Written.FrenchOnly;

    public static string Gap(EntryGap gap) => gap.Kind switch
    {
        FrameworkGapKind.SkillWithoutAssessment => Say("sans évaluation"),
        FrameworkGapKind.SkillWithoutActivity => Say("sans activité"),
        FrameworkGapKind.ActivityWithoutSkill => Say("sans compétence"),
        FrameworkGapKind.BlockWithoutSkill => Say("sans compétence"),
        _ => Say("Aucune compétence transversale"),
    };

    /// <summary>A field that is there once, a kind of rows or their order; null for anything else.</summary>
    private static string? Alone(string name) => name switch
    {
        "kind" => Say("CQP ou CQPI"),
        "title" => Say("Intitulé"),
        "local-code" => Say("Code de la branche"),
        "purpose" => Say("À quoi il sert"),
        "sectors" => Say("Secteurs"),
        "target-jobs" => Say("Métiers visés"),
        "work-situations" => Say("Situations de travail"),
        "regulated-activity" => Say("Activité réglementée"),
        "entry-prerequisites" => Say("Conditions d’entrée"),
        "validation-prerequisites" => Say("Conditions pour valider"),
        "partial-validation" => Say("Obtention par blocs"),
        "information-page" => Say("Page d’information de la commission"),
        "rome" => Say("Codes ROME"),
        "nsf" => Say("Codes NSF"),
        "formacodes" => Say("Formacodes"),
        "owner" => Say("Branches propriétaires"),
        "route" => Say("Voies d’accès"),
        "activity" => Say("Activités"),
        "block" => Say("Blocs"),
        "skill" => Say("Compétences"),
        "assessment" => Say("Évaluations"),
        "activity/order" => Say("Ordre des activités"),
        "block/order" => Say("Ordre des blocs"),
        "skill/order" => Say("Ordre des compétences"),
        "assessment/order" => Say("Ordre des évaluations"),
        _ => null,
    };

    /// <summary>One row of a kind.</summary>
    private static string Row(string name) => name switch
    {
        "activity" => Say("Activité"),
        "block" => Say("Bloc"),
        "skill" => Say("Compétence"),
        "assessment" => Say("Évaluation"),
        _ => name,
    };

    /// <summary>A field of a row.</summary>
    private static string OfRow(string name) => name switch
    {
        "title" => Say("intitulé"),
        "description" => Say("description"),
        "code" => Say("code"),
        "block" => Say("bloc"),
        "activities" => Say("activités"),
        "assessments" => Say("évaluations"),
        "transversal" => Say("transversale"),
        "knowledge" => Say("savoirs"),
        "method" => Say("modalité"),
        "criteria" => Say("critères"),
        "threshold" => Say("seuil à atteindre"),
        "committee" => Say("commission"),
        "joined-on" => Say("depuis le"),
        "left-on" => Say("jusqu’au"),
        "open" => Say("ouverte"),
        "jury" => Say("jury"),
        _ => name,
    };

    private string TitleOf(string kind, string id) => _rows.TryGetValue($"{kind}/{id}", out var row) ? row.Title.Length > 0 ? row.Title : $"{Row(kind)} {row.Place}" : id;

    private void Number(string kind, IEnumerable<(string Id, string Title)> rows)
    {
        foreach (var (index, (id, title)) in rows.Index()) _rows[$"{kind}/{id}"] = (index + 1, title);
    }
}
