namespace CqpPortal.Domain.Recognition;

/// <summary>A reminder before the end of a registration.</summary>
/// <param name="Months">Before the end.</param>
public sealed record RenewalStep(int Months, DateOnly On);
