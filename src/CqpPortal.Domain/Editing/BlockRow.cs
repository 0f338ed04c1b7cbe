namespace CqpPortal.Domain.Editing;

/// <summary>A block of skills, with its code within the certification, such as BC01.</summary>
public sealed record BlockRow(string Id, string Code, string Title);
