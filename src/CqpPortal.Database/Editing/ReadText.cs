namespace CqpPortal.Database.Editing;

/// <summary>The very text of an entry that somebody has read before acting on it.</summary>
public sealed record ReadText(int EntryId, string Digest);
