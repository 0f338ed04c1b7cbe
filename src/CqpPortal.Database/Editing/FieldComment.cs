namespace CqpPortal.Database.Editing;

/// <summary>What a reviewer says of one field of a draft.</summary>
public sealed class FieldComment
{
    public const int MaxTextLength = 2000;

    public int Id { get; private init; }

    public int EntryId { get; init; }

    /// <summary>Path of the field; empty for the entry as a whole.</summary>
    public required string Path { get; init; }

    public required string Text { get; init; }

    public int PersonId { get; init; }

    public required string PersonName { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public string? ResolvedBy { get; set; }
}
