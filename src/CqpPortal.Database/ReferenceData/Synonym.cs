namespace CqpPortal.Database.ReferenceData;

/// <summary>What people type and what the trade says; kept in both directions, without accents or capitals.</summary>
public sealed class Synonym
{
    public required string Word { get; init; }

    public required string Meaning { get; init; }
}
