namespace CqpPortal.Database.Search;

/// <param name="Label">Words for people, where the value is a code (branch, trade family).</param>
public sealed record FacetCount(string Value, string? Label, int? Count);
