using CqpPortal.Database.Audit;

namespace CqpPortal.Web.Wording;

/// <summary>What was done, in words.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<AuditAction, string> Words = new()
    {
        [AuditAction.SignedIn] = "Connexion",
        [AuditAction.SignInFailed] = "Connexion manquée",
        [AuditAction.LockedOut] = "Compte bloqué un moment",
        [AuditAction.SignedOut] = "Déconnexion",
        [AuditAction.SessionEnded] = "Session fermée",
        [AuditAction.PasswordChanged] = "Mot de passe changé",
        [AuditAction.SecondFactorChanged] = "Second facteur changé",
        [AuditAction.PasskeyChanged] = "Clé d’accès changée",
        [AuditAction.AddressConfirmed] = "Adresse confirmée",
        [AuditAction.Invited] = "Invitation",
        [AuditAction.GrantsChanged] = "Droits changés",
        [AuditAction.AccountClosed] = "Compte fermé",
        [AuditAction.AccountReopened] = "Compte rouvert",
        [AuditAction.CommitteesMerged] = "Commissions réunies",
        [AuditAction.AccessRefused] = "Accès refusé",
        [AuditAction.EntryCreated] = "Fiche créée",
        [AuditAction.DraftSaved] = "Brouillon enregistré",
        [AuditAction.ConflictSettled] = "Désaccord réglé",
        [AuditAction.CommentAdded] = "Remarque",
        [AuditAction.CommentResolved] = "Remarque réglée",
        [AuditAction.SentToReview] = "Envoi en relecture",
        [AuditAction.SentBack] = "Reprise en brouillon",
        [AuditAction.SentToSignature] = "Envoi à la signature",
        [AuditAction.SignatureGiven] = "Signature",
        [AuditAction.SignatureWithdrawn] = "Signature retirée",
        [AuditAction.Published] = "Publication",
        [AuditAction.Suppressed] = "Suppression",
        [AuditAction.FactRecorded] = "Fait daté enregistré",
        [AuditAction.ContradictionAnswered] = "Contradiction tranchée",
        [AuditAction.PreviewShared] = "Lien d’aperçu créé",
        [AuditAction.PreviewEnded] = "Lien d’aperçu fini",
        [AuditAction.SynonymAdded] = "Synonyme ajouté",
        [AuditAction.FicheConfirmed] = "Fiche confirmée",
        [AuditAction.FicheDismissed] = "Fiche écartée",
        [AuditAction.FicheLinked] = "Fiche rattachée",
        [AuditAction.RegisterImported] = "Import d’un registre",
        [AuditAction.EntriesImported] = "Import de fiches",
        [AuditAction.Exported] = "Export",
        [AuditAction.RuleAdded] = "Règle ajoutée",
        [AuditAction.RuleCorrected] = "Règle à venir corrigée",
        [AuditAction.RuleWithdrawn] = "Règle à venir retirée",
        [AuditAction.EntryReviewed] = "Fiche relue, rien à changer",
        [AuditAction.ReportSettled] = "Signalement traité",
        [AuditAction.CommitteeAdded] = "Commission ajoutée",
        [AuditAction.NameChanged] = "Nom changé",
        [AuditAction.MailTriedAgain] = "Courriel relancé",
        [AuditAction.DigestSwitched] = "Courriel quotidien réglé",
        [AuditAction.CalendarKeyMade] = "Adresse de calendrier créée",
    };

    public static string Of(AuditAction action) => Words.GetValueOrDefault(action, action.ToString());
}
