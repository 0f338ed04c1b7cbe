using CqpPortal.Domain.Certifications;

namespace CqpPortal.Database.Registers.Fiches;

/// <summary>SI_JURY_*: one way to the certification, open or not.</summary>
public sealed record FicheRoute
{
    public AccessRouteCode Code { get; init; }

    /// <summary>ACTIF; null when the export does not say.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>COMPOSITION of the jury.</summary>
    public string? Jury { get; init; }

    /// <summary>DATE_DERNIERE_MODIFICATION.</summary>
    public DateOnly? ChangedOn { get; init; }
}
