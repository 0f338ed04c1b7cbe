using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.Domain.Records;

namespace CqpPortal.Web.Wording;

/// <summary>Dated facts in words, for the staff and for the audit log.</summary>
internal static class RecordWords
{
    public static string Of(BranchState? state) => state switch
    {
        BranchState.Idea => "Idée",
        BranchState.Proposed => "Proposée à la commission",
        BranchState.Refused => "Refusée par la commission",
        BranchState.Created => "Créée, pas encore transmise",
        BranchState.Transmitted => "Transmise",
        BranchState.Revised => "Révisée, à transmettre de nouveau",
        BranchState.Suppressed => "Supprimée",
        BranchState.Closed => "Close",
        _ => "Rien n’est enregistré",
    };

    public static string Of(ProposalKind kind) => kind switch
    {
        ProposalKind.Idea => "Idée",
        ProposalKind.Proposed => "Proposition à la commission",
        _ => "Refus par la commission",
    };

    public static string Of(CommitteeDecisionKind kind) => kind switch
    {
        CommitteeDecisionKind.Creation => "Création",
        CommitteeDecisionKind.Revision => "Révision",
        CommitteeDecisionKind.RenewalRequest => "Demande de renouvellement",
        CommitteeDecisionKind.Suppression => "Décision de suppression",
        CommitteeDecisionKind.IpTransfer => "Cession des droits",
        _ => "Délégation",
    };

    public static string Of(TransmissionAuthority authority) => authority switch
    {
        TransmissionAuthority.Cncp => "CNCP",
        TransmissionAuthority.FranceCompetences => "France compétences",
        _ => "Caisse des dépôts",
    };

    public static string Of(Register register) => register == Register.Rncp ? "RNCP" : "Répertoire spécifique";

    public static string Of(ApplicationState state) => state switch
    {
        ApplicationState.DraftFile => "Dossier en préparation",
        ApplicationState.Submitted => "Dossier déposé",
        ApplicationState.Inadmissible => "Irrecevable",
        ApplicationState.UnderReview => "En instruction",
        ApplicationState.Favourable => "Avis favorable de la commission",
        ApplicationState.Adjourned => "Ajourné par la commission",
        ApplicationState.Unfavourable => "Avis défavorable de la commission",
        _ => "Enregistré",
    };

    public static string Of(CertificationFact fact) => fact switch
    {
        CertificationFact.Title => "intitulé",
        CertificationFact.Purpose => "description",
        CertificationFact.Branches => "branches propriétaires",
        CertificationFact.Transmissions => "transmissions",
        CertificationFact.Registrations => "enregistrements",
        CertificationFact.Activities => "activités",
        CertificationFact.Skills => "compétences",
        CertificationFact.Assessment => "évaluations",
        CertificationFact.AccessRoutes => "voies d’accès",
        CertificationFact.Prerequisites => "conditions d’entrée et de validation",
        CertificationFact.Statistics => "chiffres",
        CertificationFact.Codes => "codes des nomenclatures",
        CertificationFact.CpfListings => "listes du CPF",
        _ => "ce qui la remplace",
    };

    public static string Of(Proposal row) => $"{Of(row.Kind)}, {row.Day.InWords()}";

    public static string Of(CommitteeDecision row) => $"{Of(row.Kind)}, {row.DecidedOn.InWords()}";

    public static string Of(Sending row) => $"Transmission à {(row.Authority == TransmissionAuthority.FranceCompetences ? "" : "la ")}{Of(row.Authority)}, {row.SentOn.InWords()}";

    public static string Of(ValidityPeriod period) => period.Until is { } until ? $"du {period.From.InWords()} au {until.InWords()}" : $"depuis le {period.From.InWords()}, sans fin connue";

    /// <summary>All that a registration says, in one line.</summary>
    public static string Of(RegistrationRecord row) => string.Join(", ", Fields(row).Where(field => field.Value.Length > 0).Select(field => $"{Lower(field.Label)} {field.Value}")
        .Concat(row.Suspensions.Select(period => "suspendu " + Of(period))).Concat(row.WithdrawnOn is { } day ? [$"retiré le {day.InWords()}"] : Array.Empty<string>()).Prepend(row.Number.ToString()));

    /// <summary>What a register and a committee may both say of a registration.</summary>
    public static IReadOnlyList<(string Label, string Value)> Fields(RegistrationRecord row) =>
    [
        ("Niveau", row.Level?.ToString(Written.Culture) ?? ""),
        ("Décision", row.DecidedOn?.InWords() ?? ""),
        ("Publication", row.PublishedOn?.InWords() ?? ""),
        ("Date d’effet", row.EffectOn?.InWords() ?? ""),
        ("Fin", row.EndsOn.InWords()),
        ("Délivrance jusqu’au", row.DeliveryDeadline?.InWords() ?? ""),
    ];

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];
}
