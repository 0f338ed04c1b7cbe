using CqpPortal.Database;
using CqpPortal.Database.Certifications;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Frameworks;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Shared;
using CqpPortal.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>One certification: what it is worth on the day, then all that is known of it.</summary>
public sealed class DetailsModel(PortalDbContext database, TimeProvider clock) : PageModel
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

    public IReadOnlyList<string> BranchNames => [.. Data.Owners.Select(owner => owner.BranchName)];

    public async Task<IActionResult> OnGetAsync(string slug, string? lire, CancellationToken cancellationToken)
    {
        if (await CertificationPage.FindAsync(database, slug, cancellationToken) is not { } found)
        {
            // Any number that the certification bears or bore leads to it.
            var codes = await new CodeLookup(database).FindAsync(slug, cancellationToken);
            return codes is [var only] ? LocalRedirect(CodeAddress.Of(only)) : NotFound();
        }
        Data = found;
        Day = clock.TodayInParis();
        Recognition = Certification.RecognitionOn(Day);
        Timeline = Timeline.Of(Certification.Registrations, Day);
        Frameworks = Data.Frameworks;
        var hasActivityLinks = Frameworks.Blocks.SelectMany(block => block.Skills).Any(skill => skill.Activities.Count > 0);
        Table = FrameworkTable.Of(Frameworks, lire is not null && Readings.TryGetValue(lire, out var reading) ? reading
            : hasActivityLinks ? FrameworkReading.Activity : FrameworkReading.Skill);
        Answers = [.. CertificationAnswers.On(Certification, Recognition)];
        return Page();
    }

    public static string ReadingName(FrameworkReading reading) => Readings.First(known => known.Value == reading).Key;

    public string Seal(DateOnly day) => RecognitionWords.Seal(Certification.RecognitionOn(day), Data.Owners.Count, Certification.SuppressedOn);
}
