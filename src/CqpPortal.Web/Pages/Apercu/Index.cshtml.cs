using CqpPortal.Database;
using CqpPortal.Database.Editing;
using CqpPortal.Database.Eligibility;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Certifications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Apercu;

/// <summary>A draft as the public will see it, for whoever has the link, as long as it lasts.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(PortalDbContext database, CurrentRules rules, TimeProvider clock) : PageModel
{
    /// <summary>Null where the link opens nothing.</summary>
    public ShownCertification? Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, string? lire, CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var (digest, now) = (PreviewKey.Digest(key), clock.GetUtcNow());
        var entry = await database.Entries.AsNoTracking().Include(row => row.Certification)
            .Where(row => database.Set<PreviewLink>().Any(link => link.KeyDigest == digest && link.EntryId == row.Id && link.EndedAt == null && link.ExpiresAt > now)).SingleOrDefaultAsync(cancellationToken);
        if (entry is { HasDraft: false, Certification: { } published }) return Redirect($"/certifications/{published.Slug}");
        if (entry is not null) Shown = await new DraftPreview(database, rules, clock).OfAsync(entry.Id, lire, cancellationToken);
        if (Shown is null) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
