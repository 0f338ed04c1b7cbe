namespace CqpPortal.Database.Search;

/// <summary>One page of a search.</summary>
public sealed record CatalogueResult
{
    /// <summary>Counting stops after that many.</summary>
    public const int CountingLimit = 1000;

    public required DateOnly Day { get; init; }

    public required int Total { get; init; }

    /// <summary>False when counting stopped: there are more than <see cref="Total"/>.</summary>
    public required bool TotalIsExact { get; init; }

    /// <summary>False when counting stopped before the filters: facet counts are minimums.</summary>
    public required bool CountsAreExact { get; init; }

    /// <summary>The page shown: the last one when the page asked for lies behind it.</summary>
    public required int Page { get; init; }

    public required IReadOnlyList<CatalogueItem> Items { get; init; }

    public required IReadOnlyList<Facet> Facets { get; init; }

    /// <summary>The words searched instead of those typed, when no entry holds those; null when nothing was corrected.</summary>
    public string? Corrected { get; init; }

    /// <summary>No entry holds all the words: these hold some of them.</summary>
    public bool IsPartialMatch { get; init; }

    /// <summary>When nothing is left: which filters to leave out, the most rewarding first.</summary>
    public required IReadOnlyList<LoosenedFilter> Loosened { get; init; }
}
