namespace CqpPortal.Database.Registers.Fiches;

/// <summary>Free texts of a fiche. In the export a line break is a run of spaces.</summary>
public sealed record FicheTexts
{
    /// <summary>OBJECTIFS_CONTEXTE.</summary>
    public string? Objectives { get; init; }

    /// <summary>ACTIVITES_VISEES (RNCP).</summary>
    public string? Activities { get; init; }

    /// <summary>CAPACITES_ATTESTEES.</summary>
    public string? AttestedSkills { get; init; }

    /// <summary>SECTEURS_ACTIVITE (RNCP).</summary>
    public string? Sectors { get; init; }

    /// <summary>TYPE_EMPLOI_ACCESSIBLES (RNCP).</summary>
    public string? TargetJobs { get; init; }

    /// <summary>REGLEMENTATIONS_ACTIVITES.</summary>
    public string? Regulations { get; init; }

    /// <summary>PREREQUIS_ENTREE_FORMATION.</summary>
    public string? EntryPrerequisites { get; init; }

    /// <summary>PREREQUIS_VALIDATION_CERTIFICATION.</summary>
    public string? ValidationPrerequisites { get; init; }

    /// <summary>VALIDATION_PARTIELLE_PERIMETRE (RS).</summary>
    public string? PartialValidationScope { get; init; }

    /// <summary>DUREE_VALIDITE (RS): how long the certificate counts, as written.</summary>
    public string? ValidityDuration { get; init; }

    /// <summary>NIVEAU_MAITRISE_COMPETENCES (RS).</summary>
    public string? MasteryLevel { get; init; }

    /// <summary>MODALITES_RENOUVELLEMENT (RS).</summary>
    public string? RenewalTerms { get; init; }
}
