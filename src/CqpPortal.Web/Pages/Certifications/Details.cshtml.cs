using CqpPortal.Database;
using CqpPortal.Database.Certifications;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Frameworks;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Shared;
using CqpPortal.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>One certification: what it is worth on the day, then all that is known of it.</summary>
public sealed class DetailsModel(PortalDbContext database, CurrentRules rules, KnownCertifications known, TimeProvider clock) : PageModel
{
    private static readonly Dictionary<string, FrameworkReading> Readings = new()
    {
        ["activite"] = FrameworkReading.Activity,
        ["competence"] = FrameworkReading.Skill,
        ["evaluation"] = FrameworkReading.Assessment,
    };

    public DateOnly Day { get; private set; }

    public CertificationPage Data { get; private set; } = null!;

    public Certification Certification => Data.Certification;

    public RecognitionOnDay Recognition { get; private set; } = null!;

    public Timeline? Timeline { get; private set; }

    public FrameworkSet Frameworks { get; private set; } = null!;

    public FrameworkTable Table { get; private set; } = null!;

    public IReadOnlyList<(string Question, Answer Answer, string Why)> Answers { get; private set; } = [];

    /// <summary>The branches that own it on the day, as people call them: those that left no longer recognise it.</summary>
    public IReadOnlyList<string> BranchNames => [.. Data.Owners.Where(owner => owner.Branch.OwnsOn(Day)).Select(owner => owner.BranchName)];

    /// <summary>What to know before one starts, from 18 months before an end that nothing continues; null where the certification is abolished, as the verdict says.</summary>
    public (string Tone, string Title, string Text)? EndNotice =>
        Certification.SuppressedOn is null && Recognition.IsRegistered
        && RenewalLadder.Of(Certification.Registrations, Day).FirstOrDefault(ladder => ladder.Registration == Recognition.Registration) is { } ladder
            ? RenewalWords.Notice(ladder, Day) : null;

    public async Task<IActionResult> OnGetAsync(string slug, string? lire, CancellationToken cancellationToken)
    {
        if (await CertificationPage.FindAsync(database, slug, cancellationToken) is not { } found)
        {
            return await ElsewhereAsync(slug, cancellationToken);
        }
        Data = found;
        Day = clock.TodayInParis();
        Recognition = Certification.RecognitionOn(Day);
        Timeline = Timeline.Of(Certification.Registrations, Day);
        Frameworks = Data.Frameworks;
        var hasActivityLinks = Frameworks.Blocks.SelectMany(block => block.Skills).Any(skill => skill.Activities.Count > 0);
        Table = FrameworkTable.Of(Frameworks, lire is not null && Readings.TryGetValue(lire, out var reading) ? reading
            : hasActivityLinks ? FrameworkReading.Activity : FrameworkReading.Skill);
        // The facts that the desk answers from, so that both say the same.
        if (await known.GetAsync(found.Certification.Slug, cancellationToken) is not { } asked) return NotFound();
        Answers = CertificationAnswers.On(Certification, asked.Facts, await rules.GetAsync(cancellationToken), Day);
        return Page();
    }

    /// <summary>Any number that a certification bears or bore leads to it, bare digits of two fiches to the choice, capitals to small letters.</summary>
    private async Task<IActionResult> ElsewhereAsync(string typed, CancellationToken cancellationToken)
    {
        var codes = await new CodeLookup(database).FindAsync(typed, cancellationToken);
        if (codes is [var only]) return LocalRedirect(CodeAddress.Of(only));
        if (codes.Count > 1) return LocalRedirect(SearchAddress.Of(new CatalogueQuery { Text = typed }));
        var plain = Slug.From(typed);
        return plain != typed && await database.Certifications.AnyAsync(entry => entry.Slug == plain, cancellationToken)
            ? LocalRedirect($"/certifications/{plain}")
            : NotFound();
    }

    public static string ReadingName(FrameworkReading reading) => Readings.First(known => known.Value == reading).Key;

    /// <summary>Where the title of what replaces it leads: its page, else the register's own, else nowhere for what is made up.</summary>
    public string? AddressOf(Related related) =>
        related.HasPage ? related.Address : Certification.IsDemonstration ? null : related.Number!.OfficialPage.ToString();
}
