namespace CqpPortal.Domain.Certifications;

/// <summary>Source and date of one fact of a certification: who says it, as of which day, under which reference.</summary>
public sealed class FactSource
{
    public FactSource(CertificationFact fact, FactOrigin origin, DateOnly asOf)
    {
        Fact = fact;
        Origin = origin;
        AsOf = asOf;
    }

    public CertificationFact Fact { get; private set; }

    public FactOrigin Origin { get; private set; }

    /// <summary>Date of the export, or day on which the committee last said so.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>Number of the fiche, where a register says it.</summary>
    public string? Reference { get; init; }
}
