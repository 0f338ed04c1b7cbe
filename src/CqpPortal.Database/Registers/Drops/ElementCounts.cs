namespace CqpPortal.Database.Registers.Drops;

/// <summary>How often an element came that the portal does not know or cannot read; its text is kept in <see cref="Fiches.Fiche.Other"/>.</summary>
internal sealed class ElementCounts
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public void Add(string path) => _counts[path] = _counts.GetValueOrDefault(path) + 1;
}
