namespace CqpPortal.Domain.Editing;

/// <summary>What one field was and is; null where it was not, or is no longer, there.</summary>
public sealed record FieldChange(string Path, string? Was, string? Now);
