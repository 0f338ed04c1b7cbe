namespace CqpPortal.Database.Search;

/// <summary>A filter that, left out, would leave that many certifications.</summary>
public sealed record LoosenedFilter(string Name, int Count);
