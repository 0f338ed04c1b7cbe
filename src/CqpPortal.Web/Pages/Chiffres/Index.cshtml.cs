using CqpPortal.Database;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Chiffres;

/// <summary>The catalogue in pictures, each with its table and its file.</summary>
public sealed class IndexModel(PortalDbContext database, TimeProvider clock) : PageModel
{
    public CatalogueFigures Read { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Read = await CatalogueFigures.ReadAsync(database, clock.TodayInParis(), cancellationToken);
}
