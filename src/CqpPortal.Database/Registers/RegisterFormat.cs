namespace CqpPortal.Database.Registers;

/// <summary>The two exports of the registers: each lacks what the other has.</summary>
public enum RegisterFormat
{
    /// <summary>Fluxes V2 to V4.1: everything of a fiche but some past dates.</summary>
    Xml,

    /// <summary>Ten files in a zip: past dates, succession and codes, but no long text, no state and no certifier without SIRET.</summary>
    Csv,
}
