using CqpPortal.Domain.Editing;

namespace CqpPortal.Database.Editing;

/// <summary>A draft as it was saved once: what a later save is compared with, so that nobody's work is lost.</summary>
public sealed class DraftRevision
{
    public int EntryId { get; init; }

    public int Revision { get; init; }

    public required EntryText Text { get; init; }

    public int PersonId { get; init; }

    public required string PersonName { get; init; }

    public DateTimeOffset SavedAt { get; init; }
}
