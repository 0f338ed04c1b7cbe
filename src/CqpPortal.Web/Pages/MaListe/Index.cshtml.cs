using CqpPortal.Database;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Pages.Shared;
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

    /// <summary>One more, by its code or its title: how a list grows without a script.</summary>
    public Field Another => new("c", Say("Code ou titre d’une certification"), Missing.Count == 1 ? Missing[0] : null)
    {
        Help = Say("Un numéro comme RNCP35419 ou RS6117, même ancien, le code de la branche, ou le titre exact."),
        Error = Missing.Count > 0 ? Say("Aucun CQP ne porte ce code ni ce titre : corrigez-le, ou cherchez la certification par son métier.") : null,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var asked = ShortList.Read(Request.Query);
        IsCut = asked.Slugs.Count > ShortList.Most;
        var typed = asked.Slugs.Take(ShortList.Most).ToList();
        Day = clock.TodayInParis();
        var named = await new CertificationLookup(database).FindManyAsync(typed, cancellationToken);
        var slugs = typed.Where(named.ContainsKey).Select(one => named[one].Certification.Slug).Distinct().ToList();
        var items = await new CatalogueSearch(database).NamedAsync(slugs, Day, cancellationToken);
        Items = [.. slugs.Select(slug => items.FirstOrDefault(item => item.Slug == slug)).OfType<CatalogueItem>()];
        List = new ShortList([.. Items.Select(item => item.Slug)]);
        Missing = [.. typed.Where(one => !named.TryGetValue(one, out var known) || !List.Slugs.Contains(known.Certification.Slug))];
        if (Missing.Count > 0 && Items.Count == 0) Response.StatusCode = StatusCodes.Status404NotFound;
        else if (IsCut) Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
