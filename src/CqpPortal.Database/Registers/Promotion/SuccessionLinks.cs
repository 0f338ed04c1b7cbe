using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>
/// Links certifications to what replaces them, where that is no renewal under the same address: several for one, one for several, another
/// certification of the catalogue, a fiche outside it. The register's present word: a link that it no longer gives goes away.
/// </summary>
internal sealed class SuccessionLinks(
    PortalDbContext database, SuccessionChains chains, IReadOnlyDictionary<RegistryNumber, CombinedFiche> fiches, IReadOnlyDictionary<RegistryNumber, int> certifications)
{
    private readonly ILookup<int, RegistryNumber> _numbers = certifications.ToLookup(entry => entry.Value, entry => entry.Key);

    public async Task SaveAsync(int[] ids, CancellationToken cancellationToken)
    {
        var told = ids.ToDictionary(id => id, id => _numbers[id].SelectMany(chains.SuccessorsOf).Distinct().Where(number => certifications.GetValueOrDefault(number) != id).ToList());
        var wanted = ids.Concat(told.Values.SelectMany(numbers => numbers).Select(number => certifications.GetValueOrDefault(number)).Where(id => id > 0)).Distinct().ToList();
        var known = await database.Certifications.Where(certification => wanted.Contains(certification.Id))
            .Include(certification => certification.Successions).ThenInclude(link => link.Successor).ToDictionaryAsync(certification => certification.Id, cancellationToken);
        foreach (var (id, successors) in told) Link(known[id], successors, known);
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }

    private void Link(Certification certification, List<RegistryNumber> successors, Dictionary<int, Certification> known)
    {
        if (_numbers[certification.Id].Where(fiches.ContainsKey).Select(number => fiches[number]).MaxBy(fiche => (fiche.AsOf, fiche.Fiche.Number)) is not { } latest) return;
        if (certification.IsSaidByCommittee(CertificationFact.Successions))
        {
            var unsaid = successors.Where(number => !certification.Successions.Any(link => link.ExternalNumber == number || (link.Successor is { } to && to.Id == certifications.GetValueOrDefault(number))));
            new CommitteeWord(database, certification, latest).Compare(CertificationFact.Successions, "", FactWords.Of(unsaid));
            return;
        }
        var links = successors.Select(number => Succession(number, known.GetValueOrDefault(certifications.GetValueOrDefault(number)))).DistinctBy(Target).ToList();
        foreach (var gone in certification.Successions.Where(link => !links.Exists(other => AreSame(link, other))).ToList()) certification.NoLongerReplacedBy(gone);
        foreach (var link in links.Where(link => !certification.Successions.Any(other => AreSame(link, other)))) certification.ReplacedBy(link);
        var source = new FactSource(CertificationFact.Successions, FactOrigin.Register, latest.AsOf) { Reference = latest.Fiche.Number.ToString() };
        if (links.Count > 0 && !certification.Sources.Any(known => (known.Fact, known.AsOf, known.Reference) == (source.Fact, source.AsOf, source.Reference))) certification.Cite(source);
    }

    private Succession Succession(RegistryNumber number, Certification? successor)
    {
        var fiche = fiches.GetValueOrDefault(number)?.Fiche;
        var isOfOtherNature = successor is null && fiche is not null && CqpEvidence.IsOfOtherNature(fiche.Title);
        return new Succession(isOfOtherNature ? SuccessionKind.CqpToTfp : chains.KindOf(number), successor, successor is null ? number : null)
        {
            ExternalTitle = successor is null && fiche is not null ? FicheText.Cut(fiche.Title, Certification.MaxTitleLength) : null,
            Since = fiche is null ? null : fiche.Dates.PublishedOn ?? fiche.Dates.EffectiveOn ?? fiche.Dates.DecidedOn,
        };
    }

    private static object Target(Succession link) => (object?)link.Successor ?? link.ExternalNumber!;

    private static bool AreSame(Succession one, Succession other) =>
        (one.Kind, one.ExternalTitle, one.Since) == (other.Kind, other.ExternalTitle, other.Since) && Target(one).Equals(Target(other));
}
