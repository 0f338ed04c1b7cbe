namespace CqpPortal.Domain.Recognition;

/// <summary>The two national registers kept by France compétences.</summary>
public enum Register
{
    /// <summary>Répertoire national des certifications professionnelles: jobs, with a level (C. trav., art. L. 6113-1).</summary>
    Rncp,

    /// <summary>Répertoire spécifique: complementary skills, no level and no blocks (C. trav., art. L. 6113-6).</summary>
    Rs,
}
