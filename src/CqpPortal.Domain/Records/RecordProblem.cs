namespace CqpPortal.Domain.Records;

/// <summary>Why a record cannot be as it is written.</summary>
/// <param name="Field">Name of the property to correct.</param>
/// <param name="Message">In French, what to do.</param>
public sealed record RecordProblem(string Field, string Message);
