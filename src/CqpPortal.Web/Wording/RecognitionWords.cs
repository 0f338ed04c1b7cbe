using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Wording;

/// <summary>Recognition in words for people who do not know the law. Tones and icons are those of the style sheet.</summary>
public static class RecognitionWords
{
    /// <summary>Everyday equivalent of a level (art. D. 6113-19 C. trav.).</summary>
    public static string? Equivalent(int level) => level switch
    {
        3 => Say("celui du CAP"),
        4 => Say("celui du baccalauréat"),
        5 => Say("celui du BTS"),
        6 => Say("celui de la licence"),
        7 => Say("celui du master"),
        8 => Say("celui du doctorat"),
        _ => null,
    };

    public static string Tone(RecognitionStatus status) => status switch
    {
        RecognitionStatus.Rncp => "rncp",
        RecognitionStatus.Rs => "rs",
        RecognitionStatus.Branch => "branch",
        _ => "ended",
    };

    public static string Icon(RecognitionStatus status) => status switch
    {
        RecognitionStatus.Rncp => "octagon",
        RecognitionStatus.Rs => "plus",
        RecognitionStatus.Branch => "lozenge",
        RecognitionStatus.Expired => "dashed",
        _ => "crossed",
    };

    /// <summary>The words of the seal.</summary>
    public static string Seal(RecognitionOnDay recognition, int branches, DateOnly? suppressedOn)
    {
        ArgumentNullException.ThrowIfNull(recognition);
        return recognition.Status switch
        {
            RecognitionStatus.Rncp when recognition.Level is { } level => Say($"RNCP · niveau {level}"),
            RecognitionStatus.Rncp => recognition.Registration!.PrecedesReform ? Say("RNCP · sans niveau") : Say("RNCP · niveau non précisé"),
            RecognitionStatus.Rs => Say("Répertoire spécifique"),
            RecognitionStatus.Branch when recognition.Suspended is not null => Say("Enregistrement suspendu"),
            RecognitionStatus.Branch => branches > 1 ? Say($"Reconnu dans {branches} branches") : Say("Reconnu dans la branche"),
            RecognitionStatus.Expired when recognition.Registration!.WithdrawnOn is { } day => Say($"Retiré le {day.InWords()}"),
            RecognitionStatus.Expired => Say($"Terminé le {recognition.Registration!.LastDay.InWords()}"),
            RecognitionStatus.Abolished => Say($"Supprimé le {suppressedOn!.Value.InWords()}"),
            _ => Say("Pas encore transmis"),
        };
    }

    /// <summary>The answer in one sentence: where it counts and until when.</summary>
    public static string Sentence(RecognitionOnDay recognition, IReadOnlyList<string> branches, DateOnly? suppressedOn)
    {
        ArgumentNullException.ThrowIfNull(recognition);
        var until = recognition.IsRegistered ? recognition.Registration!.LastDay.InWords() : "";
        return recognition.Status switch
        {
            RecognitionStatus.Rncp when recognition.Level is { } level => Say($"Reconnu partout en France, au niveau {level}, jusqu’au {until}."),
            RecognitionStatus.Rncp when recognition.Registration!.PrecedesReform => Say($"Reconnu partout en France, sans niveau, jusqu’au {until}."),
            RecognitionStatus.Rncp => Say($"Reconnu partout en France jusqu’au {until}, à un niveau non précisé."),
            RecognitionStatus.Rs => Say($"Inscrit au répertoire spécifique jusqu’au {until} : il complète un métier."),
            RecognitionStatus.Branch when recognition.Suspended is not null =>
                branches.Count > 1
                    ? Say("Enregistrement suspendu : reconnu en ce moment dans les entreprises de ses branches seulement.")
                    : Say("Enregistrement suspendu : reconnu en ce moment dans les entreprises de sa branche seulement."),
            RecognitionStatus.Branch => branches.Count switch
            {
                0 => Say("Reconnu dans les entreprises de sa branche seulement."),
                1 => Say($"Reconnu dans les entreprises de sa branche seulement : {branches[0]}."),
                _ => Say($"Reconnu dans les entreprises de ses {branches.Count} branches seulement."),
            },
            RecognitionStatus.Expired when recognition.Registration!.WithdrawnOn is { } day => Say($"Son enregistrement a été retiré le {day.InWords()}."),
            RecognitionStatus.Expired => Say($"Son enregistrement a pris fin le {recognition.Registration!.LastDay.InWords()}."),
            RecognitionStatus.Abolished => Say($"Supprimé par sa commission paritaire depuis le {suppressedOn!.Value.InWords()}."),
            _ => Say("Pas encore transmis à France compétences : il n’a pas d’existence légale."),
        };
    }

    public static string Kind(CertificationKind kind) => kind == CertificationKind.Cqpi ? "CQPI" : "CQP";

    /// <summary>The routes, in words instead of the register's two letters.</summary>
    public static string Route(AccessRouteCode route) => route switch
    {
        AccessRouteCode.InitialTraining => Say("En formation initiale, comme élève ou étudiant"),
        AccessRouteCode.Apprenticeship => Say("En contrat d’apprentissage"),
        AccessRouteCode.ContinuingTraining => Say("Par la formation continue"),
        AccessRouteCode.ProfessionalisationContract => Say("En contrat de professionnalisation"),
        AccessRouteCode.IndividualApplication => Say("Par candidature individuelle"),
        _ => Say("Par la validation des acquis de l’expérience (VAE)"),
    };

    /// <summary>What a route is, and who pays.</summary>
    public static string RouteHelp(AccessRouteCode route) => route switch
    {
        AccessRouteCode.InitialTraining => Say("Au lycée, dans une école ou à l’université, avant la vie professionnelle."),
        AccessRouteCode.Apprenticeship => Say("La loi réserve l’apprentissage aux diplômes et aux titres (art. L. 6211-1)."),
        AccessRouteCode.ContinuingTraining => Say("Avec un organisme habilité. L’employeur et son OPCO peuvent payer, ou France Travail pour un demandeur d’emploi."),
        AccessRouteCode.ProfessionalisationContract =>
            Say("Un contrat de travail avec des cours, de 16 à 25 ans, ou dès 26 ans pour un demandeur d’emploi. L’employeur et son OPCO paient (art. L. 6325-1)."),
        AccessRouteCode.IndividualApplication => Say("Vous vous présentez à l’évaluation sans suivre la formation."),
        _ => Say("Vous faites reconnaître ce que vous savez déjà faire. Commencez sur France VAE ou auprès de la commission paritaire."),
    };
}
