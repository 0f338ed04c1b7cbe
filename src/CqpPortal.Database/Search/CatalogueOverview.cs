using CqpPortal.Database.Configuration;
using CqpPortal.Domain.Recognition;
using Npgsql;

namespace CqpPortal.Database.Search;

/// <summary>The catalogue in a few figures, for the home page.</summary>
/// <param name="Everywhere">Active in the RNCP on the day.</param>
/// <param name="EndingSoon">Active in a register on the day, no more twelve months later.</param>
public sealed record CatalogueOverview(
    int Total, int Everywhere, int EndingSoon, bool HasDemonstration, IReadOnlyList<FacetCount> Domains, IReadOnlyList<FacetCount> Branches)
{
    private const string Figures =
        """
        select count(*)::int, (count(*) filter (where state = any($2)))::int, (count(*) filter (where state = any($3)))::int,
            exists (select from certifications where is_demonstration)
        from search_documents cross join lateral (select states[width_bucket($1, since)] as state) s
        """;

    private const string Families =
        """
        select d.code, t.label, count(*)::int from search_documents s cross join unnest(s.tags) d(code)
        join reference_terms t on t.kind = 'Rome' and t.code = d.code group by d.code, t.label order by 3 desc, 2 limit 12
        """;

    private const string Owners =
        """
        select b.idcc, b.name, count(*)::int from search_documents s cross join unnest(s.tags) o(idcc)
        join branches b on b.idcc = o.idcc group by b.idcc, b.name order by 3 desc, 2 limit 12
        """;

    public static async Task<CatalogueOverview> ReadAsync(PortalDbContext database, DateOnly day, CancellationToken cancellationToken)
    {
        await using var batch = await database.BatchAsync(cancellationToken);
        batch.Add(Figures, day);
        batch.BatchCommands[0].Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = StateOnDay.Codes(state => state.Status == RecognitionStatus.Rncp) });
        batch.BatchCommands[0].Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = StateOnDay.Codes(state => state.EndsSoon) });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Families));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Owners));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (total, everywhere, ending, demonstration) = (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetBoolean(3));
        return new CatalogueOverview(
            total, everywhere, ending, demonstration, await CountsAsync(reader, cancellationToken), await CountsAsync(reader, cancellationToken));
    }

    private static async Task<IReadOnlyList<FacetCount>> CountsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken);
        var counts = new List<FacetCount>();
        while (await reader.ReadAsync(cancellationToken)) counts.Add(new FacetCount(reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));
        return counts;
    }
}
