using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Database.Eligibility;

/// <summary>A version of a rule that somebody publishes.</summary>
/// <param name="Today">Day in Paris.</param>
/// <param name="InsteadOf">First day of the version, not yet in force, that it corrects; null where it is added.</param>
public sealed record RuleEdit(DatedRule Rule, DateOnly Today, DateOnly? InsteadOf);
