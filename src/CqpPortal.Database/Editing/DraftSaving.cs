using CqpPortal.Database.Audit;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Editing;

/// <summary>
/// Saves a draft that was written from one revision, perhaps no longer the last: what others saved meanwhile is brought together with it, or it is set aside
/// until its author decides. No text that arrives is ever dropped.
/// </summary>
public static class DraftSaving
{
    /// <summary>Each failure means that somebody else succeeded: with that many at once, one is always first.</summary>
    private const int Attempts = 40;

    /// <summary>Saves the draft; the caller has checked that the author may write it.</summary>
    public static async Task<DraftSaved> SaveAsync(PortalDbContext database, WrittenDraft draft, Author by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(database, draft, by, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another revision came first: begin again from that one.
                database.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<DraftSaved> TryAsync(PortalDbContext database, WrittenDraft draft, Author by, CancellationToken cancellationToken)
    {
        var (entryId, startedFrom, yours) = draft;
        var entry = await database.Entries.Include(row => row.Certification).SingleAsync(row => row.Id == entryId, cancellationToken);
        var (theirs, revision) = await EntryOpening.TextAsync(database, entry, cancellationToken);
        if (yours.SaysTheSameAs(theirs)) return new DraftSaved.Kept(revision, theirs, []);
        var start = startedFrom == revision ? theirs : await EntryOpening.RevisionAsync(database, entry, startedFrom, cancellationToken);
        var merge = new EntryMerge(start, theirs, yours);
        if (entry.SubmittedAt is not null || merge.Conflicts.Count > 0)
        {
            var aside = new SetAsideDraft
            {
                EntryId = entryId,
                PersonId = by.PersonId,
                StartedFrom = startedFrom,
                Start = start,
                Text = yours,
                SetAsideAt = by.At,
            };
            database.Add(aside);
            await database.SaveChangesAsync(cancellationToken);
            return new DraftSaved.SetAside(aside.Id, entry.SubmittedAt is not null);
        }
        var text = startedFrom == revision ? yours : merge.Undisputed;
        var saved = await WriteAsync(database, entry, text, by, cancellationToken);
        return new DraftSaved.Kept(saved, text, merge.ByThem);
    }

    /// <summary>Writes a text as the next revision, with a line in the audit log for the first of a draft and one every ten minutes after that.</summary>
    /// <exception cref="DbUpdateException">Another revision came first.</exception>
    public static async Task<int> WriteAsync(PortalDbContext database, Entry entry, EntryText text, Author by, CancellationToken cancellationToken)
    {
        var owners = (await EntryOwners.OfAsync(database, text, by.At.DayInParis(), cancellationToken)).Committees;
        var isWorthSaying = !entry.HasDraft || entry.ChangedBy != by.Name || by.At - entry.ChangedAt > TimeSpan.FromMinutes(10);
        var revision = entry.Save(text, owners, by);
        database.Add(new DraftRevision { EntryId = entry.Id, Revision = revision, Text = text, PersonId = by.PersonId, PersonName = by.Name, SavedAt = by.At });
        if (isWorthSaying) database.Add(AuditLine.Of(AuditAction.DraftSaved, entry, by, $"Révision {revision}"));
        await database.SaveChangesAsync(cancellationToken);
        return revision;
    }
}
