using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Database.Eligibility;

/// <summary>One row of a series, and where it comes from.</summary>
/// <param name="IsPublished">Came with the portal; others were added since.</param>
/// <param name="ClosedPrevious">Adding it gave an end to the version before, which withdrawing it takes away again.</param>
public sealed record RuleVersion(DatedRule Rule, bool IsPublished, bool ClosedPrevious)
{
    /// <summary>Whether it may still be corrected or withdrawn: nobody has been answered by it.</summary>
    public bool CanChange(DateOnly today) => !IsPublished && Rule.Period.From > today;
}
