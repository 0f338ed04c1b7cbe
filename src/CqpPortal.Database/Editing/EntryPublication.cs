using CqpPortal.Database.Audit;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Editing;

/// <summary>Makes a signed draft what the public reads.</summary>
public static class EntryPublication
{
    /// <summary>Publishes the draft, in the transaction that is open or in one of its own; the search finds it once that is committed.</summary>
    /// <returns>Address of the certification.</returns>
    /// <exception cref="EntryRefusedException">A signature or something else is missing; the message says what.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed the entry meanwhile.</exception>
    public static async Task<string> PublishAsync(
        PortalDbContext database, ReadText read, string reason, Author by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var (entryId, digest) = read;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var entry = await database.Entries.Include(row => row.Certification).SingleAsync(row => row.Id == entryId, cancellationToken);
        if (entry.DraftDigest != digest) throw new EntryRefusedException(Message.Of($"La fiche a changé depuis que vous l’avez ouverte : relisez-la avant de la publier."));
        if (await database.Set<FieldComment>().AnyAsync(comment => comment.EntryId == entryId && comment.ResolvedAt == null, cancellationToken))
            throw new EntryRefusedException(Message.Of($"Des remarques attendent une réponse : répondez-y, puis publiez."));
        var (text, _) = await EntryOpening.TextAsync(database, entry, cancellationToken);
        var certification = await WriteAsync(database, entry, text, by.At, cancellationToken);
        var owners = (await EntryOwners.OfAsync(database, text, by.At.DayInParis(), cancellationToken)).Committees;
        database.Add(new EntryVersion
        {
            EntryId = entryId,
            Number = entry.Publish(certification, owners, by),
            Text = text,
            Digest = digest,
            PublishedAt = by.At,
            PersonId = by.PersonId,
            PersonName = by.Name,
            Reason = reason,
        });
        entry.Review(by.At.DayInParis());
        database.Add(AuditLine.Of(AuditAction.Published, entry, by, $"Version {entry.PublishedVersion} : {reason}"));
        await database.SaveChangesAsync(cancellationToken);
        // Its own versions keep the text; what was saved on the way to it has served.
        await database.DraftRevisions.Where(row => row.EntryId == entryId && row.Revision < entry.Revision).ExecuteDeleteAsync(cancellationToken);
        await SearchIndex.RefreshAsync(database, [certification.Id], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return certification.Slug;
    }

    /// <summary>Makes the certification say what the text says, creating it where the catalogue has none yet.</summary>
    internal static async Task<Certification> WriteAsync(PortalDbContext database, Entry entry, EntryText text, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var certification = entry.Certification is { } known
            ? await database.Certifications.Whole().SingleAsync(row => row.Id == known.Id, cancellationToken)
            : database.Add(new Certification(text.Kind, await FreeSlugAsync(database, text.Title, cancellationToken), text.Title, CertificationText.Owners(text))
            {
                IsDemonstration = await IsDemonstrationAsync(database, entry, cancellationToken),
            }).Entity;
        CertificationText.Write(text, certification, at.DayInParis());
        // Up to now the entry alone kept what is dated.
        if (entry.Certification is null) entry.HandRecordsTo(certification, at.DayInParis());
        await database.SaveChangesAsync(cancellationToken);
        return certification;
    }

    private static async Task<string> FreeSlugAsync(PortalDbContext database, string title, CancellationToken cancellationToken)
    {
        var slug = Slug.From(title);
        var taken = await database.Certifications.Where(row => row.Slug.StartsWith(slug)).Select(row => row.Slug).ToListAsync(cancellationToken);
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? slug : $"{slug}-{number}").First(free => !taken.Contains(free));
    }

    /// <summary>What a demonstration account invents is marked as invented.</summary>
    private static Task<bool> IsDemonstrationAsync(PortalDbContext database, Entry entry, CancellationToken cancellationToken) =>
        database.DraftRevisions.Where(row => row.EntryId == entry.Id).AnyAsync(row => database.Users.Any(person => person.Id == row.PersonId && person.IsDemonstration), cancellationToken);
}
