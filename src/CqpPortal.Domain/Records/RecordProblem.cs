using CqpPortal.Domain.Editing;

namespace CqpPortal.Domain.Records;

/// <summary>Why a record cannot be as it is written.</summary>
/// <param name="Field">Name of the property to correct.</param>
/// <param name="Message">What to do.</param>
public sealed record RecordProblem(string Field, Message Message);
