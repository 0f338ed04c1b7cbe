using CqpPortal.Database;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.OpenData;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Certifications;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Api;

/// <summary>Certifications: the same search as the page, and all that is published of one.</summary>
internal static class CertificationsApi
{
    private static readonly QueryParameter Day = new("day", "The day asked about, such as 2026-11-24; today in Paris when not said.");

    /// <summary>As <see cref="SearchAddress"/> reads them.</summary>
    private static readonly QueryParameter[] Search =
    [
        new("q", "Words of a title, a job, a skill or a branch, a code or a past number. Accents, case and small typing errors do not matter."),
        new("exact", "Search the words as typed, without correcting them.", "true", "false"),
        new("recognition", "What it is worth today.", [.. FacetValues.Recognition.Values]),
        new("state", "Active, ending within twelve months, expired or abolished.", [.. FacetValues.State]),
        new("level", "Level of its registration today.", [.. FacetValues.Level]),
        new("kind", "CQP, or CQPI of several branches.", [.. FacetValues.Kind.Values]),
        new("route", "Ways that are open: initial training, apprenticeship, continuing training, professionalisation contract, individual application, VAE.", [.. FacetValues.Route.Values]),
        new("branch", "IDCC of a branch that owns it."),
        new("domain", "Domain of the ROME, such as H29."),
        new("cpf", "Registered today, so that the CPF can be asked for.", "true", "false"),
        new("vae", "In the RNCP today with an open VAE route.", "true", "false"),
        new("sort", "By relevance, by title, or by the end of the registration.", "relevance", "title", "end"),
        new("page", "From 1."),
        new("pageSize", $"1 to {CatalogueQuery.MaxPageSize}; 20 when not said."),
    ];

    extension(RouteGroupBuilder api)
    {
        public void MapCertifications()
        {
            api.MapRead("/certifications", SearchAsync).Produces<Listing>().Takes(Search).Describe("Certifications", "searchCertifications", "Search certifications",
                "The same search as the page: words of a title, a job or a skill, a code or a past number, and filters. Pages are by rank; to read the whole catalogue use the downloads or the feed of changes.");
            api.MapRead("/certifications/{id}", FindAsync).Produces<CertificationDocument>().ProducesProblem(400).ProducesProblem(404).Takes(Day).Describe("Certifications", "getCertification", "One certification, whole",
                "By its id, any number that it bears or bore, or the branch's own code; what is not the id is redirected to it (301). With day, what it was or will be worth on that day.");
            api.MapRead("/certifications/{id}/frameworks", FrameworksAsync).Produces<FrameworksDocument>().ProducesProblem(404).Describe("Certifications", "getFrameworks", "The three frameworks of a certification",
                "Activities, skills in their blocks with their knowledge, and assessments, linked by keys.");
        }
    }

    private static async Task SearchAsync(HttpContext context, PortalDbContext database, TimeProvider clock)
    {
        var query = SearchAddress.Read(context.Request.Query).Query;
        var result = await new CatalogueSearch(database).FindAsync(query, clock.TodayInParis(), context.RequestAborted);
        PageLinks.AddPages(context, result.Page, Math.Max(1, (result.Total + query.PageSize - 1) / query.PageSize));
        var site = SiteAddress.Of(context.Request);
        await JsonAnswer.WriteAsync(context, new Listing(
            result.Total, result.TotalIsExact, result.Page, query.PageSize, result.Day, [.. result.Items.Select(item => Entry.Of(item, site))],
            result.Facets.ToDictionary(facet => facet.Name, facet => facet.Counts.Select(count => new Counted(count.Value, count.Count)))));
    }

    private static async Task FindAsync(HttpContext context, string id, PortalDbContext database, KnownCertifications known, TimeProvider clock)
    {
        var stop = context.RequestAborted;
        var read = new ReadParameters(context.Request.Query);
        var day = read.Day(Day.Name) ?? clock.TodayInParis();
        if (read.Refused() is { } refused)
        {
            await Problems.WriteAsync(context, refused, Languages.Of(context.Request));
            return;
        }
        if (await ReadAsync(database, id, stop) is not { } row || await known.GetAsync(id, stop) is not { } facts)
        {
            await ElsewhereAsync(context, database, id, "");
            return;
        }
        var replaces = await database.Certifications.SelectMany(entry => entry.Successions.Where(link => link.Successor!.Id == row.CertificationId),
            (entry, link) => new ReplacedPart(link.Kind, entry.Slug, entry.Title, link.Since)).ToListAsync(stop);
        await JsonAnswer.WriteAsync(context, new CertificationDocument(row, (facts.Facts.Recognition, day), replaces, $"{SiteAddress.Of(context.Request)}/certifications/{id}"));
    }

    private static async Task FrameworksAsync(HttpContext context, string id, PortalDbContext database)
    {
        if (await ReadAsync(database, id, context.RequestAborted) is { } row) await JsonAnswer.WriteAsync(context, FrameworksDocument.Of(PublicDocument.Read(row.Document)));
        else await ElsewhereAsync(context, database, id, "/frameworks");
    }

    private static Task<PublicDocument?> ReadAsync(PortalDbContext database, string id, CancellationToken cancellationToken) => id.Contains('\0', StringComparison.Ordinal)
        ? Task.FromResult<PublicDocument?>(null)
        : database.Certifications.Where(entry => entry.Slug == id).Join(database.Set<PublicDocument>().AsNoTracking(), entry => entry.Id, row => row.CertificationId, (_, row) => row).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Any number that a certification bears or bore leads to it, capitals to small letters.</summary>
    private static async Task ElsewhereAsync(HttpContext context, PortalDbContext database, string typed, string part)
    {
        var codes = await new CodeLookup(database).FindAsync(typed, context.RequestAborted);
        var plain = codes is [{ Slug: { } bearing }] ? bearing : Slug.From(typed);
        if (plain != typed && await database.Certifications.AnyAsync(entry => entry.Slug == plain, context.RequestAborted))
        {
            context.Response.Redirect($"/api/v1/certifications/{plain}{part}{context.Request.QueryString}", permanent: true);
            return;
        }
        await Problems.WriteAsync(context, new Answering.NotFound(typed, []), Languages.Of(context.Request));
    }

    internal sealed record Listing(
        int Total, bool TotalIsExact, int Page, int PageSize, DateOnly Day, IReadOnlyList<Entry> Items, Dictionary<string, IEnumerable<Counted>> Facets);

    internal sealed record Counted(string Value, int? Count);

    internal sealed record Entry(
        string Id, string? Code, IEnumerable<string> Codes, string Title, CertificationKind Kind, RecognitionStatus Recognition, int? Level,
        IEnumerable<BranchName> Branches, string Url, bool IsDemonstration)
    {
        public static Entry Of(CatalogueItem item, string site)
        {
            var codes = item.Numbers.Select(number => number.ToString()).Concat(item.LocalCode is null ? [] : [item.LocalCode]).ToList();
            return new Entry(
                item.Slug, codes.FirstOrDefault(), codes, item.Title, item.Kind, item.Recognition.Status,
                item.Recognition.Level is { } level ? level.Value : null, item.Branches,
                $"{site}/certifications/{item.Slug}", item.IsDemonstration);
        }
    }
}
