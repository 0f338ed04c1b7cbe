using CqpPortal.Database.Registers.Fiches;

namespace CqpPortal.Database.Registers;

/// <summary>A fiche as its two formats together tell it.</summary>
/// <param name="Fiche">The newer format's word, with the other's where it says nothing.</param>
/// <param name="Sides">One per format that holds it, the newer first.</param>
public sealed record CombinedFiche(Fiche Fiche, IReadOnlyList<FicheSide> Sides)
{
    /// <summary>Date of the newest drop that held it.</summary>
    public DateOnly AsOf => Sides[0].LastSeenOn;

    /// <summary>Date of the newest format's first drop without it; null while it is there.</summary>
    public DateOnly? DisappearedOn => Sides[0].DisappearedOn;
}
