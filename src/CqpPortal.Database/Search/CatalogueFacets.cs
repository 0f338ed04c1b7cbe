using System.Globalization;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Search;

/// <summary>
/// Filters and counts candidates. A facet's counts follow all the other filters but not its own, so that another value of the same
/// facet shows what it would give.
/// </summary>
internal sealed class CatalogueFacets(CatalogueQuery query)
{
    private readonly FacetCounter[] _facets =
    [
        new PartFacet("kind", query.Kinds, FacetPart.Kind, FacetValues.KindOf),
        new StateFacet("recognition", query.Recognitions, state => [FacetValues.Recognition[state.Status]]),
        new StateFacet("state", query.States, StatesOf),
        new StateFacet("level", query.Levels, state => [LevelOf(state)]),
        new YesFacet("cpf", query.Cpf, candidate => candidate.State.IsRegistered),
        new YesFacet("vae", query.Vae, candidate => candidate.State.Status == RecognitionStatus.Rncp && candidate.Has(FacetPart.Routes, nameof(AccessRouteCode.PriorExperience))),
        new PartFacet("route", query.Routes, FacetPart.Routes, FacetValues.RouteOf),
        new PartFacet("domain", query.Domains, FacetPart.Domains),
        new PartFacet("branch", query.Branches, FacetPart.Branches),
    ];

    public bool AnyChosen => _facets.Any(facet => facet.Chosen.Count > 0);

    /// <summary>Whether what the filters ask of the day lets a state through.</summary>
    public static bool Allow(CatalogueQuery filters, StateOnDay state) =>
        (filters.Recognitions.Count == 0 || filters.Recognitions.Contains(FacetValues.Recognition[state.Status]))
        && (filters.States.Count == 0 || StatesOf(state).Any(filters.States.Contains))
        && (filters.Levels.Count == 0 || filters.Levels.Contains(LevelOf(state)))
        && (!filters.Cpf || state.IsRegistered)
        && (!filters.Vae || state.Status == RecognitionStatus.Rncp);

    /// <summary>What the filters ask of <see cref="SearchDocument.Tags"/>: one of each list.</summary>
    public static IEnumerable<string[]> Tags(CatalogueQuery filters)
    {
        if (filters.Kinds.Count > 0) yield return [.. FacetValues.Kind.Where(kind => filters.Kinds.Contains(kind.Value)).Select(kind => kind.Key.ToString())];
        if (filters.Routes.Count > 0) yield return [.. FacetValues.Route.Where(route => filters.Routes.Contains(route.Value)).Select(route => route.Key.ToString())];
        if (filters.Vae) yield return [nameof(AccessRouteCode.PriorExperience)];
        if (filters.Domains.Count > 0) yield return [.. filters.Domains];
        if (filters.Branches.Count > 0) yield return [.. filters.Branches];
    }

    public IEnumerable<Candidate> Filter(IEnumerable<Candidate> candidates) => candidates.Where(candidate => Array.TrueForAll(_facets, facet => facet.Passes(candidate)));

    /// <param name="candidates">All that hold the words, filtered or not.</param>
    /// <param name="areFiltered">They already passed the filters: values not chosen cannot be counted.</param>
    public IReadOnlyList<Facet> Count(IEnumerable<Candidate> candidates, bool areFiltered)
    {
        foreach (var candidate in candidates)
        {
            // One filter refuses it: another choice there would show it. Two do: nothing would.
            var refusals = RefusedBy(candidate, out var refusing);
            if (refusals == 0)
                foreach (var facet in _facets) facet.Add(candidate);
            else if (refusals == 1) refusing!.Add(candidate);
        }
        return [.. _facets.Select(facet => new Facet(facet.Name, InOrder(facet.Name, facet.Chosen, facet.Counts(), onlyChosen: areFiltered && facet.Chosen.Count > 0)))];
    }

    /// <summary>The filters in force, each with how many certifications there would be without it.</summary>
    public IReadOnlyList<LoosenedFilter> Loosen(IEnumerable<Candidate> candidates) =>
    [
        .. candidates.Select(candidate => RefusedBy(candidate, out var refusing) == 1 ? refusing!.Name : null).OfType<string>().CountBy(name => name)
            .Select(count => new LoosenedFilter(count.Key, count.Value)).OrderByDescending(filter => filter.Count),
    ];

    private static List<FacetCount> InOrder(string name, IReadOnlyList<string> chosen, Dictionary<string, int> counts, bool onlyChosen)
    {
        foreach (var value in chosen) counts.TryAdd(value, 0);
        return
        [
            .. counts.Where(count => !onlyChosen || chosen.Contains(count.Key)).Select(count => new FacetCount(count.Key, null, count.Value))
                .OrderBy(count => Place(name, count.Value)).ThenByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Recognition, state and level have an order of their own; the others go by their number.</summary>
    private static int Place(string facet, string value) => facet switch
    {
        "recognition" => FacetValues.Recognition.Values.Index().First(known => known.Item == value).Index,
        "state" => FacetValues.State.Index().First(known => known.Item == value).Index,
        "level" => FacetValues.Level.Index().FirstOrDefault(known => known.Item == value).Index,
        _ => 0,
    };

    private static string[] StatesOf(StateOnDay state) =>
        state.IsActive ? state.EndsSoon ? [FacetValues.Active, FacetValues.Ending] : [FacetValues.Active]
        : state.Status == RecognitionStatus.Expired ? [FacetValues.Expired]
        : state.Status == RecognitionStatus.Abolished ? [FacetValues.Abolished]
        : [];

    private static string LevelOf(StateOnDay state) => state.Level?.Value.ToString(CultureInfo.InvariantCulture) ?? FacetValues.NoLevel;

    /// <returns>How many filters the candidate does not pass, up to two; <paramref name="refusing"/> is one of them.</returns>
    private int RefusedBy(Candidate candidate, out FacetCounter? refusing)
    {
        refusing = null;
        foreach (var facet in _facets)
        {
            if (facet.Passes(candidate)) continue;
            if (refusing is not null) return 2;
            refusing = facet;
        }
        return refusing is null ? 0 : 1;
    }
}
