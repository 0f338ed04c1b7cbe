namespace CqpPortal.Database.Registers;

/// <summary>The temporary table that tells the promotion which fiches to look at; see <see cref="PromoteFiches"/>.</summary>
internal static class ChangedFiches
{
    public const string Create = "create temp table changed_fiches (number text, change text, may_be_cqp boolean not null default false) on commit drop;";
}
