namespace CqpPortal.Database.Search;

/// <summary>What a person typed, as text search queries of PostgreSQL (arguments of <c>to_tsquery</c>). Empty when no word tells anything.</summary>
/// <param name="Words">All words.</param>
/// <param name="AnyWord">At least one of the words.</param>
/// <param name="Corrected">The words searched instead of those typed; null when none was corrected.</param>
internal sealed record TextQuery(string Words, string AnyWord, string? Corrected)
{
    public static readonly TextQuery Empty = new("", "", null);

    public bool IsEmpty => Words.Length == 0;
}
