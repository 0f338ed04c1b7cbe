using CqpPortal.Database.Audit;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Editing;

/// <summary>Finds what is edited: an entry, the certification that it is about, its texts.</summary>
public static class EntryOpening
{
    private const string FirstVersion = "Texte du catalogue avant que la commission l’édite ici.";

    /// <summary>A certification with all that its text says, to be changed.</summary>
    public static IQueryable<Certification> Whole(this IQueryable<Certification> certifications) => certifications
        .Include(certification => certification.Registrations).Include(certification => certification.Activities).Include(certification => certification.Assessments)
        .Include(certification => certification.Blocks).ThenInclude(block => block.Skills).ThenInclude(skill => skill.Assessments)
        .Include(certification => certification.Blocks).ThenInclude(block => block.Skills).ThenInclude(skill => skill.Activities);

    /// <summary>The entry of a certification of the catalogue, made now if nobody edited it before; its text as it stands becomes version 1.</summary>
    public static async Task<Entry> ForAsync(PortalDbContext database, int certificationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (await FindAsync(database, certificationId, cancellationToken) is { } known) return known;
        var certification = await database.Certifications.Whole().SingleAsync(row => row.Id == certificationId, cancellationToken);
        var text = CertificationText.Read(certification);
        var entry = new Entry(certification, certification.Title, (await EntryOwners.OfAsync(database, text, now.DayInParis(), cancellationToken)).Committees);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            database.Add(entry);
            await database.SaveChangesAsync(cancellationToken);
            database.Add(new EntryVersion { EntryId = entry.Id, Number = entry.Record(), Text = text, Digest = text.Digest, PublishedAt = now, Reason = FirstVersion });
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return entry;
        }
        catch (DbUpdateException)
        {
            // Somebody else opened it at the same moment.
            await transaction.RollbackAsync(cancellationToken);
            database.ChangeTracker.Clear();
            return await FindAsync(database, certificationId, cancellationToken) ?? throw new InvalidOperationException($"The entry of certification {certificationId} can be neither made nor found.");
        }
    }

    /// <summary>A new entry for a certification that the catalogue does not have, with its first draft.</summary>
    public static async Task<Entry> CreateAsync(PortalDbContext database, EntryText text, Author by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(by);
        var owners = (await EntryOwners.OfAsync(database, text, by.At.DayInParis(), cancellationToken)).Committees;
        var entry = new Entry(null, text.Title, owners);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        database.Add(entry);
        await database.SaveChangesAsync(cancellationToken);
        database.Add(new DraftRevision { EntryId = entry.Id, Revision = entry.Save(text, owners, by), Text = text, PersonId = by.PersonId, PersonName = by.Name, SavedAt = by.At });
        database.Add(AuditLine.Of(AuditAction.EntryCreated, entry, by));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return entry;
    }

    /// <returns>The draft where one is open, else the last published version; the revision is 0 where no draft is open.</returns>
    public static async Task<(EntryText Text, int Revision)> TextAsync(PortalDbContext database, Entry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.HasDraft)
            return (await database.DraftRevisions.Where(row => row.EntryId == entry.Id && row.Revision == entry.Revision).Select(row => row.Text).SingleAsync(cancellationToken), entry.Revision);
        return (await PublishedAsync(database, entry, cancellationToken), 0);
    }

    /// <returns>What the public reads: as the certification says it now where a register may have changed it since.</returns>
    public static async Task<EntryText> PublishedAsync(PortalDbContext database, Entry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(entry);
        var last = await database.EntryVersions.Where(row => row.EntryId == entry.Id).OrderByDescending(row => row.Number).Select(row => row.Text).FirstAsync(cancellationToken);
        if (entry.Certification is null) return last;
        var certification = await database.Certifications.AsNoTrackingWithIdentityResolution().Whole().SingleAsync(row => row.Id == entry.Certification.Id, cancellationToken);
        var said = CertificationText.Read(certification);
        return EntryRows.NamedAs(said, last);
    }

    /// <returns>The text of a revision; of one that is gone, the one before it, and of 0 what is published: at worst more is asked than needed, never less.</returns>
    public static async Task<EntryText> RevisionAsync(PortalDbContext database, Entry entry, int revision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(entry);
        var text = revision == 0 ? null : await database.DraftRevisions.Where(row => row.EntryId == entry.Id && row.Revision <= revision)
            .OrderByDescending(row => row.Revision).Select(row => row.Text).FirstOrDefaultAsync(cancellationToken);
        return text ?? (entry.PublishedVersion > 0 ? await PublishedAsync(database, entry, cancellationToken) : new EntryText());
    }

    private static Task<Entry?> FindAsync(PortalDbContext database, int certificationId, CancellationToken cancellationToken) =>
        database.Entries.Include(entry => entry.Certification).FirstOrDefaultAsync(entry => entry.Certification!.Id == certificationId, cancellationToken);
}
