namespace CqpPortal.Domain.Eligibility;

/// <summary>One fact that a finding looked at, and the value that it puts into the texts of the rule under the same name.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">A date, an amount in euros (decimal), a number (int), a registry number, a text or an enumerated value.</param>
public sealed record Fact(FactName Name, object Value);
