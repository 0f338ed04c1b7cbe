namespace CqpPortal.Domain.Editing;

/// <summary>A row of the activities framework.</summary>
public sealed record ActivityRow(string Id, string Title, string Description = "");
