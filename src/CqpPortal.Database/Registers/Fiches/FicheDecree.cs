namespace CqpPortal.Database.Registers.Fiches;

/// <summary>PUBLICATION_JO: a legal text published in an official journal.</summary>
public sealed record FicheDecree
{
    public FicheDecreeKind Kind { get; init; }

    /// <summary>TITRE.</summary>
    public string? Title { get; init; }

    /// <summary>DATE_PUBLICATION_JO.</summary>
    public DateOnly? PublishedOn { get; init; }
}
