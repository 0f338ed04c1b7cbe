
namespace CqpPortal.Database.Search;

/// <summary>A search as the address says it: text, filters, order and page. Empty filters let everything through.</summary>
public sealed record CatalogueQuery
{
    public const int MaxPageSize = 100;

    public string? Text { get; init; }

    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Values of <see cref="FacetValues.Recognition"/>.</summary>
    public IReadOnlyList<string> Recognitions { get; init; } = [];

    public IReadOnlyList<string> Branches { get; init; } = [];

    /// <summary><c>3</c> to <c>8</c>, or <c>none</c>.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    public IReadOnlyList<string> Routes { get; init; } = [];

    /// <summary>Trade families: ROME domains such as <c>H29</c>.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Values of <see cref="FacetValues.State"/>.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Registered today, so that the CPF can be asked for.</summary>
    public bool Cpf { get; init; }

    /// <summary>In the RNCP today with an open VAE route.</summary>
    public bool Vae { get; init; }

    public CatalogueOrder Order { get; init; }

    /// <summary>Search the words as typed, without correcting them.</summary>
    public bool Exact { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 20;
}
