using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Mail;

/// <summary>Takes the waiting mails one by one, each by one node only.</summary>
public static class Outbox
{
    /// <summary>
    /// Hands the mail that has waited longest to <paramref name="send"/>. Its row stays locked meanwhile, so that no other node takes it; a
    /// process that dies lets go of it, and it waits as before.
    /// </summary>
    /// <param name="send">Returns null once the mail has left, else why it did not, in the words of the server.</param>
    /// <returns>False when nothing was due.</returns>
    public static async Task<bool> SendNextAsync(
        PortalDbContext database, Func<OutgoingMail, CancellationToken, Task<string?>> send, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(clock);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await NextAsync(database, now, cancellationToken) is not { } mail) return false;
        var refusal = await send(mail, cancellationToken);
        if (refusal is null) mail.Sent(clock.GetUtcNow());
        else mail.Refused(refusal, clock.GetUtcNow());
        // It has left: even a process that stops writes that down.
        await database.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    private static Task<OutgoingMail?> NextAsync(PortalDbContext database, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.Set<OutgoingMail>().FromSql($"""
            select * from outgoing_mails
            where sent_at is null and given_up_at is null and next_attempt_at <= {now}
            order by next_attempt_at, id limit 1 for update skip locked
            """).AsAsyncEnumerable().FirstOrDefaultAsync(cancellationToken).AsTask();
}
