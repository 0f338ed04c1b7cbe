using CqpPortal.Domain.Editing;

namespace CqpPortal.Database.Audit;

/// <summary>One thing that was done, or tried and refused. Written once: the database lets nobody change or delete it.</summary>
public sealed class AuditLine
{
    public const int MaxTextLength = 2000;

    public long Id { get; private init; }

    public required DateTimeOffset At { get; init; }

    public required AuditAction Action { get; init; }

    /// <summary>Null for the portal itself, and for whoever did not sign in.</summary>
    public int? PersonId { get; init; }

    /// <summary>The person's name at that time.</summary>
    public string? PersonName { get; init; }

    /// <summary>Key of the committee concerned.</summary>
    public string? Committee { get; init; }

    /// <summary>The entry concerned.</summary>
    public int? EntryId { get; init; }

    /// <summary>In French, what it was done to: a title, a person, a file, an address.</summary>
    public required string Subject { get; init; }

    /// <summary>Why, or what exactly, in French.</summary>
    public string? Details { get; init; }

    /// <summary>A line on what somebody did to an entry.</summary>
    public static AuditLine Of(AuditAction action, Entry entry, Author by, string? details = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(by);
        return new AuditLine { At = by.At, Action = action, PersonId = by.PersonId, PersonName = by.Name, EntryId = entry.Id, Subject = entry.Title, Details = Cut(details) };
    }

    /// <summary>No text is too long to be audited.</summary>
    public static string? Cut(string? text) => text is { Length: > MaxTextLength } ? text[..(MaxTextLength - 1)] + "…" : text;
}
