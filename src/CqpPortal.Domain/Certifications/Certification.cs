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
    private readonly List<FactSource> _sources = [];
    private readonly List<Activity> _activities = [];
    private readonly List<SkillBlock> _blocks = [];
    private readonly List<Assessment> _assessments = [];

    /// <param name="slug">Unique and permanent; see <see cref="Certifications.Slug"/>.</param>
    /// <param name="branches">Owning branches, as far as known. A CQPI has at least two.</param>
    /// <exception cref="ArgumentException">A CQPI of fewer than two branches, or an empty or overlong title.</exception>
    public Certification(CertificationKind kind, string slug, string title, IEnumerable<OwningBranch> branches)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(slug);
        ArgumentNullException.ThrowIfNull(branches);
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
    public string? LocalCode { get; init; }

    public CertificationTexts Texts { get; private set; } = new();

    public string? WorkSituations { get; private set; }

    public IReadOnlyList<string> TargetJobs { get; private set; } = [];

    /// <summary>Day from which its CPNE abolished it. Deletion does not exist: holders keep what they obtained.</summary>
    public DateOnly? SuppressedOn { get; private set; }

    /// <summary>Made up to show the portal.</summary>
    public bool IsDemonstration { get; init; }

    public IReadOnlyList<OwningBranch> Branches => _branches;

    public IReadOnlyList<Registration> Registrations => _registrations;

    public List<CommitteeDecision> Decisions { get; } = [];

    public List<Transmission> Transmissions { get; } = [];

    public List<CpfListing> CpfListings { get; } = [];

    public List<AccessRoute> Routes { get; } = [];

    public List<YearStatistics> Statistics { get; } = [];

    public List<ClassificationCode> Codes { get; } = [];

    public List<Succession> Successions { get; } = [];

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

    /// <summary>Replaces the certification's title; its address stays.</summary>
    public void Rename(string title) => Title = Titled(title);

    public void Describe(CertificationTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Texts = texts;
    }

    /// <summary>Replaces the three frameworks as a whole, for their rows are linked to each other.</summary>
    public void Frame(FrameworkSet frameworks)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        WorkSituations = frameworks.WorkSituations;
        TargetJobs = frameworks.TargetJobs;
        Replace(_activities, frameworks.Activities);
        Replace(_blocks, frameworks.Blocks);
        Replace(_assessments, frameworks.Assessments);
    }

    /// <summary>Replaces the owning branches.</summary>
    /// <exception cref="ArgumentException">A CQPI would be left with fewer than two branches.</exception>
    public void OwnedBy(IReadOnlyCollection<OwningBranch> branches)
    {
        ArgumentNullException.ThrowIfNull(branches);
        GuardBranches(Kind, branches);
        Replace(_branches, branches);
    }

    /// <summary>The CPNE abolishes the certification from that day: never a deletion.</summary>
    public void Suppress(DateOnly from)
    {
        if (SuppressedOn is not null)
            throw new InvalidOperationException("The certification is already abolished.");
        SuppressedOn = from;
    }

    /// <summary>Records who says a fact and as of when; a later word on the same fact replaces the earlier one.</summary>
    public void Cite(FactSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _sources.RemoveAll(known => known.Fact == source.Fact);
        _sources.Add(source);
    }

    /// <summary>Whether the owning committee itself wrote this fact: an import then leaves it alone.</summary>
    public bool IsSaidByCommittee(CertificationFact fact) =>
        _sources.Exists(source => source.Fact == fact && source.Origin == FactOrigin.Committee);

    private static void Replace<T>(List<T> rows, IEnumerable<T> by)
    {
        rows.Clear();
        rows.AddRange(by);
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
        if (kind == CertificationKind.Cqpi && branches.Select(owner => owner.Branch).Distinct().Count() < 2)
            throw new ArgumentException("A CQPI belongs to at least two branches (L. 6113-4 and branch agreements).", nameof(branches));
    }
}
