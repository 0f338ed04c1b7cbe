using CqpPortal.Domain.Editing;

namespace CqpPortal.Database.Editing;

/// <summary>A text that met another one saved before it, kept until its author has decided field by field.</summary>
public sealed class SetAsideDraft
{
    public int Id { get; private init; }

    public int EntryId { get; init; }

    public int PersonId { get; init; }

    /// <summary>The revision that its author had started from.</summary>
    public int StartedFrom { get; init; }

    /// <summary>That revision's text.</summary>
    public required EntryText Start { get; init; }

    public required EntryText Text { get; init; }

    public DateTimeOffset SetAsideAt { get; init; }

    public DateTimeOffset? SettledAt { get; set; }
}
