using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Reconnu;

/// <summary>The four questions that recognition answers, each in a word and a sentence.</summary>
internal static class WorthAnswers
{
    /// <param name="document">The answer.</param>
    /// <param name="branch">The branch in words; null where none was asked for.</param>
    public static IReadOnlyList<(string Question, Answer Answer, string Why)> Of(WorthDocument document, string? branch) =>
    [
        Ask("Il existe en droit ?", Existence(document.Exists)),
        Ask("Où compte-t-il ?", Place(document.RecognisedIn, document.Exists)),
        Ask("Dans votre entreprise ?", branch is null ? (Answer.Unknown("Indiquez sa branche"), "Son nom ou son IDCC suffit.") : InBranch(document.BranchRecognised, branch)),
        Ask("Quel niveau ?", Level(document.Level)),
    ];

    private static (string, Answer, string) Ask(string question, (Answer Answer, string Why) said) => (question, said.Answer, said.Why);

    private static (Answer, string) Existence(bool? exists) => exists switch
    {
        true => (Answer.Yes("Oui"), "Sa branche l’a transmis, ou un registre national l’inscrit."),
        false => (Answer.No("Non"), "Il n’est pas transmis à France compétences, ou sa branche l’a supprimé."),
        null => (Answer.Unknown("Nous ne savons pas"), "Aucun envoi à France compétences n’est connu."),
    };

    private static (Answer, string) Place(string recognisedIn, bool? exists) => recognisedIn switch
    {
        "everywhere" => (Answer.Yes("Dans toutes les entreprises"), "Un registre national l’inscrit, ou l’inscrivait quand vous l’avez obtenu."),
        "branches" => (Answer.If("Dans sa branche"), "Seules les entreprises des branches qui l’ont créé le reconnaissent."),
        _ when exists is null => (Answer.Unknown("Nous ne savons pas"), "Demandez à sa commission paritaire s’il compte encore dans sa branche."),
        _ => (Answer.No("Nulle part ce jour-là"), "Ceux qui l’ont obtenu auparavant gardent sa valeur."),
    };

    private static (Answer, string) InBranch(bool? recognised, string branch) => recognised switch
    {
        true => (Answer.Yes("Oui"), $"Branche : {branch}."),
        false => (Answer.No("Non"), $"Branche : {branch}."),
        null => (Answer.Unknown("Nous ne savons pas"), "Le registre ne nomme pas les branches qui l’ont créé."),
    };

    private static (Answer, string) Level(int? level) => level is null
        ? (Answer.No("Aucun"), "Seul un enregistrement au RNCP décidé depuis 2019 donne un niveau.")
        : (Answer.Yes($"Niveau {level}"), RecognitionWords.Equivalent(level.Value) is { } equivalent ? $"C’est aussi {equivalent}, sans en être l’équivalent automatique." : "Il figure sur sa fiche au RNCP.");
}
