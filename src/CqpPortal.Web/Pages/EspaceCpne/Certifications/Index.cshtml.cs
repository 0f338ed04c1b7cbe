using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>The certifications of a person's committees, in the catalogue or not yet, each opened for editing from here.</summary>
internal sealed class IndexModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : PageModel
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<OwnedCertification> Certifications { get; private set; } = [];

    public bool MayWrite => Person.Grants.Any(grant => grant.Permission == Permission.WriteDrafts);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Person = await current.GetAsync();
        Certifications = await OwnedCertification.OfAsync(database, Person.Committees, cancellationToken);
    }

    /// <summary>Opens the entry of a certification of the catalogue.</summary>
    public async Task<IActionResult> OnPostAsync(int certification, CancellationToken cancellationToken)
    {
        Person = await current.GetAsync();
        if (!await database.Certifications.AnyAsync(row => row.Id == certification, cancellationToken)) return NotFound();
        if (!(await OwnedCertification.OfAsync(database, Person.Committees, cancellationToken)).Any(owned => owned.CertificationId == certification)) return Forbid();
        var entry = await EntryOpening.ForAsync(database, certification, clock.GetUtcNow(), cancellationToken);
        return Redirect($"/espace-cpne/certifications/{entry.Id}/presentation");
    }
}
