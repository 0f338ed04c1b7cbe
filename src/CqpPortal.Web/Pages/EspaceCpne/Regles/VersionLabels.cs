using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>What the fields of a version are called.</summary>
internal static class VersionLabels
{
    public static string Of(string field) => field switch
    {
        "from" => Say("Premier jour"),
        "until" => Say("Dernier jour (facultatif)"),
        "retroactive" => Say("Texte paru avec effet rétroactif"),
        "reason" => Say("Pourquoi un effet rétroactif"),
        "id" => Say("Nom court de la version"),
        "amount" => Say("Montant, en euros"),
        "cap" => Say("Plafond, en euros"),
        "months" => Say("Durée, en mois"),
        "monthsOfDecree" => Say("Durée que demande encore le décret, en mois (facultatif)"),
        "files" => Say("Nombre de dossiers par an"),
        "registers" => Say("Répertoires"),
        "situations" => Say("Situations"),
        "topUps" => Say("Compléments"),
        "legalBasis" => Say("Texte de loi"),
        "source" => Say("Source"),
        "fr" => Say("La règle en une phrase, en français"),
        "en" => Say("La règle en une phrase, en anglais"),
        "confidence" => Say("Fiabilité"),
        _ => OfText(field),
    };

    public static string Of(FindingOutcome outcome) => outcome switch
    {
        FindingOutcome.Met => Say("Quand la condition est remplie"),
        FindingOutcome.NotMet => Say("Quand la condition n’est pas remplie"),
        FindingOutcome.Unknown => Say("Quand il manque une réponse"),
        _ => Say("Quand il y a quelque chose à retenir"),
    };

    private static string OfText(string field)
    {
        var (outcome, language) = (field[..^3], field[^2..]);
        var label = Of(Enum.GetValues<FindingOutcome>().First(known => ParameterValues.Of(known) == outcome));
        return language == "fr" ? Say($"{label}, en français") : Say($"{label}, en anglais");
    }
}
