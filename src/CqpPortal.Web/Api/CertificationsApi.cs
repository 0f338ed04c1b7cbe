using CqpPortal.Database;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Pages.Certifications;

namespace CqpPortal.Web.Api;

/// <summary>The search as JSON, for other sites: the same query, the same answer as the page.</summary>
internal static class CertificationsApi
{
    extension(WebApplication app)
    {
        public void MapCertificationsApi() => app.MapGet("/api/v1/certifications", async (
            HttpRequest request, PortalDbContext database, TimeProvider clock, CancellationToken cancellationToken) =>
        {
            var query = SearchAddress.Read(request.Query).Query;
            var result = await new CatalogueSearch(database).FindAsync(query, clock.TodayInParis(), cancellationToken);
            return new Listing(
                result.Total, result.TotalIsExact, result.Page, query.PageSize, result.Day, [.. result.Items.Select(item => Entry.Of(item, request))],
                result.Facets.ToDictionary(facet => facet.Name, facet => facet.Counts.Select(count => new Counted(count.Value, count.Count))));
        });
    }

    internal sealed record Listing(
        int Total, bool TotalIsExact, int Page, int PageSize, DateOnly Day, IReadOnlyList<Entry> Items, Dictionary<string, IEnumerable<Counted>> Facets);

    internal sealed record Counted(string Value, int? Count);

    internal sealed record Entry(
        string Id, string? Code, IEnumerable<string> Codes, string Title, string Kind, string Recognition, int? Level,
        IEnumerable<BranchName> Branches, string Url, bool IsDemonstration)
    {
        public static Entry Of(CatalogueItem item, HttpRequest request)
        {
            var codes = item.Numbers.Select(number => number.ToString()).Concat(item.LocalCode is null ? [] : [item.LocalCode]).ToList();
            return new Entry(
                item.Slug, codes.FirstOrDefault(), codes, item.Title, FacetValues.Kind[item.Kind], FacetValues.Recognition[item.Recognition.Status],
                item.Recognition.Level is { } level ? level.Value : null, item.Branches,
                $"{request.Scheme}://{request.Host}/certifications/{item.Slug}", item.IsDemonstration);
        }
    }
}
