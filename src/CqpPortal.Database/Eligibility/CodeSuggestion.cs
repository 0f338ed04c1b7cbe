namespace CqpPortal.Database.Eligibility;

/// <summary>A certification that may have been meant by what was not found.</summary>
/// <param name="Code">Number, local code or slug that names it.</param>
public sealed record CodeSuggestion(string Code, string Title, string Slug);
