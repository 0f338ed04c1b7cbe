using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>What the fields of a version are called, in French.</summary>
internal static class VersionLabels
{
    private static readonly Dictionary<string, string> Labels = new()
    {
        ["from"] = "Premier jour",
        ["until"] = "Dernier jour (facultatif)",
        ["retroactive"] = "Texte paru avec effet rétroactif",
        ["reason"] = "Pourquoi un effet rétroactif",
        ["id"] = "Nom court de la version",
        ["amount"] = "Montant, en euros",
        ["cap"] = "Plafond, en euros",
        ["months"] = "Durée, en mois",
        ["monthsOfDecree"] = "Durée que demande encore le décret, en mois (facultatif)",
        ["files"] = "Nombre de dossiers par an",
        ["registers"] = "Répertoires",
        ["situations"] = "Situations",
        ["topUps"] = "Compléments",
        ["legalBasis"] = "Texte de loi",
        ["source"] = "Source",
        ["fr"] = "La règle en une phrase, en français",
        ["en"] = "La règle en une phrase, en anglais",
        ["confidence"] = "Fiabilité",
    };

    public static string Of(FindingOutcome outcome) => outcome switch
    {
        FindingOutcome.Met => "Quand la condition est remplie",
        FindingOutcome.NotMet => "Quand la condition n’est pas remplie",
        FindingOutcome.Unknown => "Quand il manque une réponse",
        _ => "Quand il y a quelque chose à retenir",
    };

    public static string Of(string field)
    {
        if (Labels.TryGetValue(field, out var label)) return label;
        var (outcome, language) = (field[..^3], field[^2..]);
        return $"{Of(Enum.GetValues<FindingOutcome>().First(known => ParameterValues.Of(known) == outcome))}, en {(language == "fr" ? "français" : "anglais")}";
    }
}
