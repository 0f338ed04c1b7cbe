using CqpPortal.Domain.Editing;

namespace CqpPortal.Database.Editing;

/// <summary>A text as it was published: kept for ever, never changed.</summary>
public sealed class EntryVersion
{
    public const int MaxReasonLength = 500;

    public int EntryId { get; init; }

    public int Number { get; init; }

    public required EntryText Text { get; init; }

    /// <summary><see cref="EntryText.Digest"/>, which the signatures bear.</summary>
    public required string Digest { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>Null for what was there before the committees began to edit it, and for what comes from a register.</summary>
    public int? PersonId { get; init; }

    public string? PersonName { get; init; }

    /// <summary>Why, in French; the public reads it.</summary>
    public required string Reason { get; init; }
}
