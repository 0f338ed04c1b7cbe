using CqpPortal.Database;
using CqpPortal.Database.Certifications;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Pages.Certifications;
using CqpPortal.Web.Pages.MaListe;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Comparer;

/// <summary>Two to four certifications side by side, by their addresses or any of their codes; each is read as its own page reads it.</summary>
internal sealed class IndexModel(PortalDbContext database, CurrentRules rules, KnownCertifications known, TimeProvider clock) : PageModel
{
    public const int Most = 4;

    public DateOnly Day { get; private set; }

    /// <summary>All that was found, by slug, also those that are too many.</summary>
    public ShortList Chosen { get; private set; } = new([]);

    public IReadOnlyList<(string Slug, string Title)> Titles { get; private set; } = [];

    /// <summary>What was typed and names nothing, with what may have been meant.</summary>
    public IReadOnlyList<(string Typed, IReadOnlyList<CodeSuggestion> Suggestions)> Missing { get; private set; } = [];

    /// <summary>Titles of what several of the codes name.</summary>
    public IReadOnlyList<string> Twice { get; private set; } = [];

    public bool AreTooMany => Chosen.Slugs.Count > Most;

    /// <summary>Null while there are not two to four.</summary>
    public Comparison? Comparison { get; private set; }

    public IReadOnlyList<Coverage> Coverages { get; private set; } = [];

    public Field Another => new("c", Say("Code ou titre d’une certification"), Missing.Count == 1 ? Missing[0].Typed : null)
    {
        Help = Say("Un numéro comme RNCP35419 ou RS6117, même ancien, le code de la branche, ou le titre exact."),
        Error = Missing.Count > 0 ? Say("Aucun CQP ne porte ce code ni ce titre : choisissez une proposition, ou corrigez.") : null,
    };

    public async Task<IActionResult> OnGetAsync(string? et, CancellationToken cancellationToken)
    {
        // The second field of a first visit: the address that people copy names both alike.
        if (et is not null) return LocalRedirect((string.IsNullOrWhiteSpace(et) ? ShortList.Read(Request.Query) : ShortList.Read(Request.Query).With(et.Trim())).At("/comparer"));
        Day = clock.TodayInParis();
        var found = new List<AskedCertification>();
        var missing = new List<(string, IReadOnlyList<CodeSuggestion>)>();
        var typed = ShortList.Read(Request.Query).Slugs;
        var named = await new CertificationLookup(database).FindManyAsync(typed, cancellationToken);
        foreach (var one in typed)
        {
            if (named.TryGetValue(one, out var asked)) found.Add(asked);
            else missing.Add((one, await known.SuggestAsync(one, cancellationToken)));
        }
        Twice = [.. found.CountBy(asked => asked.Certification.Title).Where(count => count.Value > 1).Select(count => count.Key)];
        Titles = [.. found.Select(asked => (asked.Certification.Slug, asked.Certification.Title)).Distinct()];
        (Chosen, Missing) = (new ShortList([.. Titles.Select(one => one.Slug)]), missing);
        if (Missing.Count > 0) Response.StatusCode = StatusCodes.Status404NotFound;
        else if (AreTooMany) Response.StatusCode = StatusCodes.Status400BadRequest;
        if (Chosen.Slugs.Count is >= 2 and <= Most) await CompareAsync(found, cancellationToken);
        return Page();
    }

    private async Task CompareAsync(List<AskedCertification> found, CancellationToken cancellationToken)
    {
        var book = await rules.GetAsync(cancellationToken);
        var compared = new List<ShownCertification>();
        foreach (var asked in found.DistinctBy(asked => asked.Certification.Slug))
        {
            // Between the two somebody may have taken it away.
            if (await CertificationPage.FindAsync(database, asked.Certification.Slug, cancellationToken) is { } page)
                compared.Add(new ShownCertification(page, asked.Facts with { Asked = null }, book, Day));
        }
        if (compared.Count < 2) return;
        Comparison = new Comparison(compared);
        Coverages = await Coverage.OfAsync(database, compared, cancellationToken);
    }
}
