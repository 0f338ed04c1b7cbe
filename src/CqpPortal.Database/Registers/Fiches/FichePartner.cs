namespace CqpPortal.Database.Registers.Fiches;

/// <summary>A body allowed by the certifier to train, to assess or both.</summary>
public sealed record FichePartner
{
    /// <summary>NOM_PARTENAIRE.</summary>
    public string? Name { get; init; }

    /// <summary>SIRET_PARTENAIRE; the same one may come back in a fiche.</summary>
    public string? Siret { get; init; }

    /// <summary>HABILITATION_PARTENAIRE, as written: HABILITATION_FORMER, HABILITATION_ORGANISER or HABILITATION_ORGA_FORM.</summary>
    public string? Authorisation { get; init; }

    /// <summary>ETAT_HABILITATION, as written: <c>Actif</c>, <c>Inactif</c>, <c>Supprimé</c>. The CSV does not say.</summary>
    public string? State { get; init; }

    /// <summary>DATE_ACTIF.</summary>
    public DateOnly? ActiveFrom { get; init; }

    /// <summary>DATE_DERNIERE_MODIFICATION_ETAT.</summary>
    public DateOnly? StateChangedOn { get; init; }
}
