namespace CqpPortal.Database.Eligibility;

/// <summary>A certification that may have been meant.</summary>
/// <param name="Code">Its registry number, else its local code, else its slug.</param>
public sealed record CodeSuggestion(string Code, string Title, string Slug);
