using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Shared;
using CqpPortal.Web.Wording;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>
/// The six questions everybody asks of a certification, answered for one day from its recognition and its routes. CPF and VAE mean here
/// an active registration and an open route; what depends on the person is not answered.
/// </summary>
internal static class CertificationAnswers
{
    public static IEnumerable<(string Question, Answer Answer, string Why)> On(Certification certification, RecognitionOnDay recognition)
    {
        yield return ("Il compte dans toutes les entreprises ?", Everywhere(recognition.Status), EverywhereWhy(recognition.Status));
        yield return Level(recognition);
        yield return Cpf(recognition);
        yield return Vae(certification, recognition);
        yield return Professionalisation(certification, recognition);
        yield return ("En apprentissage ?", Answer.No("Non"),
            "Un CQP ne se prépare pas en apprentissage, réservé aux diplômes et aux titres (art. L. 6211-1 du code du travail).");
    }

    private static Answer Everywhere(RecognitionStatus status) => status switch
    {
        RecognitionStatus.Rncp or RecognitionStatus.Rs => Answer.Yes("Oui, partout"),
        RecognitionStatus.Branch => Answer.If("Dans sa branche"),
        _ => Answer.No("Non"),
    };

    private static string EverywhereWhy(RecognitionStatus status) => status switch
    {
        RecognitionStatus.Rncp => "Il est inscrit au répertoire national (art. L. 6113-1 du code du travail).",
        RecognitionStatus.Rs => "Il est inscrit au répertoire spécifique, comme complément d’un métier (art. L. 6113-6).",
        RecognitionStatus.Branch => "Il n’est inscrit à aucun registre : seules les entreprises de sa branche doivent le reconnaître (art. L. 6113-4).",
        RecognitionStatus.Expired => "Son enregistrement a pris fin. Ceux qui l’ont obtenu avant gardent sa valeur.",
        RecognitionStatus.Abolished => "Il n’est plus délivré. Ceux qui l’ont obtenu gardent sa valeur.",
        _ => "Il faut d’abord que la branche le transmette à France compétences (art. L. 6113-4).",
    };

    private static (string, Answer, string) Level(RecognitionOnDay recognition)
    {
        const string Question = "Il a un niveau ?";
        if (recognition.Level is { } level)
            return (Question, Answer.Yes($"Oui, niveau {level}"), $"C’est aussi {RecognitionWords.Equivalent(level.Value)}, sans en être l’équivalent automatique.");
        return recognition.Status switch
        {
            RecognitionStatus.Rncp when recognition.Registration!.PrecedesReform =>
                (Question, Answer.No("Non"), "Il a été inscrit selon les règles d’avant 2019, qui ne donnaient pas de niveau aux CQP."),
            RecognitionStatus.Rncp => (Question, Answer.Unknown("Non précisé"), "Le registre n’indique pas de niveau pour cette fiche."),
            RecognitionStatus.Rs => (Question, Answer.No("Non"), "Une certification du répertoire spécifique n’a pas de niveau (art. L. 6113-6)."),
            RecognitionStatus.Expired => (Question, Answer.No("Plus aujourd’hui"), "Un certificat obtenu pendant l’enregistrement garde le niveau qu’il avait alors."),
            _ => (Question, Answer.No("Non"), "Seule l’inscription au RNCP donne un niveau."),
        };
    }

    private static (string, Answer, string) Cpf(RecognitionOnDay recognition)
    {
        const string Question = "Le CPF peut payer ?";
        return recognition.Status switch
        {
            RecognitionStatus.Rncp => (Question, Answer.Yes("Oui, aujourd’hui"),
                $"Tout le certificat ou un seul bloc, si l’organisme est habilité et si vous entrez en formation au plus tard le {recognition.Registration!.LastDay.InWords()} (art. L. 6323-6)."),
            RecognitionStatus.Rs => (Question, Answer.If("Oui, avec un plafond"),
                $"1 500 € au plus depuis le 26 février 2026 (art. D. 6323-1 A), pour une entrée au plus tard le {recognition.Registration!.LastDay.InWords()}."),
            RecognitionStatus.Expired => (Question, Answer.No("Non, plus sous ce numéro"), "L’enregistrement a pris fin. Un parcours commencé avant continue (art. L. 6113-9)."),
            _ => (Question, Answer.No("Non"), "Seuls les CQP inscrits au RNCP ou au répertoire spécifique ouvrent droit au CPF (art. L. 6323-6). L’employeur ou l’OPCO peut payer."),
        };
    }

    private static (string, Answer, string) Vae(Certification certification, RecognitionOnDay recognition)
    {
        const string Question = "Ouvert à la VAE ?";
        if (recognition.Status != RecognitionStatus.Rncp)
            return (Question, Answer.No("Non"), "La VAE demande une certification en vigueur au RNCP (art. L. 6412-1-1).");
        return certification.Routes.Find(route => route.Code == AccessRouteCode.PriorExperience)?.IsOpen switch
        {
            true => (Question, Answer.Yes("Oui"), "Sans durée minimum d’expérience depuis le 1er janvier 2024."),
            false => (Question, Answer.No("Non"), "Sa fiche ferme cette voie."),
            null => (Question, Answer.Unknown("Non précisé"), "Sa fiche ne le dit pas : demandez à la commission paritaire."),
        };
    }

    private static (string, Answer, string) Professionalisation(Certification certification, RecognitionOnDay recognition)
    {
        const string Question = "En contrat de professionnalisation ?";
        if (recognition.Status is RecognitionStatus.Abolished or RecognitionStatus.NotTransmitted)
            return (Question, Answer.No("Non"), "Il n’est pas délivré aujourd’hui.");
        return certification.Routes.Find(route => route.Code == AccessRouteCode.ProfessionalisationContract)?.IsOpen switch
        {
            true => (Question, Answer.Yes("Oui"), "L’employeur et son OPCO paient (art. L. 6325-1)."),
            false => (Question, Answer.No("Non"), "Sa fiche ferme cette voie."),
            null => (Question, Answer.If("En principe"), "La loi l’ouvre à tout CQP (art. L. 6314-1), mais la fiche ne le précise pas."),
        };
    }
}
