using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Search;

/// <summary>Searches the catalogue on a day: words, filters, order and page. Three questions to the database, four when a word is mistyped.</summary>
public sealed class CatalogueSearch(PortalDbContext database)
{
    /// <summary>Searches keep a core busy: run all at once they would each wait for all the others, in turn each ends sooner.</summary>
    private static readonly SemaphoreSlim AtOnce = new(2 * Environment.ProcessorCount);

    /// <summary>One page of what matches. A page after the last is the last; never fails on what was typed.</summary>
    /// <param name="query">As the address says it.</param>
    /// <param name="day">What counts as active, expired or open is said for that day.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<CatalogueResult> FindAsync(CatalogueQuery query, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await AtOnce.WaitAsync(cancellationToken);
        try
        {
            return await SearchAsync(query, day, cancellationToken);
        }
        finally
        {
            AtOnce.Release();
        }
    }

    /// <summary>Those of the catalogue with these addresses, in no order; what is not there is left out.</summary>
    public async Task<IReadOnlyList<CatalogueItem>> NamedAsync(IReadOnlyCollection<string> slugs, DateOnly day, CancellationToken cancellationToken)
    {
        if (slugs.Count == 0) return [];
        var known = slugs.Where(slug => !slug.Contains('\0', StringComparison.Ordinal)).ToList();
        var ids = await database.Certifications.Where(entry => known.Contains(entry.Slug)).Select(entry => entry.Id).ToArrayAsync(cancellationToken);
        return await new CataloguePage(database, day).ReadAsync(ids, TextQuery.Empty, cancellationToken);
    }

    private async Task<CatalogueResult> SearchAsync(CatalogueQuery query, DateOnly day, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(database);
        var text = await reader.ReadAsync(query.Text, query.Exact, cancellationToken);
        var search = new CandidateSearch(database, day);
        var facets = new CatalogueFacets(query);
        var isPartial = false;

        // Of too many to count, those that the filters leave out are not even read.
        var areMany = facets.AnyChosen && await search.AreManyAsync(text, cancellationToken);
        var all = await search.FindAsync(text, areMany ? query : null, query.Order, cancellationToken);
        if (all.Count == 0 && !areMany && !text.IsEmpty && !query.Exact)
        {
            var generous = await reader.ReadGenerouslyAsync(query.Text, cancellationToken);
            all = await search.FindAsync(generous, null, query.Order, cancellationToken);
            if (all.Count > 0) text = generous;
        }
        if (all.Count == 0 && !areMany && text.AnyWord.Length > 0)
        {
            text = text with { Words = text.AnyWord };
            all = await search.FindAsync(text, null, query.Order, cancellationToken);
            isPartial = all.Count > 0;
        }

        // All candidates are here: filters and counts are exact. Else the database filters, and counts are minimums.
        var complete = !areMany && all.Count <= CatalogueResult.CountingLimit;
        var matches = complete ? [.. facets.Filter(all)] : areMany || !facets.AnyChosen ? all : await search.FindAsync(text, query, query.Order, cancellationToken);
        var counted = complete ? all : matches.Take(CatalogueResult.CountingLimit).ToList();
        var total = Math.Min(matches.Count, CatalogueResult.CountingLimit);
        var pages = Math.Max(1, (total + query.PageSize - 1) / query.PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var shown = matches.Skip((page - 1) * query.PageSize).Take(query.PageSize).Select(candidate => candidate.Id).ToArray();

        return new CatalogueResult
        {
            Day = day,
            Total = total,
            TotalIsExact = matches.Count <= CatalogueResult.CountingLimit,
            CountsAreExact = complete,
            Page = page,
            Items = await new CataloguePage(database, day).ReadAsync(shown, text, cancellationToken),
            Facets = FacetLabels.Name(facets.Count(counted, areFiltered: !complete)),
            Corrected = text.Corrected,
            IsPartialMatch = isPartial,
            Loosened = matches.Count > 0 ? [] : facets.Loosen(areMany ? await search.FindAsync(text, null, query.Order, cancellationToken) : all),
        };
    }
}
