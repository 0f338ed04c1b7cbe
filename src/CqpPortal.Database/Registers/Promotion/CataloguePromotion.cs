using CqpPortal.Database.Configuration;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>
/// Takes the CQP among the fiches that a drop changed into the catalogue. Fiches that replace each other one for one are one certification
/// with several registrations, across registers too; other successions link certifications. What a committee wrote is never overwritten.
/// </summary>
public sealed class CataloguePromotion
{
    // Read are the changed fiches that may be CQP, those already in the catalogue or waiting to be confirmed, and whatever replaces, is replaced by
    // or belongs to one certification with any of them. Documents stay closed: opening 30,000 of them would take longer than reading the drop.
    private const string WorthReading =
        """
        with recursive changed as (
            select distinct number from changed_fiches
        ), hinted as (
            select number from changed_fiches where may_be_cqp
            union select r.number::text from registrations r join changed c on c.number = r.number
            union select p.number::text from promotion_candidates p join changed c on c.number = p.number
            union select p.number::text from promotion_candidates p where p.is_cqp
            union select f.number::text from register_fiches f join changed c on c.number = f.number
                cross join lateral unnest(f.links) other join registrations r on r.number = other
        ), links as materialized (
            select f.number::text as one, other from register_fiches f cross join lateral unnest(f.links) other
            union
            select other, f.number::text from register_fiches f cross join lateral unnest(f.links) other
            union
            select r.number, s.number from registrations r join registrations s on s.certification_id = r.certification_id and s.number <> r.number
        ), wanted as (
            select number from hinted
            union
            select l.other from wanted w join links l on l.one = w.number
        )
        select distinct f.number from wanted w join register_fiches f on f.number = w.number
        """;

    /// <summary>Certifications held in memory at a time.</summary>
    private const int Batch = 25;

    private readonly PortalDbContext _database;
    private readonly PromotionLedger _ledger;
    private Dictionary<RegistryNumber, CombinedFiche> _outlines = [];
    private Dictionary<RegistryNumber, CombinedFiche> _fiches = [];
    private Dictionary<RegistryNumber, int> _certifications = [];
    private List<RegistryNumber> _borrowed = [];
    private HashSet<string> _branches = [];
    private HashSet<string> _slugs = [];

    private CataloguePromotion(PortalDbContext database)
    {
        _database = database;
        _ledger = new PromotionLedger(database);
    }

    /// <summary>A <see cref="PromoteFiches"/>.</summary>
    public static Task<PromotionReport> RunAsync(PortalDbContext database, int changed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return new CataloguePromotion(database).RunAsync(cancellationToken);
    }

    private async Task<PromotionReport> RunAsync(CancellationToken cancellationToken)
    {
        var numbers = await WorthReadingAsync(cancellationToken);
        if (numbers.Count == 0) return PromotionReport.Nothing;
        _outlines = await RegisterFiches.ReadOutlinesAsync(_database, numbers, cancellationToken);
        _branches = [.. await _database.Branches.Select(branch => branch.Idcc).AsAsyncEnumerable().Select(idcc => idcc.ToString()).ToListAsync(cancellationToken)];
        _slugs = [.. await _database.Certifications.Select(certification => certification.Slug).ToListAsync(cancellationToken)];
        _certifications = await _database.Certifications.Where(certification => !certification.IsDemonstration)
            .SelectMany(certification => certification.Registrations, (certification, registration) => new { registration.Number, certification.Id })
            .ToDictionaryAsync(row => row.Number, row => row.Id, cancellationToken);
        _borrowed = await _database.Certifications.Where(certification => certification.IsDemonstration)
            .SelectMany(certification => certification.Registrations).Select(registration => registration.Number).ToListAsync(cancellationToken);
        await _ledger.LoadAsync(cancellationToken);

        var chains = new SuccessionChains(_outlines.Values.Select(fiche => fiche.Fiche));
        var judged = Judge(chains);
        var touched = new HashSet<int>();
        foreach (var batch in chains.Of(judged.Keys, _certifications).Chunk(Batch)) await TakeAsync(batch, judged, touched, cancellationToken);
        await Habilitations.RefreshAsync(_database, _outlines.Keys.Where(_certifications.ContainsKey), cancellationToken);
        var links = new SuccessionLinks(_database, chains, _outlines, _certifications);
        foreach (var batch in touched.Chunk(Batch)) await links.SaveAsync(batch, cancellationToken);
        await _ledger.SaveAsync(_outlines.Keys, _certifications, cancellationToken);
        await SearchIndex.RefreshAsync(_database, touched, cancellationToken);
        return _ledger.Report;
    }

    private async Task<List<RegistryNumber>> WorthReadingAsync(CancellationToken cancellationToken)
    {
        await using var command = await _database.CommandAsync(WorthReading, cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var numbers = new List<RegistryNumber>();
        while (await reader.ReadAsync(cancellationToken)) numbers.Add(RegistryNumber.Parse(reader.GetString(0), null));
        return numbers;
    }

    /// <summary>The evidence for every fiche that is a CQP; those that may be one go to the list "to be confirmed".</summary>
    private Dictionary<RegistryNumber, CqpEvidence> Judge(SuccessionChains chains)
    {
        var judged = new Dictionary<RegistryNumber, CqpEvidence>();
        var doubtful = new Dictionary<RegistryNumber, CqpEvidence>();
        foreach (var (number, fiche) in _outlines)
        {
            if (_ledger.CuratorsWord(number) is { } said)
            {
                if (said) judged[number] = new CqpEvidence(true, "Confirmé comme CQP par une personne.");
            }
            else if (CqpEvidence.Of(fiche.Fiche) is { } evidence) (evidence.IsCertain ? judged : doubtful)[number] = evidence;
        }
        foreach (var (older, newer) in chains.OneToOneInOrder())
        {
            if (judged.ContainsKey(older) && !judged.ContainsKey(newer) && _ledger.CuratorsWord(newer) is null
                && CqpEvidence.Inherited(_outlines[newer].Fiche, _outlines[older].Fiche) is { } inherited) judged[newer] = inherited;
        }
        // What entered the catalogue stays there, whatever a later fiche no longer says.
        foreach (var number in _outlines.Keys.Where(number => _certifications.ContainsKey(number) && !judged.ContainsKey(number) && _ledger.CuratorsWord(number) is null))
            judged[number] = new CqpEvidence(true, _ledger.EvidenceOf(number) ?? "Déjà au catalogue.");
        // A number that a demonstration made up belongs to it as long as it is there.
        foreach (var number in _borrowed.Where(judged.ContainsKey))
        {
            _ledger.Doubt(_outlines[number], judged[number].Words + " Mais une certification de démonstration porte ce numéro : repartez d’une base sans démonstration (Portal__DemoData=false).");
            judged.Remove(number);
        }
        foreach (var (number, evidence) in doubtful.Where(entry => !judged.ContainsKey(entry.Key))) _ledger.Doubt(_outlines[number], evidence.Words);
        return judged;
    }

    private async Task TakeAsync(
        IReadOnlyList<RegistryNumber>[] chains, Dictionary<RegistryNumber, CqpEvidence> judged, HashSet<int> touched, CancellationToken cancellationToken)
    {
        var ids = chains.SelectMany(chain => chain).Select(number => _certifications.GetValueOrDefault(number)).Where(id => id > 0).Distinct().ToList();
        var known = ids.Count == 0 ? [] : await WholeAsync(ids, cancellationToken);
        _fiches = await RegisterFiches.ReadCoreAsync(_database, [.. chains.SelectMany(chain => chain)], cancellationToken);
        var taken = new List<(IReadOnlyList<RegistryNumber> Numbers, Certification Certification)>();
        foreach (var chain in chains)
        {
            var id = chain.Select(number => _certifications.GetValueOrDefault(number)).FirstOrDefault(id => id > 0);
            if (Take(chain, judged, known.GetValueOrDefault(id)) is { } entry) taken.Add(entry);
        }
        await _database.SaveChangesAsync(cancellationToken);
        foreach (var (numbers, certification) in taken)
        {
            foreach (var number in numbers) _certifications[number] = certification.Id;
            touched.Add(certification.Id);
        }
        _database.ChangeTracker.Clear();
    }

    private Task<Dictionary<int, Certification>> WholeAsync(List<int> ids, CancellationToken cancellationToken) =>
        _database.Certifications.Where(certification => ids.Contains(certification.Id))
            .Include(certification => certification.Registrations).Include(certification => certification.Activities).Include(certification => certification.Assessments)
            .Include(certification => certification.Blocks).ThenInclude(block => block.Skills).ThenInclude(skill => skill.Assessments)
            .Include(certification => certification.Blocks).ThenInclude(block => block.Skills).ThenInclude(skill => skill.Activities)
            .ToDictionaryAsync(certification => certification.Id, cancellationToken);

    private (IReadOnlyList<RegistryNumber>, Certification)? Take(
        IReadOnlyList<RegistryNumber> chain, Dictionary<RegistryNumber, CqpEvidence> judged, Certification? certification)
    {
        var registrations = new List<Registration>();
        foreach (var number in chain)
        {
            try
            {
                registrations.Add(FicheFacts.Registration(_fiches[number].Fiche));
            }
            catch (ArgumentException)
            {
                _ledger.Doubt(_fiches[number], $"{judged[number].Words} Mais ses dates ne tiennent pas : {FicheFacts.WhyImpossible(_fiches[number].Fiche.Dates)}.");
            }
        }
        if (registrations.Count == 0) return null;

        var latest = _fiches[registrations[^1].Number];
        certification ??= Create(latest, registrations, judged);
        if (certification is null) return null;
        var changed = new CertificationUpdate(_database, certification, latest, _branches).Apply(registrations);
        foreach (var registration in registrations) _ledger.Promote(_fiches[registration.Number], judged[registration.Number].Words, changed.Contains(registration.Number));
        return ([.. registrations.Select(registration => registration.Number)], certification);
    }

    private Certification? Create(CombinedFiche latest, List<Registration> registrations, Dictionary<RegistryNumber, CqpEvidence> judged)
    {
        var fiches = registrations.Select(registration => _fiches[registration.Number]).ToList();
        var isInterBranch = fiches.Exists(fiche => CqpEvidence.IsInterBranch(fiche.Fiche));
        var branches = fiches.SelectMany(fiche => FicheFacts.Branches(fiche.Fiche, _branches)).DistinctBy(owner => owner.Branch).ToList();
        if (isInterBranch && branches.Count < 2)
        {
            foreach (var fiche in fiches) _ledger.Doubt(fiche, judged[fiche.Fiche.Number].Words + " Mais une CQPI a deux branches au moins, et la fiche n’en nomme pas deux.");
            return null;
        }
        var title = FicheFacts.Title(latest.Fiche);
        var certification = new Certification(isInterBranch ? CertificationKind.Cqpi : CertificationKind.Cqp, FreeSlug(title, registrations[0].Number), title, branches);
        _database.Add(certification);
        return certification;
    }

    private string FreeSlug(string title, RegistryNumber number)
    {
        var slug = Slug.From(title);
        if (_slugs.Add(slug)) return slug;
        // Two certifications may bear one title: the number of the first registration tells them apart.
        var suffix = "-" + Slug.From(number.ToString());
        slug = (slug.Length + suffix.Length > Slug.MaxLength ? slug[..(Slug.MaxLength - suffix.Length)].TrimEnd('-') : slug) + suffix;
        _slugs.Add(slug);
        return slug;
    }
}
