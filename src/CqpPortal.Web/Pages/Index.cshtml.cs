using CqpPortal.Database;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages;

/// <summary>Home: the box, what a CQP is, the four marks, ways to browse.</summary>
public sealed class IndexModel(PortalDbContext database, TimeProvider clock) : PageModel
{
    public DateOnly Day { get; private set; }

    public CatalogueOverview Overview { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Day = clock.TodayInParis();
        Overview = await CatalogueOverview.ReadAsync(database, Day, cancellationToken);
    }
}
