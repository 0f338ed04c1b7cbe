using CqpPortal.Database.Certifications;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Frameworks;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>All that the page of a certification shows on a day, published or as a draft.</summary>
public sealed class ShownCertification
{
    private static readonly Dictionary<string, FrameworkReading> Readings = new()
    {
        ["activite"] = FrameworkReading.Activity,
        ["competence"] = FrameworkReading.Skill,
        ["evaluation"] = FrameworkReading.Assessment,
    };

    /// <param name="facts">What the eligibility desk knows of it, so that both say the same.</param>
    public ShownCertification(CertificationPage data, CertificationFacts facts, RuleBook rules, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(data);
        (Data, Day, Frameworks) = (data, day, data.Frameworks);
        Recognition = Certification.RecognitionOn(day);
        Timeline = Timeline.Of(Certification.Registrations, day);
        Answers = CertificationAnswers.On(Certification, facts, rules, day);
    }

    public DateOnly Day { get; }

    public CertificationPage Data { get; }

    public Certification Certification => Data.Certification;

    public RecognitionOnDay Recognition { get; }

    public Timeline? Timeline { get; }

    public FrameworkSet Frameworks { get; }

    /// <summary>How the address asks to read the table; null for the way that says most.</summary>
    public string? ReadBy { get; init; }

    /// <summary>Whether the address asks for the three frameworks at a glance.</summary>
    public bool IsCoverageAsked => ReadBy == "couverture" && Coverage.HasLinks;

    public CoverageMatrix Coverage => CoverageMatrix.Of(Frameworks);

    public FrameworkTable Table => FrameworkTable.Of(Frameworks, ReadBy is not null && Readings.TryGetValue(ReadBy, out var reading) ? reading
        : Frameworks.Blocks.SelectMany(block => block.Skills).Any(skill => skill.Activities.Count > 0) ? FrameworkReading.Activity : FrameworkReading.Skill);

    public IReadOnlyList<(string Question, Answer Answer, string Why)> Answers { get; }

    /// <summary>The branches that own it on the day, as people call them: those that left no longer recognise it.</summary>
    public IReadOnlyList<string> BranchNames => [.. Data.Owners.Where(owner => owner.Branch.OwnsOn(Day)).Select(owner => owner.BranchName)];

    /// <summary>What to know before one starts, from 18 months before an end that nothing continues; null where the certification is abolished, as the verdict says.</summary>
    public (string Tone, string Title, string Text)? EndNotice =>
        Certification.SuppressedOn is null && Recognition.IsRegistered
        && RenewalLadder.Of(Certification.Registrations, Day).FirstOrDefault(ladder => ladder.Registration == Recognition.Registration) is { } ladder
            ? RenewalWords.Notice(ladder, Day) : null;

    public static string ReadingName(FrameworkReading reading) => Readings.First(known => known.Value == reading).Key;

    /// <summary>Where the title of what replaces it leads: its page, else the register's own, else nowhere for what is made up.</summary>
    public string? AddressOf(Related related) =>
        related.HasPage ? related.Address : Certification.IsDemonstration ? null : related.Number!.OfficialPage.ToString();
}
