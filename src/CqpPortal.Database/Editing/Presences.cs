using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Editing;

/// <summary>Who has an entry open: a hint for the others, never a lock.</summary>
public static class Presences
{
    /// <summary>Somebody has it open now; who had been away for two minutes has opened it anew.</summary>
    public static Task SeeAsync(PortalDbContext database, int entryId, Author by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(by);
        return database.Database.ExecuteSqlAsync(
            $"""
            insert into presences (entry_id, person_id, person_name, opened_at, seen_at) values ({entryId}, {by.PersonId}, {by.Name}, {by.At}, {by.At})
            on conflict (entry_id, person_id) do update set person_name = excluded.person_name, seen_at = excluded.seen_at,
                opened_at = case when presences.seen_at < excluded.seen_at - interval '2 minutes' then excluded.opened_at else presences.opened_at end
            """, cancellationToken);
    }
}
