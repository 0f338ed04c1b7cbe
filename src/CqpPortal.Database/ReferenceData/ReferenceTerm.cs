namespace CqpPortal.Database.ReferenceData;

/// <summary>The label of a code: ROME job or domain, NSF speciality, Formacode.</summary>
public sealed class ReferenceTerm
{
    public ReferenceTermKind Kind { get; init; }

    public required string Code { get; init; }

    public required string Label { get; init; }
}
