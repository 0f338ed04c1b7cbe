namespace CqpPortal.Domain.Editing;

/// <summary>A branch that owns the certification, by its IDCC, and the key of its committee where known.</summary>
public sealed record OwnerRow(string Branch, string? Committee = null, DateOnly? JoinedOn = null, DateOnly? LeftOn = null);
