namespace CqpPortal.Database.Registers;

/// <summary>
/// Brings the catalogue up to date after a drop, in the drop's own transaction. The numbers to look at are in the temporary table
/// <c>changed_fiches (number, change, may_be_cqp)</c> where <c>change</c> is <c>added</c>, <c>changed</c>, <c>disappeared</c> or <c>reappeared</c>;
/// <c>register_fiches</c> is already as the drop leaves it.
/// </summary>
/// <param name="database">On the transaction's connection; to be neither committed nor disposed.</param>
/// <param name="changed">Rows of <c>changed_fiches</c>, at least one.</param>
public delegate Task<PromotionReport> PromoteFiches(PortalDbContext database, int changed, CancellationToken cancellationToken);
