namespace CqpPortal.Database.Registers;

/// <summary>The two exports of the registers: each lacks what the other has.</summary>
public enum RegisterFormat
{
    /// <summary>Fluxes V2 to V4.1: full texts, blocks, partners, but neither succession nor past dates.</summary>
    Xml,

    /// <summary>Ten files in a zip: succession, past dates, names of all registrants, but no long texts.</summary>
    Csv,
}
