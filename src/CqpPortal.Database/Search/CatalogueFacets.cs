namespace CqpPortal.Database.Search;

/// <summary>
/// Filters and counts candidates. A facet's counts follow all the other filters but not its own, so that another value of the same
/// facet shows what it would give.
/// </summary>
internal sealed class CatalogueFacets(CatalogueQuery query)
{
    private readonly IReadOnlyList<(string Name, IReadOnlyList<string> Chosen, Func<Candidate, IEnumerable<string>> Values)> _facets =
    [
        ("kind", query.Kinds, candidate => [FacetValues.Kind[candidate.Kind]]),
        ("recognition", query.Recognitions, candidate => [FacetValues.Recognition[candidate.Status]]),
        ("state", query.States, candidate => candidate.States),
        ("level", query.Levels, candidate => [candidate.LevelValue]),
        ("cpf", query.Cpf ? ["true"] : [], candidate => candidate.IsRegistered ? ["true"] : []),
        ("vae", query.Vae ? ["true"] : [], candidate => candidate.VaeIsOpen ? ["true"] : []),
        ("route", query.Routes, candidate => candidate.Routes.Select(route => FacetValues.RouteOf[route])),
        ("domain", query.Domains, candidate => candidate.Domains),
        ("branch", query.Branches, candidate => candidate.Branches),
    ];

    public bool AnyChosen => _facets.Any(facet => facet.Chosen.Count > 0);

    public IEnumerable<Candidate> Filter(IEnumerable<Candidate> candidates) => candidates.Where(candidate => Passes(candidate, except: null));

    /// <param name="candidates">All that hold the words, filtered or not.</param>
    /// <param name="areFiltered">They already passed the filters: values not chosen cannot be counted.</param>
    public IReadOnlyList<Facet> Count(IReadOnlyCollection<Candidate> candidates, bool areFiltered) =>
    [
        .. _facets.Select(facet =>
        {
            var counts = candidates.Where(candidate => Passes(candidate, facet.Name)).SelectMany(facet.Values).CountBy(value => value)
                .Select(count => new FacetCount(count.Key, null, count.Value)).ToList();
            foreach (var chosen in facet.Chosen.Where(chosen => !counts.Exists(count => count.Value == chosen)))
                counts.Add(new FacetCount(chosen, null, 0));
            if (areFiltered && facet.Chosen.Count > 0) counts = [.. counts.Where(count => facet.Chosen.Contains(count.Value))];
            return new Facet(facet.Name, [.. counts.OrderBy(count => Place(facet.Name, count.Value)).ThenByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal)]);
        }),
    ];

    /// <summary>The filters in force, each with how many certifications there would be without it.</summary>
    public IReadOnlyList<LoosenedFilter> Loosen(IReadOnlyCollection<Candidate> candidates) =>
    [
        .. _facets.Where(facet => facet.Chosen.Count > 0)
            .Select(facet => new LoosenedFilter(facet.Name, candidates.Count(candidate => Passes(candidate, facet.Name))))
            .Where(filter => filter.Count > 0).OrderByDescending(filter => filter.Count),
    ];

    /// <summary>Recognition, state and level have an order of their own; the others go by their number.</summary>
    private static int Place(string facet, string value) => facet switch
    {
        "recognition" => FacetValues.Recognition.Values.Index().First(known => known.Item == value).Index,
        "state" => FacetValues.State.Index().First(known => known.Item == value).Index,
        "level" => FacetValues.Level.Index().FirstOrDefault(known => known.Item == value).Index,
        _ => 0,
    };

    private bool Passes(Candidate candidate, string? except)
    {
        foreach (var facet in _facets)
            if (facet.Chosen.Count > 0 && facet.Name != except && !facet.Values(candidate).Any(facet.Chosen.Contains)) return false;
        return true;
    }
}
