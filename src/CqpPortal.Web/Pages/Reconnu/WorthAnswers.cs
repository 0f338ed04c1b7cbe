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
        Ask(Say("Il existe en droit ?"), Existence(document.Exists)),
        Ask(Say("Où compte-t-il ?"), Place(document.RecognisedIn, document.Exists)),
        Ask(Say("Dans votre entreprise ?"), branch is null ? (Answer.Unknown(Say("Indiquez sa branche")), Say("Son nom ou son IDCC suffit.")) : InBranch(document.BranchRecognised, branch)),
        Ask(Say("Quel niveau ?"), Level(document.Level)),
    ];

    private static (string, Answer, string) Ask(string question, (Answer Answer, string Why) said) => (question, said.Answer, said.Why);

    private static (Answer, string) Existence(bool? exists) => exists switch
    {
        true => (Answer.Yes(Say("Oui")), Say("Sa branche l’a transmis, ou un registre national l’inscrit.")),
        false => (Answer.No(Say("Non")), Say("Il n’est pas transmis à France compétences, ou sa branche l’a supprimé.")),
        null => (Answer.Unknown(Say("Nous ne savons pas")), Say("Aucun envoi à France compétences n’est connu.")),
    };

    private static (Answer, string) Place(string recognisedIn, bool? exists) => recognisedIn switch
    {
        "everywhere" => (Answer.Yes(Say("Dans toutes les entreprises")), Say("Un registre national l’inscrit, ou l’inscrivait quand vous l’avez obtenu.")),
        "branches" => (Answer.If(Say("Dans sa branche")), Say("Seules les entreprises des branches qui l’ont créé le reconnaissent.")),
        _ when exists is null => (Answer.Unknown(Say("Nous ne savons pas")), Say("Demandez à sa commission paritaire s’il compte encore dans sa branche.")),
        _ => (Answer.No(Say("Nulle part ce jour-là")), Say("Ceux qui l’ont obtenu auparavant gardent sa valeur.")),
    };

    private static (Answer, string) InBranch(bool? recognised, string branch) => recognised switch
    {
        true => (Answer.Yes(Say("Oui")), Say($"Branche : {branch}.")),
        false => (Answer.No(Say("Non")), Say($"Branche : {branch}.")),
        null => (Answer.Unknown(Say("Nous ne savons pas")), Say("Le registre ne nomme pas les branches qui l’ont créé.")),
    };

    private static (Answer, string) Level(int? level) => level is null
        ? (Answer.No(Say("Aucun")), Say("Seul un enregistrement au RNCP décidé depuis 2019 donne un niveau."))
        : (Answer.Yes(Say($"Niveau {level}")), RecognitionWords.Equivalent(level.Value) is { } equivalent ? Say($"C’est aussi {equivalent}, sans en être l’équivalent automatique.") : Say("Il figure sur sa fiche au RNCP."));
}
