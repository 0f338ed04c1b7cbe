using System.Data.Common;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Mail.Digests;

/// <summary>Writes the day's digests, once whatever the number of nodes.</summary>
internal sealed partial class DigestRound(
    IDbContextFactory<PortalDbContext> databases, IEnumerable<IDigestSource> sources, DigestLetter letter, TimeProvider clock, ILogger<DigestRound> log)
{
    /// <summary>In Paris: before the day's work, or at the first start after it.</summary>
    private static readonly TimeSpan Hour = TimeSpan.FromHours(7);

    /// <summary>Names the advisory lock under which a person's digest is written.</summary>
    private const long Lock = 0x4371_7044_6967;

    /// <returns>Mails written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow().InParis().TimeOfDay < Hour) return 0;
        var day = clock.TodayInParis();
        var written = 0;
        foreach (var id in await DueAsync(day, cancellationToken))
        {
            try
            {
                if (await WriteAsync(id, day, cancellationToken)) written++;
            }
            catch (Exception problem) when (problem is DbException or DbUpdateException or InvalidOperationException)
            {
                // The others get theirs; this one is tried again at the next round.
                Failed(id, problem);
            }
        }
        return written;
    }

    private async Task<List<int>> DueAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Due(database, day).OrderBy(person => person.Id).Select(person => person.Id).ToListAsync(cancellationToken);
    }

    private static IQueryable<Person> Due(PortalDbContext database, DateOnly day) => database.Users.Where(person => person.ClosedAt == null && person.WantsDigest
        && person.EmailConfirmed && person.Email != null && (person.LastDigestOn == null || person.LastDigestOn < day) && person.Grants.Any(grant => grant.Committee != null || grant.Permission == Permission.Administer));

    private async Task<bool> WriteAsync(int id, DateOnly day, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Who comes second waits, then finds that the person is no longer due.
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", cancellationToken);
        if (await Due(database, day).FirstOrDefaultAsync(person => person.Id == id, cancellationToken) is not { } person) return false;
        using var language = Written.In(person.Language);
        var reader = new DigestReader(person, person.LastDigestOn, day);
        var sections = new List<DigestSection>();
        foreach (var source in sources)
        {
            if (await source.FindAsync(database, reader, cancellationToken) is { } section) sections.Add(section);
        }
        // Also when there is nothing to say: what is told next begins here.
        person.LastDigestOn = day;
        if (sections.Count > 0 && letter.MayReach(person)) database.Add(letter.Write(reader, sections, clock.GetUtcNow()));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sections.Count > 0 && letter.MayReach(person);
    }

    [LoggerMessage(LogLevel.Warning, "The digest of person {Id} could not be written")]
    private partial void Failed(int id, Exception problem);
}
