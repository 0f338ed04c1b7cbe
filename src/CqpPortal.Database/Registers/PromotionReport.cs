namespace CqpPortal.Database.Registers;

/// <summary>What a drop did to the catalogue.</summary>
/// <param name="Promoted">Fiches that entered the catalogue or whose certification changed.</param>
/// <param name="ToConfirm">Fiches that may be a CQP and wait for a person's word.</param>
public sealed record PromotionReport(IReadOnlyList<PromotedFiche> Promoted, IReadOnlyList<PromotedFiche> ToConfirm)
{
    public static PromotionReport Nothing { get; } = new([], []);
}
