using CqpPortal.Database.Configuration;
using CqpPortal.Domain.Recognition;
using Npgsql;

namespace CqpPortal.Database.Search;

/// <summary>Fiches of the registers that are no CQP: where to look when the catalogue has nothing.</summary>
public sealed class OtherFicheSearch(PortalDbContext database)
{
    private const int Most = 5;

    private const string Matches =
        """
        select f.number, f.title
        from register_fiches f
        where f.words @@ to_tsquery('portal_french', $1) and not exists (select from registrations r where r.number = f.number)
        order by f.is_active desc nulls last, ts_rank(f.words, to_tsquery('portal_french', $1), 1) desc, f.number
        limit 40
        """;

    /// <returns>At most five, active ones first.</returns>
    public async Task<IReadOnlyList<CodeMatch>> FindAsync(string? typed, CancellationToken cancellationToken)
    {
        var text = await new QueryReader(database).ReadAsync(typed, exact: false, cancellationToken);
        if (text.IsEmpty) return [];
        await using var command = await database.CommandAsync(Matches, cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text.Words });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var matches = new List<CodeMatch>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var number = RegistryNumber.Parse(reader.GetString(0), null);
            matches.Add(new CodeMatch(number.ToString(), reader.GetString(1), null, number));
        }
        // A fiche stands there once per format.
        return [.. matches.DistinctBy(match => match.Code).Take(Most)];
    }
}
