using System.Globalization;
using CqpPortal.Database.Configuration;
using Npgsql;

namespace CqpPortal.Database.Search;

/// <summary>
/// The certifications that hold the words, at most one more than <see cref="CatalogueResult.CountingLimit"/>, the best first: what is
/// active before what ended, titles before job names before skills before longer texts.
/// </summary>
internal sealed class CandidateSearch(PortalDbContext database, DateOnly day)
{
    private const int Most = CatalogueResult.CountingLimit + 1;

    /// <summary>Skills and long texts are searched only when titles and job names give fewer than that.</summary>
    private const int Enough = 5;

    private const string State = "states[width_bucket(@day, since)]";

    // Asked once per search: a function with a parameter would be called once per row.
    private const string Words = "(select to_tsquery('portal_french', @words))";

    /// <summary>
    /// Where words are looked for, the most telling first. A step is taken when those before gave too little (<c>@before1</c>, <c>@before2</c>),
    /// and not for what they gave.
    /// </summary>
    private static readonly string[][] Steps =
    [
        [$"title_words @@ {Words}", $"job_words @@ {Words} and not title_words @@ {Words}"],
        [$"skill_words @@ {Words} and certification_id <> all(@before1)"],
        [$"all_words @@ {Words} and certification_id <> all(@before1) and certification_id <> all(@before2)"],
    ];

    private static readonly string IsActive = $"state = any('{{{string.Join(',', StateOnDay.Codes(state => state.IsActive))}}}')";

    private static readonly Dictionary<CatalogueOrder, string> Orders = new()
    {
        // One number sorts faster than three: active before ended, then the step, then the rank, which is below one.
        [CatalogueOrder.Relevance] = $"case when {IsActive} then 0 else 10 end + step - rank, sort_title, certification_id",
        [CatalogueOrder.Title] = "sort_title, certification_id",
        [CatalogueOrder.EndDate] = $"{IsActive} desc, last_day nulls last, sort_title, certification_id",
    };

    /// <param name="text">Words to hold; empty for all certifications.</param>
    /// <param name="filters">Filters to apply in the database; null to apply none.</param>
    /// <param name="order">Which come first when not all are returned.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<List<Candidate>> FindAsync(TextQuery text, CatalogueQuery? filters, CatalogueOrder order, CancellationToken cancellationToken) =>
        text.IsEmpty ? BrowseAsync(filters, order, cancellationToken) : RankAsync(text.Words, filters, order, cancellationToken);

    /// <summary>Whether more certifications hold the words than are counted, so that only the database can filter them.</summary>
    public async Task<bool> AreManyAsync(TextQuery text, CancellationToken cancellationToken)
    {
        var condition = text.IsEmpty ? "" : $"where job_words @@ {Words}";
        await using var command = await database.CommandAsync($"select count(*) = {Most} from (select from search_documents {condition} limit {Most}) counted", cancellationToken);
        if (!text.IsEmpty) command.Parameters.Add(new NpgsqlParameter<string>("words", text.Words));
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<List<Candidate>> RankAsync(string words, CatalogueQuery? filters, CatalogueOrder order, CancellationToken cancellationToken)
    {
        List<Candidate> found = [];
        var before = new List<int[]>();
        for (var steps = 1; steps <= Steps.Length && found.Count < Enough; steps++)
        {
            await using var command = await database.CommandAsync("", cancellationToken);
            var conditions = Conditions(filters, _ => true, command.Parameters);
            var rank = order == CatalogueOrder.Relevance ? $"ts_rank(title_words, {Words}, 1)" : "0";
            var matches = Steps.Take(steps).SelectMany(step => step).Select((where, step) =>
                $"select certification_id, last_day, {State} as state, {step} as step, {rank} as rank, sort_title, facets from search_documents where {where}{conditions}");
            // What is sorted by title or date must be complete. Of words that more hold than are counted, no more are ranked: titles before the rest.
            var ranked = order == CatalogueOrder.Relevance ? $"limit {Most}" : "";
            command.CommandText =
                $"""
                select certification_id, state, facets from ({string.Join(" union all ", matches)} {ranked}) matches
                order by {Orders[order]} limit {Most}
                """;
            command.Parameters.Add(new NpgsqlParameter<string>("words", words));
            foreach (var (step, ids) in before.Index()) command.Parameters.Add(new NpgsqlParameter<int[]>($"before{step + 1}", ids));
            found = await ReadAsync(command, cancellationToken);
            before.Add([.. found.Select(candidate => candidate.Id)]);
        }
        return found;
    }

    /// <summary>Without words the active ones are read first, in their order, from an index; the others only when those are few.</summary>
    private async Task<List<Candidate>> BrowseAsync(CatalogueQuery? filters, CatalogueOrder order, CancellationToken cancellationToken)
    {
        (string Where, Func<StateOnDay, bool> State, string Order)[] steps = order switch
        {
            CatalogueOrder.Title => [("true", _ => true, "sort_title, certification_id")],
            CatalogueOrder.EndDate =>
            [
                // An active registration has not ended yet: what ended long ago is not even looked at.
                ("last_day >= @day", state => state.IsActive, "last_day, sort_title, certification_id"),
                ("last_day is null", state => state.IsActive, "sort_title, certification_id"),
                ("true", state => !state.IsActive, "last_day, sort_title, certification_id"),
            ],
            _ => [("true", state => state.IsActive, "sort_title, certification_id"), ("true", state => !state.IsActive, "sort_title, certification_id")],
        };
        var candidates = new List<Candidate>();
        foreach (var step in steps.TakeWhile(_ => candidates.Count < Most))
        {
            await using var command = await database.CommandAsync("", cancellationToken);
            command.CommandText =
                $"""
                select certification_id, {State}, facets from search_documents where {step.Where}{Conditions(filters, step.State, command.Parameters)}
                order by {step.Order} limit {Most - candidates.Count}
                """;
            candidates.AddRange(await ReadAsync(command, cancellationToken));
        }
        return candidates;
    }

    /// <summary>The filters as conditions: the values of a document by the index on its tags, and the states of the day that pass.</summary>
    private static string Conditions(CatalogueQuery? filters, Func<StateOnDay, bool> isWanted, NpgsqlParameterCollection parameters)
    {
        var conditions = "";
        if (StateOnDay.Mask(state => isWanted(state) && (filters is null || CatalogueFacets.Allow(filters, state))) is { } mask)
        {
            parameters.Add(new NpgsqlParameter<byte[]>("states", mask));
            // Written so that the planner expects most rows to pass, and reads them in order from an index until there are enough.
            conditions = $" and get_bit(@states, {State}) <> 0";
        }
        foreach (var tags in filters is null ? [] : CatalogueFacets.Tags(filters))
        {
            var name = "tags" + parameters.Count.ToString(CultureInfo.InvariantCulture);
            parameters.Add(new NpgsqlParameter<string[]>(name, tags));
            conditions += $" and tags && @{name}";
        }
        return conditions;
    }

    private async Task<List<Candidate>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("day", day));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var candidates = new List<Candidate>();
        while (await reader.ReadAsync(cancellationToken)) candidates.Add(new Candidate(reader.GetInt32(0), StateOnDay.Of(reader.GetInt16(1)), reader.GetString(2)));
        return candidates;
    }
}
