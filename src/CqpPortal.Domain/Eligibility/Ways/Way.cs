namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>The ways to prepare a certification.</summary>
public enum Way
{
    /// <summary>Plan de développement des compétences of the employer (L. 6321-1).</summary>
    Plan,

    Cpf,

    /// <summary>Contrat de professionnalisation (L. 6325-1).</summary>
    ContratPro,

    /// <summary>Apprentissage, not open to a CQP (L. 6211-1).</summary>
    Apprentissage,

    /// <summary>Pro-A, until the end of 2025 (former L. 6324-1).</summary>
    ProA,

    /// <summary>Période de reconversion, since 2026 (L. 6324-1).</summary>
    Reconversion,

    /// <summary>Projet de transition professionnelle (L. 6323-17-1).</summary>
    Ptp,

    /// <summary>Préparation opérationnelle à l'emploi, individual or collective (L. 6326-1, L. 6326-3).</summary>
    Poe,

    /// <summary>Aide individuelle à la formation of France Travail, or a programme of the Region.</summary>
    Aif,

    Vae,
}
