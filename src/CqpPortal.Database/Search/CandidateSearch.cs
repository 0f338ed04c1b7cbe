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

    // Nearly always one level, the first: only where there are several is the one of the day looked for.
    private const string Level =
        """
        case when not rncp_days @> @day then null when cardinality(levels) = 0 then null
            when cardinality(levels) = 1 then case when @day between level_from[1] and level_until[1] then levels[1] end
            else (select l.level from unnest(levels, level_from, level_until) as l(level, since, until) where @day between l.since and l.until limit 1) end
        """;

    private const string Columns =
        "certification_id, sort_title, head, rncp_days, rs_days, suspended_days, levels, level_from, level_until, ended_on, transmitted_on, suppressed_on, last_day, facets";

    private const string StatusCode =
        """
        case when rncp_days @> @day then 2 when rs_days @> @day then 3 when suppressed_on <= @day then 5
            when ended_on < @day and not suspended_days @> @day then 4 when transmitted_on <= @day then 1 else 0 end::smallint
        """;

    /// <summary>Of words that thousands of entries hold, that many are looked at: titles first, so that the best are among them.</summary>
    private const int MostRanked = 3000;

    private static readonly Dictionary<CatalogueOrder, string> Orders = new()
    {
        [CatalogueOrder.Relevance] = $"{IsActive} desc, tier, sort_title, certification_id",
        [CatalogueOrder.Title] = "sort_title, certification_id",
        [CatalogueOrder.EndDate] = $"{IsActive} desc, last_day nulls last, sort_title, certification_id",
    };

    /// <param name="text">Words to hold; empty for all certifications.</param>
    /// <param name="filters">Filters to apply in the database; null to apply none.</param>
    /// <param name="order">Which come first when not all are returned.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<List<Candidate>> FindAsync(TextQuery text, CatalogueQuery? filters, CatalogueOrder order, CancellationToken cancellationToken)
    {
        if (text.IsEmpty) return await BrowseAsync(filters, order, cancellationToken);

        var head = await ReadAsync(
            [
                (0, "head @@ to_tsquery('portal_french', @title)"),
                (1, "head @@ to_tsquery('portal_french', @words) and not head @@ to_tsquery('portal_french', @title)"),
            ], text, filters, order, cancellationToken);
        if (head.Count >= EnoughInHead) return head;

        return await ReadAsync(
            [
                (0, "head @@ to_tsquery('portal_french', @title)"),
                (1, "head @@ to_tsquery('portal_french', @words) and not head @@ to_tsquery('portal_french', @title)"),
                (2, "whole @@ to_tsquery('portal_french', @words) and not head @@ to_tsquery('portal_french', @words) and ts_filter(whole, '{a,b,c}') @@ to_tsquery('portal_french', @words)"),
                (3, "whole @@ to_tsquery('portal_french', @words) and not ts_filter(whole, '{a,b,c}') @@ to_tsquery('portal_french', @words)"),
            ], text, filters, order, cancellationToken);
    }

    /// <summary>Those that hold at least one of the words: for when none holds them all.</summary>
    public Task<List<Candidate>> FindAnyAsync(TextQuery text, CatalogueQuery? filters, CatalogueOrder order, CancellationToken cancellationToken) =>
        ReadAsync([(1, "whole @@ to_tsquery('portal_french', @any)")], text, filters, order, cancellationToken);

    /// <summary>Whether there are more certifications than are counted, so that browsing them needs the database's own filters.</summary>
    public async Task<bool> AreManyAsync(CancellationToken cancellationToken)
    {
        await using var command = await database.CommandAsync($"select count(*) > {CatalogueResult.CountingLimit} from (select from search_documents limit {CatalogueResult.CountingLimit + 1}) counted", cancellationToken);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Without words the active ones are read in their order from an index; the others are only asked for when those are few.</summary>
    private async Task<List<Candidate>> BrowseAsync(CatalogueQuery? filters, CatalogueOrder order, CancellationToken cancellationToken)
    {
        if (order != CatalogueOrder.Title)
        {
            var (condition, inOrder) = order == CatalogueOrder.EndDate ? ("last_day is not null", "last_day, sort_title, certification_id") : ("true", "sort_title, certification_id");
            var active = await ReadAsync([(0, $"{IsActive} and {condition}")], TextQuery.Empty, filters, order, cancellationToken, inOrder);
            if (active.Count > CatalogueResult.CountingLimit) return active;
        }
        return await ReadAsync([(0, "true")], TextQuery.Empty, filters, order, cancellationToken);
    }

    private async Task<List<Candidate>> ReadAsync(
        (int Tier, string Where)[] tiers, TextQuery text, CatalogueQuery? filters, CatalogueOrder order, CancellationToken cancellationToken, string? inOrder = null)
    {
        await using var command = await database.CommandAsync("", cancellationToken);
        var conditions = filters is null ? "" : Conditions(filters, command.Parameters);
        var matches = string.Join(" union all ", tiers.Select(tier => $"select {tier.Tier} as tier, {Columns} from search_documents where {tier.Where}{conditions}"));
        // Kept apart from the limit, or the planner would read the whole table in the hope of reaching it soon.
        var limited = text.IsEmpty ? $"({matches})" : $"(with matched as materialized ({matches}) select * from matched {(order == CatalogueOrder.Relevance ? $"limit {MostRanked}" : "")})";
        // Ranking reads the vectors: only what is kept is ranked.
        var best = order != CatalogueOrder.Relevance || text.IsEmpty ? ""
            : $"order by {IsActive} desc, tier, ts_rank(array[0.05, 0.1, 0.3, 1.0]::real[], head, to_tsquery('portal_french', {(matches.Contains("@any", StringComparison.Ordinal) ? "@any" : "@words")}), 1) desc, sort_title, certification_id";
        command.CommandText =
            $"""
            select certification_id, {StatusCode}, {Level}, {EndsSoon}, facets
            from (select * from {limited} candidates order by {inOrder ?? Orders[order]} limit {CatalogueResult.CountingLimit + 1}) found {best}
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
        Add($"coalesce(({Level})::text, '{FacetValues.NoLevel}') = any(?)", query.Levels);
        Add($"({IsActive} and '{FacetValues.Active}' = any(?) or {EndsSoon} and '{FacetValues.Ending}' = any(?)"
            + $" or {Status} = 'Expired' and '{FacetValues.Expired}' = any(?) or {Status} = 'Abolished' and '{FacetValues.Abolished}' = any(?))", query.States);
        if (query.Cpf) conditions.Add("(rncp_days @> @day or rs_days @> @day)");
        if (query.Vae) conditions.Add($"(rncp_days @> @day and '{nameof(AccessRouteCode.PriorExperience)}' = any(routes))");
        return string.Concat(conditions.Select(condition => " and " + condition));
    }

    private static Candidate Read(NpgsqlDataReader row)
    {
        var facets = row.GetString(4).Split('|');
        return new Candidate
        {
            Id = row.GetInt32(0),
            Status = (RecognitionStatus)row.GetInt16(1),
            Level = row.IsDBNull(2) ? null : row.GetInt16(2),
            EndsSoon = row.GetBoolean(3),
            Kind = facets[0] == nameof(CertificationKind.Cqpi) ? CertificationKind.Cqpi : CertificationKind.Cqp,
            Branches = Values(facets[1]),
            Routes = Values(facets[2]),
            Domains = Values(facets[3]),
        };
    }

    private static string[] Values(string list) => list.Length == 0 ? [] : list.Split(',');
}
