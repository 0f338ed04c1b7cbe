using System.Runtime.InteropServices;

namespace CqpPortal.Database.Search;

/// <summary>One facet of a search: whether a candidate passes its filter, and how many candidates have each value.</summary>
/// <param name="name">As the address says it.</param>
/// <param name="chosen">Values filtered by; none lets everything through.</param>
internal abstract class FacetCounter(string name, IReadOnlyList<string> chosen)
{
    public string Name => name;

    public IReadOnlyList<string> Chosen => chosen;

    public bool Passes(Candidate candidate) => chosen.Count == 0 || HasChosen(candidate);

    public abstract void Add(Candidate candidate);

    /// <summary>How many candidates have each value, under the words of the address.</summary>
    public abstract Dictionary<string, int> Counts();

    protected abstract bool HasChosen(Candidate candidate);
}

/// <summary>A facet that follows from what the certification is worth on the day.</summary>
internal sealed class StateFacet(string name, IReadOnlyList<string> chosen, Func<StateOnDay, IReadOnlyList<string>> values) : FacetCounter(name, chosen)
{
    private readonly Dictionary<StateOnDay, int> _candidates = [];

    public override void Add(Candidate candidate) => CollectionsMarshal.GetValueRefOrAddDefault(_candidates, candidate.State, out _)++;

    public override Dictionary<string, int> Counts() =>
        _candidates.SelectMany(count => values(count.Key).Select(value => (Value: value, Count: count.Value)))
            .GroupBy(count => count.Value).ToDictionary(counts => counts.Key, counts => counts.Sum(count => count.Count));

    protected override bool HasChosen(Candidate candidate) => values(candidate.State).Any(Chosen.Contains);
}

/// <summary>A facet whose values stand in one part of the document.</summary>
/// <param name="words">The words of the address for the values of the document, where they differ.</param>
internal sealed class PartFacet(string name, IReadOnlyList<string> chosen, FacetPart part, IReadOnlyDictionary<string, string>? words = null) : FacetCounter(name, chosen)
{
    private readonly Dictionary<string, int> _candidates = [];
    private readonly string[] _chosen = words is null ? [.. chosen] : [.. words.Where(word => chosen.Contains(word.Value)).Select(word => word.Key)];

    public override void Add(Candidate candidate)
    {
        var counts = _candidates.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var value in candidate.Values(part)) CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
    }

    public override Dictionary<string, int> Counts() => words is null ? _candidates : _candidates.ToDictionary(count => words[count.Key], count => count.Value);

    protected override bool HasChosen(Candidate candidate)
    {
        foreach (var value in candidate.Values(part))
            foreach (var one in _chosen)
                if (value.SequenceEqual(one)) return true;
        return false;
    }
}

/// <summary>A facet that is either true or not there.</summary>
internal sealed class YesFacet(string name, bool isChosen, Func<Candidate, bool> isTrue) : FacetCounter(name, isChosen ? ["true"] : [])
{
    private int _count;

    public override void Add(Candidate candidate) => _count += isTrue(candidate) ? 1 : 0;

    public override Dictionary<string, int> Counts() => _count == 0 ? [] : new() { ["true"] = _count };

    protected override bool HasChosen(Candidate candidate) => isTrue(candidate);
}
