namespace CqpPortal.Database.Registers.Fiches;

/// <summary>Dates of a registration. Most are missing on most fiches.</summary>
public sealed record FicheDates
{
    /// <summary>DATE_DECISION: registrations on request only.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>DATE_DE_PUBLICATION: the fiche put on line.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>DATE_EFFET.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>DATE_FIN_ENREGISTREMENT: last active day.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>DATE_LIMITE_DELIVRANCE: last day a certificate may be delivered.</summary>
    public DateOnly? DeliverableUntil { get; init; }

    /// <summary>DATE_DERNIER_JO: procedures of before 2019; may be older than the decision.</summary>
    public DateOnly? LastOfficialJournalOn { get; init; }

    /// <summary>DUREE_ENREGISTREMENT, in years.</summary>
    public int? Years { get; init; }
}
