namespace CqpPortal.Database.Registers.Fiches;

/// <summary>CORRESPONDANCE: another fiche, or blocks of it, that this one names as corresponding to its own blocks (art. L. 6113-7 of the labour code).</summary>
public sealed record FicheCorrespondence
{
    /// <summary>Codes of this fiche's blocks; none when the whole fiche corresponds.</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    /// <summary>Number of the other fiche, as written.</summary>
    public string? OtherNumber { get; init; }

    /// <summary>Codes of the other fiche's blocks; none when it corresponds whole.</summary>
    public IReadOnlyList<string> OtherBlocks { get; init; } = [];
}
