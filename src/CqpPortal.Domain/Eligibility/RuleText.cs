namespace CqpPortal.Domain.Eligibility;

/// <summary>A sentence of a rule in both languages. Names in braces are replaced by the facts of the finding: <c>{LastDay}</c>.</summary>
/// <param name="Fr">French.</param>
/// <param name="En">English.</param>
public sealed record RuleText(string Fr, string En);
