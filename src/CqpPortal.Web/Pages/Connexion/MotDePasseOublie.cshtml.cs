using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Mail;
using CqpPortal.Web.Access;
using CqpPortal.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Connexion;

/// <summary>Sends a link that lets its owner choose a new password. The answer is the same whoever asks, and the link is of the portal's own address: the request may name any host.</summary>
internal sealed class MotDePasseOublieModel(PortalDbContext database, AccountLinks links, AccessSettings settings, PortalAddress portal) : SignInPage
{
    /// <summary>Nobody's mailbox is to be filled by a stranger.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Envoye { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Envoye = false;
        if (string.IsNullOrWhiteSpace(Email) || !Email.Contains('@') || Email.Length > 254) return Refused(nameof(Email), Say("Écrivez l’adresse électronique de votre compte, comme nadia.benali@exemple.fr."));
        var (address, now) = (Email.Trim().ToUpperInvariant(), settings.Clock.GetUtcNow());
        var person = await database.Users.FirstOrDefaultAsync(person => person.NormalizedEmail == address && person.ClosedAt == null && person.EmailConfirmed && !person.IsDemonstration);
        if (person is not null && !(await links.UntilAsync(person.Id, AccountLinks.NewPassword) > now + AccountLinks.NewPasswordLength - Pause))
        {
            using var language = Written.In(person.Language);
            var key = await links.IssueAsync(person, AccountLinks.NewPassword, AccountLinks.NewPasswordLength);
            database.Add(new OutgoingMail
            {
                To = person.Email!,
                Subject = Say("Choisir un nouveau mot de passe"),
                Body = $"""
                    {Say($"Bonjour {person.Name},")}

                    {Say("Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour le Portail CQP.")}
                    {Say("Pour le choisir, ouvrez ce lien. Il sert une fois, pendant une heure :")}

                    {portal.Of(LanguageOfAddress.InLanguage("/connexion/nouveau-mot-de-passe"))}?lien={key}

                    {Say("Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.")}
                    """,
                WrittenAt = now,
                NextAttemptAt = now,
            });
            database.Add(person.Did(AuditAction.PasswordChanged, now, details: "Lien de nouveau mot de passe demandé."));
            await database.SaveChangesAsync();
        }
        return Redirect("/connexion/mot-de-passe-oublie?envoye=true");
    }
}
