namespace CqpPortal.Database.Registers.Fiches;

/// <summary>Which of the three lists of a fiche a legal text stands in.</summary>
public enum FicheDecreeKind
{
    /// <summary>PUBLICATION_DECRET_GENERAL: what governs this kind of certification.</summary>
    General,

    /// <summary>PUBLICATION_DECRET_CREATION: what created this one.</summary>
    Creation,

    /// <summary>PUBLICATION_DECRET_AUTRE.</summary>
    Other,
}
