using CqpPortal.Database.Eligibility;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Editing;

/// <summary>A draft as the public will read it: published for real, read, and taken back.</summary>
public static class EntryPreview
{
    /// <summary>Stands for whoever will publish it.</summary>
    private const int Nobody = 0;

    /// <summary>Reads what <paramref name="read"/> asks of the certification at that address, on this very context, as if the draft had been published now. Nothing stays.</summary>
    /// <exception cref="ArgumentException">The draft says what no certification can.</exception>
    public static async Task<T> ShowAsync<T>(PortalDbContext database, int entryId, DateTimeOffset at, Func<string, Task<T>> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(read);
        database.ChangeTracker.Clear();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            // Whoever reads or saves the same entry waits for a moment: locks taken in another order would end one of them.
            await database.Database.ExecuteSqlAsync($"select from entries where id = {entryId} for update", cancellationToken);
            var entry = await database.Entries.Include(row => row.Certification).SingleAsync(row => row.Id == entryId, cancellationToken);
            var (text, _) = await EntryOpening.TextAsync(database, entry, cancellationToken);
            var certification = await EntryPublication.WriteAsync(database, entry, text, at, cancellationToken);
            database.Entry(entry).Reference(row => row.Certification).CurrentValue = certification;
            database.Add(new EntryVersion { EntryId = entryId, Number = entry.Record(), Text = text, Digest = text.Digest, PublishedAt = at, PersonId = Nobody, Reason = "" });
            await database.SaveChangesAsync(cancellationToken);
            await StoredFacts.RefreshAsync(database, [certification.Id], cancellationToken);
            return await read(certification.Slug);
        }
        finally
        {
            await transaction.RollbackAsync(CancellationToken.None);
            database.ChangeTracker.Clear();
        }
    }
}
