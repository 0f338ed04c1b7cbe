using System.Globalization;
using CqpPortal.Database;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>The dated versions of a certification and what changed between any two, without the names of those who wrote them.</summary>
internal sealed class VersionsModel(PortalDbContext database) : PageModel
{
    public Certification Certification { get; private set; } = null!;

    /// <summary>The latest first, each with what changed since the one before; null for the first.</summary>
    public IReadOnlyList<(int Number, DateOnly Day, string Reason, ComparedTexts? Changes)> Versions { get; private set; } = [];

    public IReadOnlyList<(string Value, string Words)> Choices { get; private set; } = [];

    public ComparedTexts? Compared { get; private set; }

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, string? de, string? a, CancellationToken cancellationToken)
    {
        if (slug.Contains('\0', StringComparison.Ordinal) || await database.Certifications.AsNoTracking().FirstOrDefaultAsync(row => row.Slug == slug, cancellationToken) is not { } found) return NotFound();
        Certification = found;
        var versions = await database.EntryVersions.AsNoTracking()
            .Where(version => database.Entries.Any(entry => entry.Id == version.EntryId && entry.Certification!.Id == found.Id)).OrderBy(version => version.Number).ToListAsync(cancellationToken);
        if (versions.Count == 0) return NotFound();
        Choices = [.. versions.Select(version => (Value(version), Say($"Version {version.Number}, {version.PublishedAt.DayInParis().InWords()}")))];
        var texts = versions.ToDictionary(Value, version => version.Text);
        var pairs = versions.Zip(versions.Skip(1), (was, now) => (was.Text, now.Text)).ToList();
        if (de is not null || a is not null)
        {
            (From, To) = (de ?? Choices[0].Value, a ?? Choices[^1].Value);
            if (!texts.TryGetValue(From, out var was) || !texts.TryGetValue(To, out var now)) return NotFound();
            pairs.Add((was, now));
        }
        else if (Choices.Count > 1)
        {
            (From, To) = (Choices[^2].Value, Choices[^1].Value);
        }
        var compared = await ComparedTexts.OfAsync(database, pairs, cancellationToken);
        if (pairs.Count > 0) Compared = compared[^1];
        Versions = [.. versions.Select((version, index) => (version.Number, version.PublishedAt.DayInParis(), version.Reason, index == 0 ? null : compared[index - 1])).Reverse()];
        return Page();
    }

    private static string Value(EntryVersion version) => version.Number.ToString(CultureInfo.InvariantCulture);
}
