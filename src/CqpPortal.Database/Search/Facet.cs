namespace CqpPortal.Database.Search;

/// <summary>A filter's values with how many certifications each would leave; null where that was not counted.</summary>
public sealed record Facet(string Name, IReadOnlyList<FacetCount> Counts);
