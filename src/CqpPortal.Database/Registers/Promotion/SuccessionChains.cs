using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>Which fiche replaces which, from both sides of every link.</summary>
internal sealed class SuccessionChains
{
    private readonly Dictionary<RegistryNumber, HashSet<RegistryNumber>> _successors = [];
    private readonly Dictionary<RegistryNumber, HashSet<RegistryNumber>> _predecessors = [];
    private readonly Dictionary<RegistryNumber, DateOnly> _ends;

    public SuccessionChains(IEnumerable<Fiche> fiches)
    {
        var all = fiches.ToList();
        _ends = all.ToDictionary(fiche => fiche.Number, fiche => fiche.Dates.EndsOn ?? DateOnly.MaxValue);
        foreach (var fiche in all)
        {
            foreach (var newer in FicheFacts.Numbers(fiche.ReplacedBy)) Link(fiche.Number, newer);
            foreach (var older in FicheFacts.Numbers(fiche.Replaces)) Link(older, fiche.Number);
        }
    }

    public IEnumerable<RegistryNumber> SuccessorsOf(RegistryNumber number) => _successors.GetValueOrDefault(number) ?? [];

    public SuccessionKind KindOf(RegistryNumber successor) =>
        _predecessors.GetValueOrDefault(successor)?.Count > 1 ? SuccessionKind.Merge
        : _predecessors.GetValueOrDefault(successor)?.Any(older => _successors[older].Count > 1) == true ? SuccessionKind.Split
        : SuccessionKind.Renewal;

    /// <summary>Links whose two ends have no other, the older ones first, so that a renewal of a renewal is reached.</summary>
    public IEnumerable<(RegistryNumber Older, RegistryNumber Newer)> OneToOneInOrder() =>
        from link in _successors
        where link.Value.Count == 1
        let newer = link.Value.First()
        where _predecessors[newer].Count == 1 && _ends.ContainsKey(link.Key) && _ends.ContainsKey(newer)
        orderby _ends[link.Key]
        select (link.Key, newer);

    /// <summary>
    /// The numbers in chains of one-for-one renewals, each from the oldest to the latest; a number alone is a chain. What one certification
    /// bears stays together, and two certifications stay two: each has an address that must not change.
    /// </summary>
    public IEnumerable<IReadOnlyList<RegistryNumber>> Of(IReadOnlyCollection<RegistryNumber> numbers, IReadOnlyDictionary<RegistryNumber, int> certifications)
    {
        var chains = numbers.Where(certifications.ContainsKey).GroupBy(number => certifications[number]).Select(group => new Chain(group.Key, [.. group]))
            .Concat(numbers.Where(number => !certifications.ContainsKey(number)).Select(number => new Chain(null, [number])));
        var chainOf = chains.SelectMany(chain => chain.Numbers, (chain, number) => (number, chain)).ToDictionary();
        foreach (var (older, newer) in OneToOneInOrder())
        {
            if (!chainOf.TryGetValue(older, out var first) || !chainOf.TryGetValue(newer, out var second) || ReferenceEquals(first, second)) continue;
            if (first.Certification is not null && second.Certification is not null) continue;
            first.Certification ??= second.Certification;
            first.Numbers.AddRange(second.Numbers);
            foreach (var number in second.Numbers) chainOf[number] = first;
        }
        return chainOf.Values.Distinct().Select(chain => chain.Numbers.OrderBy(number => _ends[number]).ToList());
    }

    private void Link(RegistryNumber older, RegistryNumber newer)
    {
        if (older == newer) return;
        (_successors.TryGetValue(older, out var after) ? after : _successors[older] = []).Add(newer);
        (_predecessors.TryGetValue(newer, out var before) ? before : _predecessors[newer] = []).Add(older);
    }

    private sealed class Chain(int? certification, List<RegistryNumber> numbers)
    {
        public int? Certification { get; set; } = certification;

        public List<RegistryNumber> Numbers => numbers;
    }
}
