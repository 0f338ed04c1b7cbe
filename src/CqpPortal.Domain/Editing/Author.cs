namespace CqpPortal.Domain.Editing;

/// <summary>Who does something to an entry, and when.</summary>
/// <param name="Name">The person's name at that time.</param>
public sealed record Author(int PersonId, string Name, DateTimeOffset At);
