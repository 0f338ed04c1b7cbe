using NpgsqlTypes;

namespace CqpPortal.Database.Search;

/// <summary>
/// What a search reads of a certification, rebuilt by <see cref="SearchIndex"/> whenever it changes: its words by weight and its facets.
/// Nothing here depends on the day: the days on which it counts are ranges, and what it is worth is asked of them at search time.
/// </summary>
public sealed class SearchDocument
{
    public int CertificationId { get; init; }

    public required string Title { get; init; }

    /// <summary>Title without case or accents: the order of lists.</summary>
    public required string SortTitle { get; init; }

    public required string Kind { get; init; }

    /// <summary>Short and weighted: A title, B job names, branches and local code. What is ranked.</summary>
    public required NpgsqlTsVector Head { get; init; }

    /// <summary>The head, then C skills and blocks, D activities and longer texts. Reached only when the head finds too little.</summary>
    public required NpgsqlTsVector Whole { get; init; }

    public required string[] Branches { get; init; }

    /// <summary>Open access routes.</summary>
    public required string[] Routes { get; init; }

    /// <summary>Trade families: domains of the ROME codes, such as <c>H29</c>.</summary>
    public required string[] Domains { get; init; }

    /// <summary>Days on which a registration in the RNCP is active.</summary>
    public required NpgsqlRange<DateOnly>[] RncpDays { get; init; }

    public required NpgsqlRange<DateOnly>[] RsDays { get; init; }

    public required NpgsqlRange<DateOnly>[] SuspendedDays { get; init; }

    /// <summary>Levels of the registrations in the RNCP that have one; the two next lists say from when until when, at the same places.</summary>
    public required short[] Levels { get; init; }

    public required DateOnly[] LevelFrom { get; init; }

    public required DateOnly[] LevelUntil { get; init; }

    /// <summary>Kind, branches, open routes and trade families in one text, <c>Cqp|0044,1938|ContinuingTraining|H29</c>: a thousand are read per search.</summary>
    public required string Facets { get; init; }

    /// <summary>Last day of the registration that ends last; null without registration.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Last day of the registration that ended first; null without registration.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Known to have been sent to France compétences, or registered, since that day.</summary>
    public DateOnly? TransmittedOn { get; init; }

    public DateOnly? SuppressedOn { get; init; }
}
