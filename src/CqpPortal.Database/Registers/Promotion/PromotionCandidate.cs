using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>A fiche that may be a CQP and waits for a person's word.</summary>
public sealed class PromotionCandidate
{
    public required RegistryNumber Number { get; init; }

    public required string Title { get; set; }

    /// <summary>What speaks for a CQP, and what keeps it out of the catalogue.</summary>
    public required string Reason { get; set; }

    public DateOnly DropDate { get; set; }

    /// <summary>A curator's word, which goes before any other evidence; null while nobody has looked.</summary>
    public bool? IsCqp { get; set; }
}
