namespace CqpPortal.Database.Search;

/// <summary>Searches the catalogue on a day: words, filters, order and page. Four questions to the database, five when a word is mistyped.</summary>
public sealed class CatalogueSearch(PortalDbContext database)
{
    /// <summary>One page of what matches. A page after the last is the last; never fails on what was typed.</summary>
    /// <param name="query">As the address says it.</param>
    /// <param name="day">What counts as active, expired or open is said for that day.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<CatalogueResult> FindAsync(CatalogueQuery query, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = await new QueryReader(database).ReadAsync(query.Text, query.Exact, cancellationToken);
        var search = new CandidateSearch(database, day);
        var facets = new CatalogueFacets(query);
        var find = search.FindAsync;
        var isPartial = false;

        var all = await find(text, null, query.Order, cancellationToken);
        if (all.Count == 0 && text.AnyWord.Length > 0)
        {
            find = search.FindAnyAsync;
            all = await find(text, null, query.Order, cancellationToken);
            isPartial = all.Count > 0;
        }

        // All candidates are here: filters and counts are exact. Else the database filters, and counts are minimums.
        var complete = all.Count <= CatalogueResult.CountingLimit;
        var matches = complete ? [.. facets.Filter(all)] : await find(text, query, query.Order, cancellationToken);
        var counted = complete ? all : matches.Take(CatalogueResult.CountingLimit).ToList();
        var total = Math.Min(matches.Count, CatalogueResult.CountingLimit);
        var pages = Math.Max(1, (total + query.PageSize - 1) / query.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var shown = Order(matches.Take(CatalogueResult.CountingLimit), query.Order)
            .Skip((page - 1) * query.PageSize).Take(query.PageSize).Select(candidate => candidate.Id).ToArray();

        return new CatalogueResult
        {
            Day = day,
            Total = total,
            TotalIsExact = matches.Count <= CatalogueResult.CountingLimit,
            CountsAreExact = complete,
            Page = page,
            Items = await new CataloguePage(database, day).ReadAsync(shown, text, cancellationToken),
            Facets = await new FacetLabels(database).NameAsync(facets.Count(counted, areFiltered: !complete), cancellationToken),
            Corrected = text.Corrected,
            IsPartialMatch = isPartial,
            Loosened = matches.Count == 0 ? facets.Loosen(all) : [],
        };
    }

    private static IEnumerable<Candidate> Order(IEnumerable<Candidate> candidates, CatalogueOrder order) => order switch
    {
        CatalogueOrder.Title => candidates.OrderBy(candidate => candidate.SortTitle, StringComparer.Ordinal).ThenBy(candidate => candidate.Id),
        CatalogueOrder.EndDate => candidates.OrderByDescending(candidate => candidate.IsActive).ThenBy(candidate => candidate.EndsOn is null)
            .ThenBy(candidate => candidate.EndsOn).ThenBy(candidate => candidate.SortTitle, StringComparer.Ordinal).ThenBy(candidate => candidate.Id),
        _ => candidates.OrderByDescending(candidate => candidate.IsActive).ThenBy(candidate => candidate.Tier)
            .ThenByDescending(candidate => candidate.Rank)
            .ThenBy(candidate => candidate.SortTitle, StringComparer.Ordinal).ThenBy(candidate => candidate.Id),
    };
}
