namespace CqpPortal.Domain.Records;

/// <param name="Note">What the authority said, or why.</param>
public sealed record ApplicationStep(ApplicationState State, DateOnly Day, string? Note = null);
