using CqpPortal.Database;
using CqpPortal.Database.Mail;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>Tells those who can sign that a draft waits for them: one mail each, whatever the number of their committees.</summary>
internal static class SignatureMails
{
    private const int MaxSubjectLength = 300;

    /// <summary>Adds the mails to what is about to be saved. Whoever sent the draft knows already.</summary>
    /// <param name="site">Address of the site.</param>
    public static async Task AddAsync(PortalDbContext database, Entry entry, Author by, string site, CancellationToken cancellationToken)
    {
        var missing = entry.Missing.ToList();
        var names = await database.BranchCommittees.AsNoTracking().Where(committee => missing.Contains(committee.Key)).ToDictionaryAsync(committee => committee.Key, committee => committee.Name, cancellationToken);
        var people = await database.Users.AsNoTracking()
            .Where(person => person.ClosedAt == null && person.Id != by.PersonId && person.EmailConfirmed && person.Email != null
                && person.Grants.Any(grant => grant.Permission == Permission.Sign && missing.Contains(grant.Committee!)))
            .ToListAsync(cancellationToken);
        var title = string.Join(' ', entry.Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var person in people)
        {
            using var language = Written.In(person.Language);
            var subject = Say($"À signer : {title}");
            var link = site + LanguageOfAddress.InLanguage($"/espace-cpne/certifications/{entry.Id}/relecture");
            var committees = string.Join(", ", missing.Where(key => person.May(Permission.Sign, key)).Select(key => names.GetValueOrDefault(key, key)));
            database.Add(new OutgoingMail
            {
                To = person.Email!,
                Subject = subject.Length > MaxSubjectLength ? subject[..(MaxSubjectLength - 1)] + "…" : subject,
                Body =
                    $"""
                    {Say($"Bonjour {person.Name},")}

                    {Say($"{by.Name} a envoyé en relecture la version {entry.PublishedVersion + 1} de « {title} ».")}
                    {Say($"Votre signature est attendue pour : {committees}.")}

                    {Say($"Lire et signer : {link}")}

                    {Say("Elle sera publiable quand chaque commission qui porte cette certification aura signé ce texte. Si un passage ne convient pas, ne signez pas : dites-le dans une remarque ou à son auteur.")}
                    """,
                WrittenAt = by.At,
                NextAttemptAt = by.At,
            });
        }
    }
}
