using CqpPortal.Database.Configuration;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Npgsql;

namespace CqpPortal.Database.Search;

/// <summary>
/// The certifications that hold the words, at most one more than <see cref="CatalogueResult.CountingLimit"/>, the best first: what is
/// active before what ended, titles before job names before skills before longer texts.
/// </summary>
internal sealed class CandidateSearch(PortalDbContext database, DateOnly day)
{
    /// <summary>Skills and long texts are read only when titles and job names give fewer than that.</summary>
    private const int EnoughInHead = 10;

    /// <summary>What a certification is worth on the day: the rule of <see cref="RecognitionOnDay"/>, on the ranges of the document.</summary>
    private const string Status =
        """
        case when rncp_days @> @day then 'Rncp' when rs_days @> @day then 'Rs' when suppressed_on <= @day then 'Abolished'
            when ended_on < @day and not suspended_days @> @day then 'Expired' when transmitted_on <= @day then 'Branch' else 'NotTransmitted' end
        """;

    private const string IsActive = "(rncp_days @> @day or rs_days @> @day or (suppressed_on <= @day) is not true and transmitted_on <= @day and (ended_on < @day and not suspended_days @> @day) is not true)";

    private const string EndsSoon = $"({IsActive} and (rncp_days @> @day or rs_days @> @day) and not (rncp_days @> @soon or rs_days @> @soon))";

    private const string Level =
        "(case when rncp_days @> @day then (select l.level from unnest(levels, level_from, level_until) as l(level, since, until) where @day between l.since and l.until limit 1) end)";

    private const string EndsOn = "coalesce((select upper(r) - 1 from unnest(rncp_days + rs_days) r where r @> @day), upper(rncp_days + rs_days) - 1)";

    private static readonly Dictionary<CatalogueOrder, string> Orders = new()
    {
        [CatalogueOrder.Relevance] = $"{IsActive} desc, tier, sort_title, certification_id",
        [CatalogueOrder.Title] = "sort_title, certification_id",
        [CatalogueOrder.EndDate] = $"{IsActive} desc, {EndsOn} nulls last, sort_title, certification_id",
    };

    /// <param name="text">Words to hold; empty for all certifications.</param>
    /// <param name="filters">Filters to apply in the database; null to apply none.</param>
    /// <param name="order">Which come first when not all are returned.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<List<Candidate>> FindAsync(TextQuery text, CatalogueQuery? filters, CatalogueOrder order, CancellationToken cancellationToken)
    {
        if (text.IsEmpty) return await ReadAsync("select 0 as tier, 0::real as rank, * from search_documents where true", text, filters, order, cancellationToken);

        var head = await ReadAsync(
            """
            select case when head @@ to_tsquery('portal_french', @title) then 0 else 1 end as tier, 0::real as rank, *
            from search_documents where head @@ to_tsquery('portal_french', @words)
            """, text, filters, order, cancellationToken);
        if (head.Count >= EnoughInHead) return head;

        return await ReadAsync(
            """
            select case when head @@ to_tsquery('portal_french', @title) then 0 when head @@ to_tsquery('portal_french', @words) then 1
                when ts_filter(whole, '{a,b,c}') @@ to_tsquery('portal_french', @words) then 2 else 3 end as tier, 0::real as rank, *
            from search_documents where whole @@ to_tsquery('portal_french', @words)
            """, text, filters, order, cancellationToken);
    }

    /// <summary>Those that hold at least one of the words: for when none holds them all.</summary>
    public Task<List<Candidate>> FindAnyAsync(TextQuery text, CatalogueQuery? filters, CatalogueOrder order, CancellationToken cancellationToken) =>
        ReadAsync(
            """
            select 1 as tier, ts_rank(whole, to_tsquery('portal_french', @any)) as rank, *
            from search_documents where whole @@ to_tsquery('portal_french', @any)
            """, text, filters, order, cancellationToken);

    private async Task<List<Candidate>> ReadAsync(
        string matches, TextQuery text, CatalogueQuery? filters, CatalogueOrder order, CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync("", cancellationToken);
        var conditions = filters is null ? "" : Conditions(filters, command.Parameters);
        // Ranking reads the vectors: only what is kept is ranked.
        var rank = text.IsEmpty ? "0::real" : "case when rank > 0 then rank else ts_rank(array[0.05, 0.1, 0.3, 1.0]::real[], head, to_tsquery('portal_french', @words), 1) end";
        command.CommandText =
            $"""
            select certification_id, tier, {rank}, sort_title, kind, {Status}, {Level}, {EndsSoon}, {EndsOn}, branches, routes, domains
            from ({matches} {conditions} order by {Orders[order]} limit {CatalogueResult.CountingLimit + 1}) found
            """;
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("day", day));
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("soon", day.AddMonths(12)));
        foreach (var (name, query) in new[] { ("title", text.Title), ("words", text.Words), ("any", text.AnyWord) })
            if (command.CommandText.Contains('@' + name, StringComparison.Ordinal)) command.Parameters.Add(new NpgsqlParameter<string>(name, query));

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var candidates = new List<Candidate>();
        while (await reader.ReadAsync(cancellationToken)) candidates.Add(Read(reader));
        return candidates;
    }

    private static string Conditions(CatalogueQuery query, NpgsqlParameterCollection parameters)
    {
        var conditions = new List<string>();
        void Add(string condition, IEnumerable<string> values)
        {
            var list = values.ToArray();
            if (list.Length == 0) return;
            var name = "p" + parameters.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            parameters.Add(new NpgsqlParameter<string[]>(name, list));
            conditions.Add(condition.Replace("?", "@" + name, StringComparison.Ordinal));
        }

        Add("kind = any(?)", FacetValues.Kind.Where(kind => query.Kinds.Contains(kind.Value)).Select(kind => kind.Key.ToString()));
        Add($"{Status} = any(?)", FacetValues.Recognition.Where(status => query.Recognitions.Contains(status.Value)).Select(status => status.Key.ToString()));
        Add("branches && ?", query.Branches);
        Add("domains && ?", query.Domains);
        Add("routes && ?", FacetValues.Route.Where(route => query.Routes.Contains(route.Value)).Select(route => route.Key.ToString()));
        Add($"coalesce({Level}::text, '{FacetValues.NoLevel}') = any(?)", query.Levels);
        Add($"({IsActive} and '{FacetValues.Active}' = any(?) or {EndsSoon} and '{FacetValues.Ending}' = any(?)"
            + $" or {Status} = 'Expired' and '{FacetValues.Expired}' = any(?) or {Status} = 'Abolished' and '{FacetValues.Abolished}' = any(?))", query.States);
        if (query.Cpf) conditions.Add("(rncp_days @> @day or rs_days @> @day)");
        if (query.Vae) conditions.Add($"(rncp_days @> @day and '{nameof(AccessRouteCode.PriorExperience)}' = any(routes))");
        return string.Concat(conditions.Select(condition => " and " + condition));
    }

    private static Candidate Read(NpgsqlDataReader row)
    {
        var status = Enum.Parse<RecognitionStatus>(row.GetString(5));
        return new Candidate
        {
            Id = row.GetInt32(0),
            Tier = row.GetInt32(1),
            Rank = row.GetFloat(2),
            SortTitle = row.GetString(3),
            Kind = Enum.Parse<CertificationKind>(row.GetString(4)),
            Status = status,
            Level = row.IsDBNull(6) ? null : row.GetInt16(6),
            EndsSoon = row.GetBoolean(7),
            EndsOn = row.IsDBNull(8) ? null : row.GetFieldValue<DateOnly>(8),
            Branches = row.GetFieldValue<string[]>(9),
            Routes = row.GetFieldValue<string[]>(10),
            Domains = row.GetFieldValue<string[]>(11),
        };
    }
}
