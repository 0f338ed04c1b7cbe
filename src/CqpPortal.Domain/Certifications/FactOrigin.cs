namespace CqpPortal.Domain.Certifications;

/// <summary>Who says a fact.</summary>
public enum FactOrigin
{
    /// <summary>Export of the registers by France compétences.</summary>
    Register,

    /// <summary>The CPNE that owns the certification.</summary>
    Committee,

    /// <summary>Made up to show the portal.</summary>
    Demonstration,
}
