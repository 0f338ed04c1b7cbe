namespace CqpPortal.Domain.Eligibility;

/// <summary>What became of one series of rules between two days.</summary>
/// <param name="Before">In force on the first day; null where nothing was.</param>
/// <param name="Between">Rows that began after the first day and ended before the second.</param>
/// <param name="After">In force on the second day; null where nothing is.</param>
public sealed record RuleChange(DatedRule? Before, IReadOnlyList<DatedRule> Between, DatedRule? After)
{
    /// <summary>Day of the first change.</summary>
    public DateOnly On => Before is not null ? Before.Period.Until!.Value.AddDays(1) : Between.Count > 0 ? Between[0].Period.From : After!.Period.From;
}
