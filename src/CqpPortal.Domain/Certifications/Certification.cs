using CqpPortal.Domain.Frameworks;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Certifications;

/// <summary>
/// A CQP or CQPI: one entry of the catalogue under one address, whatever the numbers it has borne in the registers. What it is worth
/// on a day is derived from its dated facts (<see cref="RecognitionOn"/>).
/// </summary>
public sealed class Certification
{
    /// <summary>Longest title in the registers' flux.</summary>
    public const int MaxTitleLength = 800;

    public const int MaxLocalCodeLength = 60;

    private readonly List<OwningBranch> _branches = [];
    private readonly List<Registration> _registrations = [];
    private readonly List<CommitteeDecision> _decisions = [];
    private readonly List<Transmission> _transmissions = [];
    private readonly List<CpfListing> _cpfListings = [];
    private readonly List<AccessRoute> _routes = [];
    private readonly List<YearStatistics> _statistics = [];
    private readonly List<ClassificationCode> _codes = [];
    private readonly List<Succession> _successions = [];
    private readonly List<FactSource> _sources = [];
    private readonly List<Activity> _activities = [];
    private readonly List<SkillBlock> _blocks = [];
    private readonly List<Assessment> _assessments = [];

    /// <param name="slug">Unique and permanent; see <see cref="Certifications.Slug"/>.</param>
    /// <param name="branches">Owning branches, as far as known. A CQPI has at least two.</param>
    /// <exception cref="ArgumentException">A CQPI of fewer than two branches, or an empty or overlong title.</exception>
    public Certification(CertificationKind kind, string slug, string title, IEnumerable<OwningBranch> branches)
    {
        ArgumentNullException.ThrowIfNull(branches);
        if (!Certifications.Slug.IsValid(slug)) throw new ArgumentException($"'{slug}' is no address: write plain words joined by hyphens.", nameof(slug));
        Kind = kind;
        Slug = slug;
        Title = Titled(title);
        _branches.AddRange(branches);
        GuardBranches(kind, _branches);
    }

    private Certification()
    {
    }

    public int Id { get; private set; }

    public string Slug { get; private set; } = null!;

    public CertificationKind Kind { get; private set; }

    public string Title { get; private set; } = null!;

    /// <summary>The branch's own code, such as a CQPM number.</summary>
    public string? LocalCode
    {
        get;
        private set => field = value is null || (value.Trim().Length > 0 && value.Length <= MaxLocalCodeLength)
            ? value
            : throw new ArgumentException($"A local code has 1 to {MaxLocalCodeLength} characters.", nameof(value));
    }

    public CertificationTexts Texts { get; private set; } = new();

    public string? WorkSituations { get; private set; }

    public IReadOnlyList<string> TargetJobs { get; private set; } = [];

    /// <summary>Words under which people look for it and that its text does not hold, as its committee added them.</summary>
    public IReadOnlyList<string> SearchWords { get; private set; } = [];

    /// <summary>Day from which its CPNE abolished it. Deletion does not exist: holders keep what they obtained.</summary>
    public DateOnly? SuppressedOn { get; private set; }

    /// <summary>Why, in the committee's words; null where a register or nobody says it.</summary>
    public string? SuppressionReason { get; private set; }

    /// <summary>Made up to show the portal.</summary>
    public bool IsDemonstration { get; init; }

    public IReadOnlyList<OwningBranch> Branches => _branches;

    public IReadOnlyList<Registration> Registrations => _registrations;

    public IReadOnlyList<CommitteeDecision> Decisions => _decisions;

    public IReadOnlyList<Transmission> Transmissions => _transmissions;

    public IReadOnlyList<CpfListing> CpfListings => _cpfListings;

    /// <summary>The routes known, open or closed, each once.</summary>
    public IReadOnlyList<AccessRoute> Routes => _routes;

    public IReadOnlyList<YearStatistics> Statistics => _statistics;

    public IReadOnlyList<ClassificationCode> Codes => _codes;

    public IReadOnlyList<Succession> Successions => _successions;

    public IReadOnlyList<FactSource> Sources => _sources;

    public IReadOnlyList<Activity> Activities => _activities;

    public IReadOnlyList<SkillBlock> Blocks => _blocks;

    public IReadOnlyList<Assessment> Assessments => _assessments;

    public DateOnly? CreatedOn =>
        Decisions.Where(decision => decision.Kind == CommitteeDecisionKind.Creation).Select(decision => (DateOnly?)decision.DecidedOn).Min();

    /// <summary>What the certification is worth on a day.</summary>
    public RecognitionOnDay RecognitionOn(DateOnly day) => RecognitionOnDay.Derive(
        new RecognitionFacts { CreatedOn = CreatedOn, SuppressedOn = SuppressedOn, Transmissions = Transmissions, Registrations = _registrations }, day);

    /// <exception cref="InvalidOperationException">The number is already there.</exception>
    public void Register(Registration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (_registrations.Exists(known => known.Number == registration.Number))
            throw new InvalidOperationException($"{registration.Number} is already a registration of this certification.");
        _registrations.Add(registration);
    }

    /// <summary>Adds a registration, or puts it in the place of the one with the same number when it says something else.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Restate(Registration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        var place = _registrations.FindIndex(known => known.Number == registration.Number);
        if (place < 0) _registrations.Add(registration);
        else return _registrations[place].Correct(registration);
        return true;
    }

    /// <summary>Adds a registration, or makes the one of that number say the same as it, incidents included; the blocks that are known stay.</summary>
    public void Correct(Registration by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (_registrations.Find(known => known.Number == by.Number) is not { } known)
        {
            _registrations.Add(by);
            return;
        }
        foreach (var block in known.Blocks.Where(block => by.Blocks.All(other => other.Code != block.Code))) by.AddBlock(new RegisteredBlock(block.Code, block.Title));
        known.Correct(by);
        known.Undergo(by.Suspensions, by.WithdrawnOn);
    }

    /// <summary>Replaces the certification's title; its address stays.</summary>
    public void Rename(string title) => Title = Titled(title);

    /// <summary>People look for it under these words as well.</summary>
    public void AlsoFoundAs(string words)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        if (!SearchWords.Contains(words)) SearchWords = [.. SearchWords, words];
    }

    /// <summary>Replaces the branch's own code; null takes it away.</summary>
    public void NumberedAs(string? localCode) => LocalCode = localCode;

    public void Describe(CertificationTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Texts = texts;
    }

    /// <summary>Replaces the three frameworks as a whole, for their rows are linked to each other.</summary>
    public void Frame(FrameworkSet frameworks)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        frameworks.GuardLinks();
        WorkSituations = frameworks.WorkSituations;
        TargetJobs = frameworks.TargetJobs;
        Replace(_activities, frameworks.Activities);
        Replace(_blocks, frameworks.Blocks);
        Replace(_assessments, frameworks.Assessments);
    }

    /// <summary>A commission decides.</summary>
    /// <exception cref="InvalidOperationException">The same decision is already there.</exception>
    public void Decide(CommitteeDecision decision) => AddOnce(_decisions, decision, known => known);

    /// <summary>Replaces the decisions, where one of them was written down wrongly.</summary>
    public void DecidedBy(IReadOnlyCollection<CommitteeDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        _decisions.RemoveAll(known => !decisions.Contains(known));
        foreach (var decision in decisions.Where(decision => !_decisions.Contains(decision))) Decide(decision);
    }

    /// <summary>Replaces the transmissions, where one of them was written down wrongly.</summary>
    public void SentTo(IReadOnlyCollection<Transmission> transmissions)
    {
        ArgumentNullException.ThrowIfNull(transmissions);
        static (TransmissionAuthority, DateOnly) Told(Transmission row) => (row.Authority, row.SentOn);
        _transmissions.RemoveAll(known => !transmissions.Select(Told).Contains(Told(known)));
        foreach (var row in transmissions.Where(row => !_transmissions.Select(Told).Contains(Told(row)))) Transmit(row);
    }

    /// <summary>The certification is sent to an authority.</summary>
    /// <exception cref="InvalidOperationException">The same sending is already there.</exception>
    public void Transmit(Transmission transmission) => AddOnce(_transmissions, transmission, known => (known.Authority, known.SentOn));

    /// <summary>The certification stands on a CPF list for a while.</summary>
    /// <exception cref="InvalidOperationException">The same listing is already there.</exception>
    public void ListForCpf(CpfListing listing) => AddOnce(_cpfListings, listing, known => (known.Scope, known.Branch, known.Region, known.ListedFrom));

    /// <summary>Replaces the access routes.</summary>
    /// <exception cref="ArgumentException">A route stands twice.</exception>
    public void ReachedBy(IReadOnlyCollection<AccessRoute> routes) => ReplaceOnce(_routes, routes, route => route.Code);

    /// <summary>Replaces the figures.</summary>
    /// <exception cref="ArgumentException">A year stands twice.</exception>
    public void CountedBy(IReadOnlyCollection<YearStatistics> years) => ReplaceOnce(_statistics, years, year => year.Year);

    /// <summary>Replaces the codes of the nomenclatures.</summary>
    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public void ClassedAs(IReadOnlyCollection<ClassificationCode> codes) => ReplaceOnce(_codes, codes, code => code);

    /// <summary>Replaces the owning branches.</summary>
    /// <exception cref="ArgumentException">A CQPI would be left with fewer than two branches.</exception>
    public void OwnedBy(IReadOnlyCollection<OwningBranch> branches) => OwnedBy(Kind, branches);

    /// <summary>Replaces the owning branches, and says whether they make it an inter-branch one.</summary>
    /// <exception cref="ArgumentException">A CQPI would be left with fewer than two branches.</exception>
    public void OwnedBy(CertificationKind kind, IReadOnlyCollection<OwningBranch> branches)
    {
        ArgumentNullException.ThrowIfNull(branches);
        GuardBranches(kind, branches);
        Kind = kind;
        if (!_branches.Select(Told).SequenceEqual(branches.Select(Told))) Replace(_branches, branches);
    }

    /// <summary>The CPNE abolishes the certification from that day: never a deletion.</summary>
    public void Suppress(DateOnly from) => Suppress(from, null);

    /// <summary>The CPNE abolishes the certification from that day, and says why: never a deletion.</summary>
    public void Suppress(DateOnly from, string? reason)
    {
        if (SuppressedOn is not null)
            throw new InvalidOperationException("The certification is already abolished.");
        if (from < CreatedOn)
            throw new ArgumentException($"A certification cannot be abolished ({from:O}) before it is created ({CreatedOn:O}).", nameof(from));
        SuppressedOn = from;
        SuppressionReason = reason;
    }

    /// <summary>Links the certification to what replaces it.</summary>
    /// <exception cref="ArgumentException">It would replace itself.</exception>
    /// <exception cref="InvalidOperationException">The link is already there.</exception>
    public void ReplacedBy(Succession succession)
    {
        ArgumentNullException.ThrowIfNull(succession);
        if (succession.Successor == this || (succession.ExternalNumber is { } number && _registrations.Exists(registration => registration.Number == number)))
            throw new ArgumentException("A certification cannot replace itself: a renewal is one more registration.", nameof(succession));
        if (_successions.Exists(known => known.Successor == succession.Successor && known.ExternalNumber == succession.ExternalNumber))
            throw new InvalidOperationException("The certification is already replaced by that one.");
        _successions.Add(succession);
    }

    public void NoLongerReplacedBy(Succession succession) => _successions.Remove(succession);

    /// <summary>Records who says a fact and as of when; a later word on the same fact replaces the earlier one.</summary>
    public void Cite(FactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _sources.RemoveAll(known => known.Fact == source.Fact);
        _sources.Add(source);
    }

    /// <summary>The committee gives up its word on a fact: the next statement of a register takes its place.</summary>
    public void NoLongerSaidByCommittee(CertificationFact fact) => _sources.RemoveAll(known => known.Fact == fact && known.Origin == FactOrigin.Committee);

    /// <summary>Whether the owning committee itself wrote this fact: an import then leaves it alone.</summary>
    public bool IsSaidByCommittee(CertificationFact fact) =>
        _sources.Exists(source => source.Fact == fact && source.Origin == FactOrigin.Committee);

    private static (Idcc, string?, DateOnly?, DateOnly?) Told(OwningBranch owner) => (owner.Branch, owner.Committee, owner.JoinedOn, owner.LeftOn);

    private static void Replace<T>(List<T> rows, IEnumerable<T> by)
    {
        rows.Clear();
        rows.AddRange(by);
    }

    private static void AddOnce<T, TKey>(List<T> rows, T row, Func<T, TKey> key)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(row);
        if (rows.Exists(known => Equals(key(known), key(row)))) throw new InvalidOperationException("The certification already holds that fact.");
        rows.Add(row);
    }

    private static void ReplaceOnce<T, TKey>(List<T> rows, IReadOnlyCollection<T> by, Func<T, TKey> key)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (by.DistinctBy(key).Count() < by.Count) throw new ArgumentException("The same fact stands twice.", nameof(by));
        Replace(rows, by);
    }

    private static string Titled(string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        return title.Length <= MaxTitleLength
            ? title
            : throw new ArgumentException($"A title has {MaxTitleLength} characters at most, here {title.Length}.", nameof(title));
    }

    private static void GuardBranches(CertificationKind kind, IReadOnlyCollection<OwningBranch> branches)
    {
        if (branches.DistinctBy(owner => owner.Branch).Count() < branches.Count)
            throw new ArgumentException("A branch owns a certification once.", nameof(branches));
        if (kind == CertificationKind.Cqpi && !branches.Any(one => branches.Any(other => other != one && one.OwnsTogetherWith(other))))
            throw new ArgumentException("A CQPI belongs to at least two branches at the same time (L. 6113-4 and branch agreements).", nameof(branches));
    }
}
