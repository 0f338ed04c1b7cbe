using System.Security.Cryptography;
using System.Text;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Drops;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Editing;

/// <summary>What a committee answers where a register says otherwise than it does.</summary>
public static class ContradictionAnswers
{
    private static readonly CertificationFact[] Frameworks = [CertificationFact.Activities, CertificationFact.Skills, CertificationFact.Assessment];

    /// <summary>Tells what both said from what they say later.</summary>
    public static string Digest(Contradiction contradiction)
    {
        ArgumentNullException.ThrowIfNull(contradiction);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{contradiction.Ours}\0{contradiction.Theirs}")));
    }

    /// <summary>The facts that are taken from the register together with that one: the rows of the three frameworks are linked.</summary>
    public static IReadOnlyList<CertificationFact> TakenWith(CertificationFact fact) => Frameworks.Contains(fact) ? Frameworks : [fact];

    /// <summary>The committee keeps its word, as long as the register says the same.</summary>
    /// <returns>False where one of both says something else by now: nothing is written.</returns>
    public static async Task<bool> KeepAsync(PortalDbContext database, AnsweredContradiction answer, Author by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(by);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(database, answer, cancellationToken) is not { } found) return false;
        found.Contradiction.KeepOurs(answer.Reason, by.Name, by.At);
        database.Add(AuditLine.Of(AuditAction.ContradictionAnswered, found.Entry, by, $"{answer.Words} : nous gardons notre texte. Raison : {answer.Reason}"));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The committee takes the register's word, through the very code of imports; a text that changes becomes a new version.</summary>
    /// <returns>False where one of both says something else by now: nothing is written.</returns>
    /// <exception cref="RefusedDropException">An import is running.</exception>
    public static async Task<bool> TakeAsync(PortalDbContext database, AnsweredContradiction answer, Author by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(by);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await ImportLock.TakeAsync(database, cancellationToken);
        if (await FindAsync(database, answer, cancellationToken) is not { } found) return false;
        var (entry, contradiction) = found;
        var (facts, number, day) = (TakenWith(answer.Fact), contradiction.Number, contradiction.DropDate);
        foreach (var fact in facts) entry.Certification!.NoLongerSaidByCommittee(fact);
        database.RemoveRange(await database.Set<Contradiction>().Where(row => row.CertificationId == entry.Certification!.Id && facts.Contains(row.Fact)).ToListAsync(cancellationToken));
        database.Add(AuditLine.Of(AuditAction.ContradictionAnswered, entry, by,
            $"{answer.Words} : nous reprenons ce que dit le registre ({number}, export du {day:dd/MM/yyyy}). Raison : {answer.Reason}\nAvant : {contradiction.Ours}\nMaintenant : {contradiction.Theirs}"));
        await database.SaveChangesAsync(cancellationToken);
        await ConfirmationList.FollowAsync(database, [number], cancellationToken);
        await RecordVersionAsync(database, entry.Id, $"Repris du registre : {answer.Words}, fiche {number}, export du {day:dd/MM/yyyy}.", by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task<(Entry Entry, Contradiction Contradiction)?> FindAsync(PortalDbContext database, AnsweredContradiction answer, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlAsync($"select 1 from entries where id = {answer.EntryId} for update", cancellationToken);
        database.ChangeTracker.Clear();
        var entry = await database.Entries.Include(row => row.Certification).SingleAsync(row => row.Id == answer.EntryId, cancellationToken);
        if (entry.Certification is null) return null;
        var contradiction = await database.Set<Contradiction>().FirstOrDefaultAsync(row => row.CertificationId == entry.Certification.Id && row.Fact == answer.Fact, cancellationToken);
        return contradiction is null || Digest(contradiction) != answer.Seen ? null : (entry, contradiction);
    }

    private static async Task RecordVersionAsync(PortalDbContext database, int entryId, string reason, Author by, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        var entry = await database.Entries.Include(row => row.Certification).SingleAsync(row => row.Id == entryId, cancellationToken);
        var last = await database.EntryVersions.Where(row => row.EntryId == entryId).OrderByDescending(row => row.Number).Select(row => row.Text).FirstAsync(cancellationToken);
        var said = await EntryOpening.PublishedAsync(database, entry, cancellationToken);
        if (said.SaysTheSameAs(last)) return;
        database.Add(new EntryVersion
        {
            EntryId = entryId,
            Number = entry.Record(),
            Text = said,
            Digest = said.Digest,
            PublishedAt = by.At,
            PersonId = by.PersonId,
            PersonName = by.Name,
            Reason = reason,
        });
        await database.SaveChangesAsync(cancellationToken);
    }
}
