namespace CqpPortal.Database.Search;

/// <summary>A word of the titles and job names: what a mistyped word is compared with.</summary>
public sealed class SearchWord
{
    /// <summary>Lower case, without accents.</summary>
    public required string Word { get; init; }

    /// <summary>In how many titles or job names it stands: of two corrections, the commoner wins.</summary>
    public int Uses { get; init; }
}
