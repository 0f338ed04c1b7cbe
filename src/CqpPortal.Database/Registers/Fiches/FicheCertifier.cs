namespace CqpPortal.Database.Registers.Fiches;

/// <summary>A body that delivers the certification.</summary>
public sealed record FicheCertifier
{
    /// <summary>NOM_CERTIFICATEUR.</summary>
    public string? Name { get; init; }

    /// <summary>SIRET_CERTIFICATEUR: missing for about three in ten, for a CPNE has none.</summary>
    public string? Siret { get; init; }

    /// <summary>ETAT_CERTIFICATEUR, as written: <c>Actif</c>, <c>Inactif</c>. An inactive certifier stays listed. The CSV does not say.</summary>
    public string? State { get; init; }

    /// <summary>DATE_DERNIERE_MODIFICATION_ETAT.</summary>
    public DateOnly? StateChangedOn { get; init; }

    /// <summary>NOM_COMMERCIAL.</summary>
    public string? TradeName { get; init; }

    /// <summary>SITE_INTERNET.</summary>
    public string? Website { get; init; }
}
