using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Web.Mail.Digests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Desabonnement;

/// <summary>Switches a digest off from its own mail, without a sign-in. Mail programs post here too (RFC 8058), which hold no cookie: the address itself is the proof.</summary>
[IgnoreAntiforgeryToken]
internal sealed class IndexModel(PortalDbContext database, UnsubscribeLinks links, TimeProvider clock) : PageModel
{
    public bool IsSubscribed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } person) return NotFound();
        IsSubscribed = person.WantsDigest;
        Response.Headers["X-Robots-Tag"] = "noindex";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { } person) return NotFound();
        if (person.WantsDigest)
        {
            person.WantsDigest = false;
            database.Add(new AuditLine
            {
                At = clock.GetUtcNow(),
                Action = AuditAction.DigestSwitched,
                PersonId = person.Id,
                PersonName = person.Name,
                Subject = person.Name,
                Details = "Courriel du jour arrêté par le lien du courriel",
            });
            await database.SaveChangesAsync(cancellationToken);
        }
        // A mail program wants an answer, not another address.
        return Request.Form["List-Unsubscribe"] == "One-Click" ? new OkResult() : Redirect($"{UnsubscribeLinks.Path}/{token}");
    }

    private async Task<Person?> FindAsync(string token, CancellationToken cancellationToken) =>
        links.Read(token) is { } id ? await database.Users.FirstOrDefaultAsync(person => person.Id == id, cancellationToken) : null;
}
