using CqpPortal.Database.Audit;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Editing;

/// <summary>Writes dated facts of an entry: with the entry as long as it was never published, into the certification at once after that.</summary>
public static class FactRecording
{
    /// <summary>The entry with what its facts are read from.</summary>
    public static Task<Entry> FindAsync(PortalDbContext database, int entryId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Entries.Include(entry => entry.Certification!.Registrations).SingleAsync(entry => entry.Id == entryId, cancellationToken);
    }

    /// <returns>False where the facts are no longer those that the person saw: nothing is written.</returns>
    /// <exception cref="EntryRefusedException">The change cannot be; the message says what to do.</exception>
    /// <exception cref="TakenNumberException">Another certification holds the number.</exception>
    public static async Task<bool> RecordAsync(PortalDbContext database, FactChange change, Author by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(by);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await ImportLock.TryShareAsync(database, cancellationToken))
            throw new EntryRefusedException(Message.Of($"Un export des registres est en cours d’import : enregistrez de nouveau dans une minute. Rien de ce que vous avez écrit n’est perdu."));
        // One at a time: whoever comes second sees what the first one wrote.
        await database.Database.ExecuteSqlAsync($"select 1 from entries where id = {change.EntryId} for update", cancellationToken);
        database.ChangeTracker.Clear();
        var entry = await FindAsync(database, change.EntryId, cancellationToken);
        var was = entry.Facts;
        if (was.Digest != change.Seen) return false;
        var now = change.To(was);
        await GuardNumbersAsync(database, entry, [.. now.Records.Registrations.Select(row => row.Number).Where(number => was.Records.Find(number) is null)], cancellationToken);
        var changed = entry.Record(now, by.At.DayInParis());
        database.Add(AuditLine.Of(change.Action, entry, by, change.Words(was, now)));
        if (changed.Contains(CertificationFact.Registrations)) await CompareAsync(database, entry.Certification!, cancellationToken);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException || problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Published, or its number taken by another one, at the same moment.
            return false;
        }
        if (entry.Certification is { } certification) await SearchIndex.RefreshAsync(database, [certification.Id], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task GuardNumbersAsync(PortalDbContext database, Entry entry, IReadOnlyList<RegistryNumber> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0) return;
        var holder = await database.Certifications.Where(row => row.Registrations.Any(registration => numbers.Contains(registration.Number)))
            .Select(row => new { row.Slug, row.Title, Number = row.Registrations.First(registration => numbers.Contains(registration.Number)).Number }).FirstOrDefaultAsync(cancellationToken);
        if (holder is not null) throw new TakenNumberException(holder.Number, holder.Title, $"/certifications/{holder.Slug}");
        // Those that are not published yet are few.
        foreach (var other in await database.Entries.AsNoTracking().Where(row => row.Id != entry.Id && row.Certification == null).ToListAsync(cancellationToken))
        {
            if (other.Records.Registrations.FirstOrDefault(row => numbers.Contains(row.Number)) is { } taken) throw new TakenNumberException(taken.Number, other.Title, null);
        }
    }

    /// <summary>The registers' mirror may say otherwise than the committee from now on, or no longer.</summary>
    private static async Task CompareAsync(PortalDbContext database, Certification certification, CancellationToken cancellationToken)
    {
        if (certification.IsDemonstration) return;
        var fiches = await RegisterFiches.ReadCoreAsync(database, [.. certification.Registrations.Select(row => row.Number)], cancellationToken);
        var theirs = new List<Registration>();
        foreach (var fiche in fiches.Values)
        {
            try
            {
                theirs.Add(FicheFacts.Registration(fiche.Fiche));
            }
            catch (ArgumentException)
            {
                // Impossible dates contradict nobody.
            }
        }
        if (theirs.Count == 0) return;
        var latest = fiches[theirs.MaxBy(row => row.EndsOn)!.Number];
        new CommitteeWord(database, certification, latest).Compare(CertificationFact.Registrations, FactWords.Of(certification.Registrations), FactWords.Of(theirs));
    }
}
