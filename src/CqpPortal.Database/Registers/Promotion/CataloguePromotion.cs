using CqpPortal.Database.Configuration;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>
/// Takes the CQP among the fiches that a drop changed into the catalogue. Fiches that replace each other one for one are one certification
/// with several registrations, across registers too; other successions link certifications. What a committee wrote is never overwritten.
/// </summary>
public sealed class CataloguePromotion
{
    // Read are the changed fiches that may be CQP, those already in the catalogue, and whatever replaces or is replaced by either.
    private const string WorthReading =
        """
        with recursive hinted as (
            select f.number::text from register_fiches f join changed_fiches c on c.number = f.number
            where coalesce(f.document ->> 'registrationType', '') not ilike '%droit%' and (
                f.title ~* $1 or f.document -> 'texts' ->> 'objectives' ~* $1 or f.document -> 'routes' #>> '{}' ~* $1
                or jsonb_array_length(coalesce(f.document -> 'agreements', '[]')) > 0 or jsonb_array_length(coalesce(f.document -> 'idccCodes', '[]')) > 0)
            union select r.number::text from registrations r join changed_fiches c on c.number = r.number
            union select p.number::text from promotion_candidates p where p.is_cqp
        ), links as materialized (
            select f.number::text as one, other from register_fiches f
            cross join lateral jsonb_array_elements_text(coalesce(f.document -> 'replacedBy', '[]') || coalesce(f.document -> 'replaces', '[]')) other
            where jsonb_array_length(coalesce(f.document -> 'replacedBy', '[]') || coalesce(f.document -> 'replaces', '[]')) > 0
        ), wanted as (
            select number from hinted
            union
            select case when l.one = w.number then l.other else l.one end from wanted w join links l on w.number in (l.one, l.other)
        )
        select distinct f.number from wanted w join register_fiches f on f.number = w.number
        """;

    private readonly PortalDbContext _database;
    private readonly Dictionary<RegistryNumber, PromotionEvidence> _evidence = [];
    private readonly Dictionary<RegistryNumber, PromotionCandidate> _candidates = [];
    private readonly List<PromotedFiche> _promoted = [];
    private readonly List<PromotedFiche> _toConfirm = [];
    private Dictionary<RegistryNumber, CombinedFiche> _fiches = [];
    private HashSet<string> _branches = [];
    private HashSet<string> _slugs = [];

    private CataloguePromotion(PortalDbContext database) => _database = database;

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
        _fiches = await RegisterFiches.ReadAsync(_database, numbers, cancellationToken);
        _branches = [.. await _database.Branches.Select(branch => branch.Idcc).AsAsyncEnumerable().Select(idcc => idcc.ToString()).ToListAsync(cancellationToken)];
        _slugs = [.. await _database.Certifications.Select(certification => certification.Slug).ToListAsync(cancellationToken)];
        foreach (var row in await _database.Set<PromotionEvidence>().ToListAsync(cancellationToken)) _evidence.Add(row.Number, row);
        foreach (var row in await _database.Set<PromotionCandidate>().ToListAsync(cancellationToken)) _candidates.Add(row.Number, row);

        var known = await KnownAsync(cancellationToken);
        var chains = new SuccessionChains(_fiches.Values.Select(fiche => fiche.Fiche));
        var judged = Judge(chains, known);
        var touched = new Dictionary<RegistryNumber, Certification>();
        foreach (var chain in chains.Of(judged.Keys)) Take(chain, judged, known, touched);
        LinkSuccessors(chains, touched, known);
        await SaveAsync(touched, cancellationToken);
        return new PromotionReport(_promoted, _toConfirm);
    }

    private async Task<List<RegistryNumber>> WorthReadingAsync(CancellationToken cancellationToken)
    {
        await using var command = await _database.CommandAsync(WorthReading, cancellationToken);
        command.CommandTimeout = 600;
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = CqpEvidence.SqlPattern });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var numbers = new List<RegistryNumber>();
        while (await reader.ReadAsync(cancellationToken)) numbers.Add(RegistryNumber.Parse(reader.GetString(0), null));
        return numbers;
    }

    /// <summary>Certifications that bear one of the numbers already, whole, ready to be changed.</summary>
    private async Task<Dictionary<RegistryNumber, Certification>> KnownAsync(CancellationToken cancellationToken)
    {
        var numbers = _fiches.Keys.ToList();
        var certifications = await _database.Certifications.Where(entry => entry.Registrations.Any(registration => numbers.Contains(registration.Number)) && !entry.IsDemonstration)
            .Include(entry => entry.Registrations).Include(entry => entry.Activities).Include(entry => entry.Assessments).Include(entry => entry.Successions).ThenInclude(link => link.Successor)
            .Include(entry => entry.Blocks).ThenInclude(block => block.Skills).ThenInclude(skill => skill.Assessments)
            .Include(entry => entry.Blocks).ThenInclude(block => block.Skills).ThenInclude(skill => skill.Activities)
            .ToListAsync(cancellationToken);
        return certifications.SelectMany(entry => entry.Registrations.Select(registration => (registration.Number, entry))).ToDictionary(pair => pair.Number, pair => pair.entry);
    }

    /// <summary>The evidence for every fiche that is a CQP; those that may be one go to the list "to be confirmed".</summary>
    private Dictionary<RegistryNumber, CqpEvidence> Judge(SuccessionChains chains, Dictionary<RegistryNumber, Certification> known)
    {
        var judged = new Dictionary<RegistryNumber, CqpEvidence>();
        var doubtful = new Dictionary<RegistryNumber, CqpEvidence>();
        foreach (var (number, fiche) in _fiches)
        {
            if (_candidates.GetValueOrDefault(number)?.IsCqp is { } said)
            {
                if (said) judged[number] = new CqpEvidence(true, "Confirmé comme CQP par une personne.");
                continue;
            }
            if (CqpEvidence.Of(fiche.Fiche) is { } evidence) (evidence.IsCertain ? judged : doubtful)[number] = evidence;
            else if (known.ContainsKey(number)) judged[number] = new CqpEvidence(true, _evidence.GetValueOrDefault(number)?.Evidence ?? "Déjà au catalogue.");
        }
        foreach (var (older, newer) in chains.OneToOneInOrder())
        {
            if (judged.ContainsKey(older) && !judged.ContainsKey(newer) && _candidates.GetValueOrDefault(newer)?.IsCqp is null
                && CqpEvidence.Inherited(_fiches[newer].Fiche, _fiches[older].Fiche) is { } inherited) judged[newer] = inherited;
        }
        foreach (var (number, evidence) in doubtful.Where(entry => !judged.ContainsKey(entry.Key))) Doubt(_fiches[number], evidence.Words);
        return judged;
    }

    private void Take(
        IReadOnlyList<RegistryNumber> chain, Dictionary<RegistryNumber, CqpEvidence> judged, Dictionary<RegistryNumber, Certification> known, Dictionary<RegistryNumber, Certification> touched)
    {
        var registrations = new List<(RegistryNumber Number, Registration Registration)>();
        foreach (var number in chain)
        {
            try
            {
                registrations.Add((number, FicheFacts.Registration(_fiches[number].Fiche)));
            }
            catch (ArgumentException impossible)
            {
                Doubt(_fiches[number], judged[number].Words + " Mais ses dates ne tiennent pas : " + impossible.Message);
            }
        }
        if (registrations.Count == 0) return;

        var latest = _fiches[registrations[^1].Number];
        var certification = chain.Select(number => known.GetValueOrDefault(number)).FirstOrDefault(entry => entry is not null) ?? Create(latest, registrations, judged);
        if (certification is null) return;
        foreach (var (number, registration) in registrations)
        {
            var isNew = certification.Registrations.All(entry => entry.Number != number);
            var changed = certification.IsSaidByCommittee(CertificationFact.Registrations) ? false : certification.Restate(registration);
            known[number] = certification;
            touched[number] = certification;
            if (_evidence.TryGetValue(number, out var row)) row.Evidence = judged[number].Words;
            if (isNew || changed) _promoted.Add(new PromotedFiche(number.ToString(), _fiches[number].Fiche.Title, judged[number].Words));
            Confirmed(number);
        }
        new CertificationUpdate(_database, certification, latest, _branches).Apply();
    }

    private Certification? Create(CombinedFiche latest, List<(RegistryNumber Number, Registration Registration)> registrations, Dictionary<RegistryNumber, CqpEvidence> judged)
    {
        var isInterBranch = registrations.Exists(entry => CqpEvidence.IsInterBranch(_fiches[entry.Number].Fiche));
        var branches = registrations.SelectMany(entry => FicheFacts.Branches(_fiches[entry.Number].Fiche, _branches)).DistinctBy(owner => owner.Branch).ToList();
        if (isInterBranch && branches.Count < 2)
        {
            foreach (var (number, _) in registrations) Doubt(_fiches[number], judged[number].Words + " Mais une CQPI a deux branches au moins, et la fiche n’en nomme pas deux.");
            return null;
        }
        var title = FicheFacts.Title(latest.Fiche);
        var certification = new Certification(isInterBranch ? CertificationKind.Cqpi : CertificationKind.Cqp, FreeSlug(title, registrations[0].Number), title, branches);
        _database.Add(certification);
        return certification;
    }

    /// <summary>Successions that are not one for one, and those that lead out of the catalogue.</summary>
    private void LinkSuccessors(SuccessionChains chains, Dictionary<RegistryNumber, Certification> touched, Dictionary<RegistryNumber, Certification> known)
    {
        foreach (var certification in touched.Values.Distinct().Where(entry => !entry.IsSaidByCommittee(CertificationFact.Successions)))
        {
            var own = certification.Registrations.Select(registration => registration.Number).ToHashSet();
            foreach (var number in own.SelectMany(chains.SuccessorsOf).Where(number => !own.Contains(number)).Distinct())
            {
                var successor = known.GetValueOrDefault(number);
                var title = _fiches.GetValueOrDefault(number)?.Fiche.Title;
                if (certification.Successions.Exists(link => successor is null ? link.ExternalNumber == number : link.Successor == successor)) continue;
                var kind = successor is null && (title is null || CqpEvidence.IsOfOtherNature(title)) ? SuccessionKind.CqpToTfp : chains.KindOf(number);
                certification.Successions.Add(new Succession(kind, successor, successor is null ? number : null)
                {
                    ExternalTitle = successor is null && title is not null ? FicheText.Cut(title, Certification.MaxTitleLength) : null,
                    Since = _fiches.GetValueOrDefault(number)?.Fiche.Dates is { } dates ? dates.PublishedOn ?? dates.EffectiveOn ?? dates.DecidedOn : null,
                });
            }
        }
    }

    private async Task SaveAsync(Dictionary<RegistryNumber, Certification> touched, CancellationToken cancellationToken)
    {
        await _database.SaveChangesAsync(cancellationToken);
        foreach (var (number, certification) in touched)
        {
            if (_evidence.ContainsKey(number)) continue;
            var words = _promoted.Find(entry => entry.Number == number.ToString())?.Evidence ?? "";
            _database.Add(new PromotionEvidence { Number = number, CertificationId = certification.Id, Evidence = words });
        }
        await _database.SaveChangesAsync(cancellationToken);
        await SearchIndex.RefreshAsync(_database, [.. touched.Values.Select(certification => certification.Id).Distinct()], cancellationToken);
        _database.ChangeTracker.Clear();
    }

    private void Doubt(CombinedFiche fiche, string reason)
    {
        _toConfirm.Add(new PromotedFiche(fiche.Fiche.Number.ToString(), fiche.Fiche.Title, reason));
        if (_candidates.TryGetValue(fiche.Fiche.Number, out var row)) (row.Title, row.Reason, row.DropDate) = (fiche.Fiche.Title, reason, fiche.AsOf);
        else
        {
            row = new PromotionCandidate { Number = fiche.Fiche.Number, Title = fiche.Fiche.Title, Reason = reason, DropDate = fiche.AsOf };
            _candidates.Add(row.Number, row);
            _database.Add(row);
        }
    }

    /// <summary>What is in the catalogue no longer waits, unless a person's word is kept there.</summary>
    private void Confirmed(RegistryNumber number)
    {
        if (_candidates.TryGetValue(number, out var row) && row.IsCqp is null)
        {
            _candidates.Remove(number);
            _database.Remove(row);
        }
    }

    private string FreeSlug(string title, RegistryNumber number)
    {
        var slug = Slug.From(title);
        if (!_slugs.Add(slug)) _slugs.Add(slug = Slug.From(title).Length > 60 ? $"{Slug.From(title)[..60].TrimEnd('-')}-{Slug.From(number.ToString())}" : $"{slug}-{Slug.From(number.ToString())}");
        return slug;
    }
}
