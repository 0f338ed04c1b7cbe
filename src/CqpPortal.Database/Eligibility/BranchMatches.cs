using CqpPortal.Database.Search;

namespace CqpPortal.Database.Eligibility;

/// <summary>The branches that a typed name or IDCC may mean.</summary>
/// <param name="Only">The one that is meant, where there is no doubt.</param>
/// <param name="Suggestions">Else those that may have been meant, the nearest first.</param>
public sealed record BranchMatches(BranchName? Only, IReadOnlyList<BranchName> Suggestions);
