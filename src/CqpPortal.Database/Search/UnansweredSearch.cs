namespace CqpPortal.Database.Search;

/// <summary>Words that found nothing in a month, for everybody together: nothing tells who looked for them.</summary>
public sealed class UnansweredSearch
{
    public const int MaxLength = 80;

    public required string Words { get; init; }

    /// <summary>IDCC of the branch that the search was limited to; empty for all.</summary>
    public required string Branch { get; init; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; init; }

    public int Count { get; init; }

    /// <summary>A committee has dealt with them, or does not want to see them.</summary>
    public bool IsSettled { get; set; }
}
