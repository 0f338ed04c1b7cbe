using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Shared;
using CqpPortal.Web.Wording;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>
/// The six questions everybody asks of a certification, answered for one day from its recognition and its routes. CPF and VAE mean here
/// an active registration and an open route; what depends on the person is not answered, and what is not known is said to be so.
/// </summary>
internal sealed class CertificationAnswers(Certification certification, RecognitionOnDay recognition)
{
    public static IReadOnlyList<(string Question, Answer Answer, string Why)> On(Certification certification, RecognitionOnDay recognition)
    {
        var answers = new CertificationAnswers(certification, recognition);
        return
        [
            Ask("Il compte dans toutes les entreprises ?", answers.Everywhere()),
            Ask("Il a un niveau ?", answers.Level()),
            Ask("Le CPF peut payer ?", answers.Cpf()),
            Ask("Ouvert à la VAE ?", answers.Vae()),
            Ask("En contrat de professionnalisation ?", answers.Professionalisation()),
            Ask("En apprentissage ?", answers.Apprenticeship()),
        ];
    }

    /// <summary>Whether a route is open on the day: the fiche alone does not tell, for what it opens may have ended since.</summary>
    public static Answer Route(AccessRoute route, RecognitionOnDay recognition) => route switch
    {
        { IsOpen: false } => Answer.No("Fermé"),
        { Code: AccessRouteCode.Apprenticeship } => Answer.No("Fermé par la loi"),
        _ when recognition.Status == RecognitionStatus.Abolished => Answer.No("Plus ouvert"),
        _ when recognition.Status == RecognitionStatus.NotTransmitted => Answer.No("Pas encore ouvert"),
        { Code: AccessRouteCode.PriorExperience } when recognition.Status != RecognitionStatus.Rncp => Answer.No("Pas aujourd’hui"),
        _ when recognition.Status == RecognitionStatus.Expired => Answer.If("À confirmer"),
        _ => Answer.Yes("Ouvert"),
    };

    private static (string, Answer, string) Ask(string question, (Answer Answer, string Why) said) => (question, said.Answer, said.Why);

    private (Answer, string) Everywhere() => recognition.Status switch
    {
        RecognitionStatus.Rncp => (Answer.Yes("Oui, partout"), "Il est inscrit au répertoire national (art. L. 6113-1 du code du travail)."),
        RecognitionStatus.Rs => (Answer.If("Oui, en complément"), "Il est inscrit au répertoire spécifique : il s’ajoute à un métier (art. L. 6113-6 du code du travail)."),
        RecognitionStatus.Branch when recognition.Suspended is not null =>
            (Answer.If("Dans sa branche"), "Tant que dure la suspension, seules les entreprises de sa branche le reconnaissent (art. L. 6113-4)."),
        RecognitionStatus.Branch =>
            (Answer.If("Dans sa branche"), "Il n’est inscrit à aucun registre : seules les entreprises de sa branche le reconnaissent (art. L. 6113-4)."),
        RecognitionStatus.Expired when recognition.CountsInBranches =>
            (Answer.If("Dans sa branche"), "Sans enregistrement, il compte encore dans sa branche tant que la commission paritaire ne le supprime pas (art. L. 6113-4)."),
        RecognitionStatus.Expired =>
            (Answer.Unknown("Nous ne savons pas"), "Aucun envoi à France compétences n’est connu. Demandez à la commission paritaire s’il compte encore dans sa branche."),
        RecognitionStatus.Abolished => (Answer.No("Non"), "Il n’est plus délivré. Ceux qui l’ont obtenu gardent sa valeur."),
        _ => (Answer.No("Non"), "Il faut d’abord que la branche le transmette à France compétences (art. L. 6113-4)."),
    };

    private (Answer, string) Level()
    {
        if (recognition.Level is { } level)
        {
            return (Answer.Yes($"Oui, niveau {level}"), RecognitionWords.Equivalent(level.Value) is { } equivalent
                ? $"C’est aussi {equivalent}, sans en être l’équivalent automatique." : "Il figure sur sa fiche au RNCP.");
        }
        return (recognition.Status, recognition.Registration) switch
        {
            (RecognitionStatus.Rs, _) or (_, { Number.Register: Register.Rs }) =>
                (Answer.No("Non"), "Une certification du répertoire spécifique n’a pas de niveau (art. L. 6113-6)."),
            (_, { PrecedesReform: true }) => (Answer.No("Non"), "Il a été inscrit selon les règles d’avant 2019, qui ne donnaient pas de niveau aux CQP."),
            (RecognitionStatus.Expired, { Level: { } past }) =>
                (Answer.No("Plus aujourd’hui"), $"Un certificat obtenu pendant l’enregistrement garde son niveau {past}."),
            (_, not null) => (Answer.Unknown("Non précisé"), "Le registre n’indique pas de niveau pour cette fiche."),
            _ when recognition.Suspended is not null => (Answer.No("Pas en ce moment"), "L’enregistrement qui donne un niveau est suspendu."),
            _ when certification.Registrations.Any(registration => registration.Level is not null) =>
                (Answer.No("Plus aujourd’hui"), "Un certificat obtenu pendant l’enregistrement garde le niveau qu’il avait alors."),
            _ => (Answer.No("Non"), "Seule l’inscription au RNCP donne un niveau."),
        };
    }

    private (Answer, string) Cpf()
    {
        var registration = recognition.Registration;
        if (recognition.Suspended is not null)
            return (Answer.No("Pas en ce moment"), "L’enregistrement est suspendu : aucune entrée en formation n’est possible avec le CPF.");
        return recognition.Status switch
        {
            _ when recognition.IsRegistered && registration!.EffectiveOn is null =>
                (Answer.If("Oui, selon le registre"), $"Le registre ne publie pas le premier jour ; le dernier est le {registration.LastDay.InWords()}. Faites confirmer par l’organisme."),
            RecognitionStatus.Rncp => (Answer.Yes("Oui, aujourd’hui"),
                $"{(registration!.Blocks.Count > 0 ? "Tout le certificat ou un seul bloc" : "Le certificat")}, si l’organisme est habilité et si vous entrez en formation au plus tard le {registration.LastDay.InWords()} (art. L. 6323-6)."),
            RecognitionStatus.Rs => (Answer.If("Oui, avec un plafond"),
                $"1 500 € au plus depuis le 26 février 2026 (art. D. 6323-1 A), si l’organisme est habilité et si vous entrez en formation au plus tard le {registration!.LastDay.InWords()}."),
            RecognitionStatus.Expired when registration!.WithdrawnOn is not null =>
                (Answer.No("Non, plus aujourd’hui"), "L’enregistrement a été retiré. Pour un parcours déjà commencé, demandez à Mon Compte Formation."),
            RecognitionStatus.Expired => (Answer.No("Non, plus aujourd’hui"), "L’enregistrement a pris fin. Un parcours commencé avant continue (art. L. 6113-9)."),
            _ => (Answer.No("Non"), "Seuls les CQP inscrits au RNCP ou au répertoire spécifique ouvrent droit au CPF (art. L. 6323-6). L’employeur ou l’OPCO peut payer."),
        };
    }

    private (Answer, string) Vae()
    {
        var isOpen = IsOpen(AccessRouteCode.PriorExperience);
        return recognition.Status switch
        {
            RecognitionStatus.Rncp => isOpen switch
            {
                true => (Answer.Yes("Oui"), "Sans durée minimum d’expérience depuis le 1er janvier 2024 (art. L. 6411-1)."),
                false => (Answer.No("Non"), "Sa fiche ferme cette voie."),
                null => (Answer.Unknown("Non précisé"), "Sa fiche ne le dit pas : demandez à la commission paritaire."),
            },
            RecognitionStatus.Rs => (Answer.No("Non"), "La VAE n’existe que pour les certifications du RNCP (art. L. 6411-1)."),
            RecognitionStatus.Branch when recognition.Suspended is { Number.Register: Register.Rncp } =>
                (Answer.No("Pas en ce moment"), "La VAE demande un enregistrement en vigueur au RNCP (art. L. 6411-1) ; le sien est suspendu."),
            RecognitionStatus.Expired when isOpen != false && recognition.Registration is { Number.Register: Register.Rncp, WithdrawnOn: null } =>
                (Answer.No("Non, plus aujourd’hui"), "Si votre dossier était recevable avant la fin, vous pouvez encore l’obtenir (art. L. 6113-9)."),
            _ => (Answer.No("Non"), "La VAE demande un enregistrement en vigueur au RNCP (art. L. 6411-1)."),
        };
    }

    private (Answer, string) Professionalisation()
    {
        if (recognition.Status == RecognitionStatus.Abolished) return (Answer.No("Non"), "Il n’est plus délivré.");
        if (recognition.Status == RecognitionStatus.NotTransmitted) return (Answer.No("Pas encore"), "Il n’est pas encore délivré.");
        return (IsOpen(AccessRouteCode.ProfessionalisationContract), recognition.Status) switch
        {
            (false, _) => (Answer.No("Non"), "Sa fiche ferme cette voie."),
            (_, RecognitionStatus.Expired) => (Answer.If("À confirmer"), "La loi l’ouvre à tout CQP, inscrit ou non (art. L. 6314-1), si la branche le délivre encore."),
            (true, _) => (Answer.Yes("Oui"), "L’employeur et son OPCO paient (art. L. 6325-1)."),
            _ => (Answer.If("En principe"), "La loi l’ouvre à tout CQP, inscrit ou non (art. L. 6314-1), mais sa fiche ne le précise pas."),
        };
    }

    private (Answer, string) Apprenticeship() => IsOpen(AccessRouteCode.Apprenticeship) is true
        ? (Answer.No("Non"), "Sa fiche l’annonce, mais la loi réserve l’apprentissage aux diplômes et aux titres (art. L. 6211-1) : demandez à la commission paritaire.")
        : (Answer.No("Non"), "Un CQP ne se prépare pas en apprentissage, réservé aux diplômes et aux titres (art. L. 6211-1).");

    private bool? IsOpen(AccessRouteCode code) => certification.Routes.FirstOrDefault(route => route.Code == code)?.IsOpen;
}
