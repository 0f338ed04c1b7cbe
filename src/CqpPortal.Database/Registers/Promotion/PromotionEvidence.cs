using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>Why a fiche of a register stands in the catalogue.</summary>
public sealed class PromotionEvidence
{
    public required RegistryNumber Number { get; init; }

    public int CertificationId { get; set; }

    /// <summary>In French, for people to judge.</summary>
    public required string Evidence { get; set; }
}
