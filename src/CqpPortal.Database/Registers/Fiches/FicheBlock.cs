namespace CqpPortal.Database.Registers.Fiches;

/// <summary>BLOC_COMPETENCES: a part that can be acquired alone.</summary>
public sealed record FicheBlock
{
    /// <summary>CODE, as written: <c>RNCP34762BC01</c>, but also <c>01</c>; unique within the fiche only.</summary>
    public string? Code { get; init; }

    /// <summary>LIBELLE.</summary>
    public string? Label { get; init; }

    /// <summary>LISTE_COMPETENCES.</summary>
    public string? Skills { get; init; }

    /// <summary>MODALITES_EVALUATION.</summary>
    public string? Assessment { get; init; }

    /// <summary>PREREQUIS_ENTREE_FORMATION_BLOC.</summary>
    public string? EntryPrerequisites { get; init; }

    /// <summary>PREREQUIS_VALIDATION_BLOC.</summary>
    public string? ValidationPrerequisites { get; init; }
}
