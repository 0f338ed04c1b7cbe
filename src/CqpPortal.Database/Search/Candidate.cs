namespace CqpPortal.Database.Search;

/// <summary>A certification that matches a text, with what its facets say on the day of the search. They come in the order asked for.</summary>
/// <param name="Facets">As <see cref="SearchDocument.Facets"/> writes them: read a thousand times per search, so never taken apart into strings.</param>
internal readonly record struct Candidate(int Id, StateOnDay State, string Facets)
{
    public FacetEnumerator Values(FacetPart part)
    {
        var rest = Facets.AsSpan();
        for (var skipped = 0; skipped < (int)part; skipped++) rest = rest[(rest.IndexOf('|') + 1)..];
        var end = rest.IndexOf('|');
        return new FacetEnumerator(end < 0 ? rest : rest[..end]);
    }

    public bool Has(FacetPart part, string value)
    {
        foreach (var one in Values(part))
            if (one.SequenceEqual(value)) return true;
        return false;
    }
}

/// <summary>The parts of <see cref="SearchDocument.Facets"/>, in their order.</summary>
internal enum FacetPart
{
    Kind,
    Branches,
    Routes,
    Domains,
}

/// <summary>Walks through a list such as <c>0044,1938</c>.</summary>
internal ref struct FacetEnumerator(ReadOnlySpan<char> list)
{
    private ReadOnlySpan<char> _rest = list;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly FacetEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_rest.IsEmpty) return false;
        var end = _rest.IndexOf(',');
        Current = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? [] : _rest[(end + 1)..];
        return true;
    }
}
