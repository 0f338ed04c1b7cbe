using CqpPortal.Database;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>Search: one box, filters, a list. The address is the whole state.</summary>
public sealed class IndexModel(PortalDbContext database, TimeProvider clock) : PageModel
{
    public SearchAddress Address { get; private set; } = null!;

    public CatalogueResult Result { get; private set; } = null!;

    /// <summary>What the typed code names, when it names more than one thing.</summary>
    public IReadOnlyList<CodeMatch> Codes { get; private set; } = [];

    /// <summary>Fiches of the registers outside the catalogue, looked for when the catalogue has nothing.</summary>
    public IReadOnlyList<CodeMatch> OtherFiches { get; private set; } = [];

    /// <summary>One of those things is made up, and the page says so.</summary>
    public bool CodesAreDemonstration { get; private set; }

    public CatalogueQuery Query => Address.Query;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Address = SearchAddress.Read(Request.Query);
        Codes = await new CodeLookup(database).FindAsync(Query.Text, cancellationToken);
        if (Codes is [var only]) return LocalRedirect(CodeAddress.Of(only));

        var slugs = Codes.Select(match => match.Slug).ToList();
        CodesAreDemonstration = Codes.Count > 0 && await database.Certifications.AnyAsync(entry => entry.IsDemonstration && slugs.Contains(entry.Slug), cancellationToken);

        var day = clock.TodayInParis();
        Result = await new CatalogueSearch(database).FindAsync(Query, day, cancellationToken);
        if (Result.Total == 0)
        {
            var branch = Query.Branches is [var one] && Idcc.TryParse(one, null, out var idcc) ? idcc : null;
            await UnansweredSearches.CountAsync(database, Query.Text, branch, day, cancellationToken);
        }
        if (Result.Total == 0 || Result.IsPartialMatch) OtherFiches = await new OtherFicheSearch(database).FindAsync(Query.Text, cancellationToken);
        return Page();
    }

    /// <summary>The label of a filter's value, taken from the facets where it is a name.</summary>
    public string Words(string facet, string value)
    {
        var count = Result.Facets.First(counted => counted.Name == facet).Counts.FirstOrDefault(counted => counted.Value == value);
        return count is null ? FacetWords.Of(facet, value) : FacetWords.Of(facet, count);
    }
}
