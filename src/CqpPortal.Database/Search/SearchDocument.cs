using NpgsqlTypes;

namespace CqpPortal.Database.Search;

/// <summary>
/// What a search reads of a certification, rebuilt by <see cref="SearchIndex"/> whenever it changes: its words by weight and its facets.
/// Nothing here depends on today: the document holds the states of all days, and a search looks up its own. Short columns stand first,
/// for a search reads thousands of rows.
/// </summary>
public sealed class SearchDocument
{
    public int CertificationId { get; init; }

    /// <summary>Last day of the registration that ends last; null without registration.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>First days of the <see cref="States"/>, ascending.</summary>
    public required DateOnly[] Since { get; init; }

    /// <summary>Codes of <see cref="StateOnDay"/>, one for each day of <see cref="Since"/>.</summary>
    public required short[] States { get; init; }

    /// <summary>Kind, branches, open routes and trade families in one text, <c>Cqp|0044,1938|ContinuingTraining|H29</c>: a thousand are read per search.</summary>
    public required string Facets { get; init; }

    /// <summary>Title without case or accents: the order of lists.</summary>
    public required string SortTitle { get; init; }

    /// <summary>Words of the title.</summary>
    public required NpgsqlTsVector TitleWords { get; init; }

    /// <summary>The title, job names, branches and local code.</summary>
    public required NpgsqlTsVector JobWords { get; init; }

    /// <summary>All that, blocks and skills. Reached only when job names give too little.</summary>
    public required NpgsqlTsVector SkillWords { get; init; }

    /// <summary>All that, activities, knowledge and longer texts. Reached only when skills give too little.</summary>
    public required NpgsqlTsVector AllWords { get; init; }

    /// <summary>The same values as <see cref="Facets"/>, to be found by one index.</summary>
    public required string[] Tags { get; init; }
}
