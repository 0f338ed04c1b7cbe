using CqpPortal.Database.Configuration;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.OpenData;

/// <summary>What changed in the catalogue, in the order in which it became public.</summary>
public static class ChangeFeed
{
    /// <summary>How long before the end of the last registration it is said to be expiring.</summary>
    public const int DaysBeforeEnd = 180;

    /// <summary>What the passing of days brings, from the day after the last one noted to <c>$1</c>, once, whoever asks first.</summary>
    private const string Pass =
        """
        with days as (select day::date from change_feed, generate_series(greatest(coalesce(last_day + 1, $1), $1 - 366), $1, interval '1 day') day where last_day is null or last_day < $1 for update of change_feed),
        noted as (
            insert into catalogue_changes (certification_id, kind, fields)
            select d.certification_id, x.kind, '{}'
            from days
            cross join lateral (values ('Expiring', day + $2), ('Expired', day - 1)) x(kind, last_day)
            join search_documents d on d.last_day = x.last_day
            order by day, d.certification_id)
        update change_feed set last_day = $1 where exists (select from days)
        """;

    /// <summary>Notes the certifications whose last registration came near its end, or ended, up to that day. Days are noted once each, in their order, missed ones included.</summary>
    public static async Task PassAsync(PortalDbContext database, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = await database.CommandAsync(Pass, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = DaysBeforeEnd });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>At most <paramref name="most"/> of the changes after that number, in their order.</summary>
    public static Task<List<PublishedChange>> AfterAsync(PortalDbContext database, long number, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Set<CatalogueChange>().Where(change => change.Number > number).OrderBy(change => change.Number).Take(most)
            .Join(database.Certifications, change => change.CertificationId, certification => certification.Id, (change, certification) => new { change, certification.Slug, certification.Title })
            .OrderBy(row => row.change.Number)
            .Select(row => new PublishedChange(row.change.Number!.Value, row.change.Kind, row.Slug, row.Title, row.change.Fields, row.change.RecordedAt)).ToListAsync(cancellationToken);
    }
}

/// <summary>A change as readers get it.</summary>
/// <param name="Number">Ask for what comes after it with <c>since</c>.</param>
/// <param name="Id">The certification.</param>
/// <param name="Fields">What says something else, by the names of a certification's fields.</param>
public sealed record PublishedChange(long Number, ChangeKind Kind, string Id, string Title, IReadOnlyList<string> Fields, DateTimeOffset RecordedAt);
