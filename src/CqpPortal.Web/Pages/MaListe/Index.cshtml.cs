using CqpPortal.Database;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.MaListe;

/// <summary>The certifications that somebody keeps, in the address: to compare, print or send.</summary>
internal sealed class IndexModel(PortalDbContext database, TimeProvider clock) : PageModel
{
    public ShortList List { get; private set; } = new([]);

    public DateOnly Day { get; private set; }

    /// <summary>As they were added.</summary>
    public IReadOnlyList<CatalogueItem> Items { get; private set; } = [];

    /// <summary>What the address names and nobody knows.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>More were asked for than a list holds.</summary>
    public bool IsCut { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var asked = ShortList.Read(Request.Query);
        IsCut = asked.Slugs.Count > ShortList.Most;
        var slugs = asked.Slugs.Take(ShortList.Most).ToList();
        Day = clock.TodayInParis();
        var items = await new CatalogueSearch(database).NamedAsync(slugs, Day, cancellationToken);
        Items = [.. slugs.Select(slug => items.FirstOrDefault(item => item.Slug == slug)).OfType<CatalogueItem>()];
        List = new ShortList([.. Items.Select(item => item.Slug)]);
        Missing = [.. slugs.Except(List.Slugs)];
        if (Missing.Count > 0 && Items.Count == 0) Response.StatusCode = StatusCodes.Status404NotFound;
        else if (IsCut) Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
