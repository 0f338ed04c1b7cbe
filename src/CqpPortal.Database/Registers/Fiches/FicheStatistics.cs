namespace CqpPortal.Database.Registers.Fiches;

/// <summary>STATISTIQUES_PROMOTION: one cohort.</summary>
public sealed record FicheStatistics
{
    public int? Year { get; init; }

    /// <summary>NOMBRE_CERTIFIES.</summary>
    public int? Certified { get; init; }

    /// <summary>NOMBRE_CERTIFIES_VAE, counted in <see cref="Certified"/>.</summary>
    public int? CertifiedByPriorExperience { get; init; }

    /// <summary>TAUX_INSERTION_GLOBAL_6MOIS, in percent.</summary>
    public decimal? EmployedAfterSixMonths { get; init; }

    /// <summary>TAUX_INSERTION_METIER_6MOIS, in percent.</summary>
    public decimal? InTargetJobAfterSixMonths { get; init; }

    /// <summary>TAUX_INSERTION_METIER_2ANS, in percent.</summary>
    public decimal? InTargetJobAfterTwoYears { get; init; }
}
