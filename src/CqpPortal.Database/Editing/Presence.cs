namespace CqpPortal.Database.Editing;

/// <summary>When somebody was last seen on the editing pages of an entry.</summary>
public sealed class Presence
{
    public int EntryId { get; init; }

    public int PersonId { get; init; }

    public required string PersonName { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset SeenAt { get; set; }
}
