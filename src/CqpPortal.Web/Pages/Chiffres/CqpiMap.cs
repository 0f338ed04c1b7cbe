using CqpPortal.Database.Search;

namespace CqpPortal.Web.Pages.Chiffres;

/// <summary>The branches on a circle, a line between two that share a CQPI; those that share among themselves stand side by side.</summary>
/// <param name="LeftOut">Branches for which the circle has no room, those with fewest neighbours: the table names them.</param>
internal sealed record CqpiMap(IReadOnlyList<MapBranch> Branches, IReadOnlyList<MapLink> Links, int LeftOut)
{
    /// <summary>Radius of the circle; the picture is <see cref="Size"/> wide and high, its origin in the middle.</summary>
    private const double Radius = 170;

    public const int Size = 400;

    /// <summary>More numbers would touch each other on a phone.</summary>
    private const int Most = 36;

    public static CqpiMap Of(IReadOnlyList<SharedCertification> shared)
    {
        var pairs = shared.SelectMany(one => one.Branches.SelectMany((first, place) => one.Branches.Skip(place + 1).Select(second => (first, second))))
            .CountBy(pair => pair).ToList();
        var neighbours = pairs.SelectMany(pair => new[] { pair.Key, (first: pair.Key.second, second: pair.Key.first) }).ToLookup(pair => pair.first, pair => pair.second);
        var order = SideBySide(neighbours);
        var places = order.Take(Most).Index().ToDictionary(one => one.Item, one => one.Index);
        return new CqpiMap(
            [.. places.Keys.Select(branch => new MapBranch(branch, places[branch] + 1, Place(places[branch], places.Count)) { Neighbours = [.. neighbours[branch].Where(places.ContainsKey).Select(other => places[other] + 1).Order()] })],
            [.. pairs.Where(pair => places.ContainsKey(pair.Key.first) && places.ContainsKey(pair.Key.second))
                .Select(pair => new MapLink(Place(places[pair.Key.first], places.Count), Place(places[pair.Key.second], places.Count), pair.Value))],
            order.Count - places.Count);
    }

    /// <summary>From the branch with most neighbours to those, to theirs, and so on; then the next that is left.</summary>
    private static List<BranchName> SideBySide(ILookup<BranchName, BranchName> neighbours)
    {
        var order = new List<BranchName>();
        var waiting = new Queue<BranchName>();
        foreach (var start in neighbours.OrderByDescending(branch => branch.Count()).ThenBy(branch => branch.Key.Name, StringComparer.Ordinal).Select(branch => branch.Key))
        {
            waiting.Enqueue(start);
            while (waiting.TryDequeue(out var branch))
            {
                if (order.Contains(branch)) continue;
                order.Add(branch);
                foreach (var other in neighbours[branch].OrderBy(other => other.Name, StringComparer.Ordinal)) waiting.Enqueue(other);
            }
        }
        return order;
    }

    /// <summary>The first at the top, then clockwise.</summary>
    private static (double X, double Y) Place(int place, int count)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * place / count);
        return (Radius * sine, -Radius * cosine);
    }
}

/// <param name="Number">In the picture and in the list beside it.</param>
internal sealed record MapBranch(BranchName Branch, int Number, (double X, double Y) Place)
{
    /// <summary>Numbers of the branches that share a CQPI with it.</summary>
    public required IReadOnlyList<int> Neighbours { get; init; }
}

/// <param name="Shared">How many CQPIs both share.</param>
internal sealed record MapLink((double X, double Y) From, (double X, double Y) To, int Shared);
