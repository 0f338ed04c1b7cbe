using CqpPortal.Database;
using CqpPortal.Database.Reports;
using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Signaler;

/// <summary>A reader says what is wrong on a page: it reaches the committees that own the certification shown, or the administrators.</summary>
internal sealed class IndexModel(PortalDbContext database, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "page-signalee")]
    public string? PageTyped { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Fait { get; set; }

    public ReportForm Form { get; private set; } = new();

    public Faults Faults { get; } = new();

    /// <summary>The page that is wrong: of this site, else its home.</summary>
    public string Reported => PortalAccess.IsLocal(PageTyped) && PageTyped!.Length <= ReaderReport.MaxPage ? PageTyped : "/";

    public string? Title { get; private set; }

    /// <summary>Names of the committees that will read the report.</summary>
    public IReadOnlyList<string> Committees { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => AboutAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(ReportForm form, CancellationToken cancellationToken)
    {
        Form = form.Clean();
        var (certification, keys) = await AboutAsync(cancellationToken);
        Faults.Add(await new ReportForm.Validator().ValidateAsync(Form, cancellationToken));
        if (Faults.Any)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var report = new ReaderReport
        {
            At = clock.GetUtcNow(),
            Page = Reported,
            CertificationId = certification,
            Title = Title,
            Committees = keys,
            Words = Form.Words!,
            ReplyTo = string.IsNullOrEmpty(Form.ReplyTo) ? null : Form.ReplyTo,
        };
        var done = await ReaderReports.KeepAsync(database, report, cancellationToken) ? "envoye" : "deja";
        return Redirect($"/signaler?page-signalee={Uri.EscapeDataString(Reported)}&fait={done}");
    }

    private async Task<(int? Certification, IReadOnlyList<string> Keys)> AboutAsync(CancellationToken cancellationToken)
    {
        var (certification, title, keys) = await ReaderReports.AboutAsync(database, Reported, clock.TodayInParis(), cancellationToken);
        Title = title;
        Committees = keys.Count == 0 ? [] : await database.BranchCommittees.AsNoTracking().Where(row => keys.Contains(row.Key)).OrderBy(row => row.Name).Select(row => row.Name).ToListAsync(cancellationToken);
        return (certification, keys);
    }
}
