using CqpPortal.Database.Audit;

namespace CqpPortal.Web.Wording;

/// <summary>What was done, in words.</summary>
internal static class AuditWords
{
    public static string Of(AuditAction action) => action switch
    {
        AuditAction.SignedIn => Say("Connexion"),
        AuditAction.SignInFailed => Say("Connexion manquée"),
        AuditAction.LockedOut => Say("Compte bloqué un moment"),
        AuditAction.SignedOut => Say("Déconnexion"),
        AuditAction.SessionEnded => Say("Session fermée"),
        AuditAction.PasswordChanged => Say("Mot de passe changé"),
        AuditAction.SecondFactorChanged => Say("Second facteur changé"),
        AuditAction.PasskeyChanged => Say("Clé d’accès changée"),
        AuditAction.AddressConfirmed => Say("Adresse confirmée"),
        AuditAction.Invited => Say("Invitation"),
        AuditAction.GrantsChanged => Say("Droits changés"),
        AuditAction.AccountClosed => Say("Compte fermé"),
        AuditAction.AccountReopened => Say("Compte rouvert"),
        AuditAction.CommitteesMerged => Say("Commissions réunies"),
        AuditAction.AccessRefused => Say("Accès refusé"),
        AuditAction.EntryCreated => Say("Fiche créée"),
        AuditAction.DraftSaved => Say("Brouillon enregistré"),
        AuditAction.ConflictSettled => Say("Désaccord réglé"),
        AuditAction.CommentAdded => Say("Remarque"),
        AuditAction.CommentResolved => Say("Remarque réglée"),
        AuditAction.SentToReview => Say("Envoi en relecture"),
        AuditAction.SentBack => Say("Reprise en brouillon"),
        AuditAction.SentToSignature => Say("Envoi à la signature"),
        AuditAction.SignatureGiven => Say("Signature"),
        AuditAction.SignatureWithdrawn => Say("Signature retirée"),
        AuditAction.Published => Say("Publication"),
        AuditAction.Suppressed => Say("Suppression"),
        AuditAction.FactRecorded => Say("Fait daté enregistré"),
        AuditAction.ContradictionAnswered => Say("Contradiction tranchée"),
        AuditAction.PreviewShared => Say("Lien d’aperçu créé"),
        AuditAction.PreviewEnded => Say("Lien d’aperçu fini"),
        AuditAction.SynonymAdded => Say("Synonyme ajouté"),
        AuditAction.FicheConfirmed => Say("Fiche confirmée"),
        AuditAction.FicheDismissed => Say("Fiche écartée"),
        AuditAction.FicheLinked => Say("Fiche rattachée"),
        AuditAction.RegisterImported => Say("Import d’un registre"),
        AuditAction.EntriesImported => Say("Import de fiches"),
        AuditAction.Exported => Say("Export"),
        AuditAction.RuleAdded => Say("Règle ajoutée"),
        AuditAction.RuleCorrected => Say("Règle à venir corrigée"),
        AuditAction.RuleWithdrawn => Say("Règle à venir retirée"),
        AuditAction.EntryReviewed => Say("Fiche relue, rien à changer"),
        AuditAction.CommitteeAdded => Say("Commission ajoutée"),
        AuditAction.NameChanged => Say("Nom changé"),
        AuditAction.MailTriedAgain => Say("Courriel relancé"),
        AuditAction.DigestSwitched => Say("Courriel quotidien réglé"),
        AuditAction.CalendarKeyMade => Say("Adresse de calendrier créée"),
        _ => action.ToString(),
    };
}
