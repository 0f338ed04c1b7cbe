using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Reports;
using CqpPortal.Domain.Access;
using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Signalements;

/// <summary>What readers found wrong: those of the person's committees, and for administrators all.</summary>
internal sealed class IndexModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<ReaderReport> Reports { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Fait { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var person = await current.GetAsync();
        if (person.Committees.Count == 0 && !person.May(Permission.Administer)) return Forbid();
        Reports = await ReaderReports.OpenFor(database, person).AsNoTracking().OrderBy(report => report.Committees.Any()).ThenBy(report => report.At).Take(Most).ToListAsync(cancellationToken);
        return Page();
    }

    /// <summary>The report has been read, and what was wrong is right, or was not wrong.</summary>
    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        var person = await current.GetAsync();
        if (person.Committees.Count == 0 && !person.May(Permission.Administer)) return Forbid();
        if (await ReaderReports.OpenFor(database, person).FirstOrDefaultAsync(report => report.Id == id, cancellationToken) is not { } report) return NotFound();
        (report.SettledAt, report.SettledBy, report.ReplyTo) = (clock.GetUtcNow(), person.Name, null);
        database.Add(person.Did(AuditAction.ReportSettled, report.SettledAt.Value, report.Title ?? report.Page, report.Words));
        await database.SaveChangesAsync(cancellationToken);
        return Redirect("/espace-cpne/signalements?fait=traite");
    }
}
