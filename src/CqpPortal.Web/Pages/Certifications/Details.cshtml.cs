using CqpPortal.Database;
using CqpPortal.Database.Certifications;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>One certification: what it is worth on the day, then all that is known of it.</summary>
public sealed class DetailsModel(PortalDbContext database, CurrentRules rules, KnownCertifications known, TimeProvider clock) : PageModel
{
    public ShownCertification Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string? lire, CancellationToken cancellationToken)
    {
        if (await CertificationPage.FindAsync(database, slug, cancellationToken) is not { } found) return await ElsewhereAsync(slug, cancellationToken);
        // The facts that the desk answers from, so that both say the same.
        if (await known.GetAsync(found.Certification.Slug, cancellationToken) is not { } asked) return NotFound();
        Shown = new ShownCertification(found, asked.Facts, await rules.GetAsync(cancellationToken), clock.TodayInParis()) { ReadBy = lire };
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
}
