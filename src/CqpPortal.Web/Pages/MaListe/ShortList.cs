using Microsoft.AspNetCore.WebUtilities;

namespace CqpPortal.Web.Pages.MaListe;

/// <summary>Certifications that somebody keeps: nothing but an address, <c>?c=</c> once for each.</summary>
internal sealed record ShortList(IReadOnlyList<string> Slugs)
{
    public const int Most = 20;

    private const int LongestSlug = 300;

    /// <summary>What the address says, each once, and no more than anybody would keep.</summary>
    public static ShortList Read(IQueryCollection query) =>
        new([.. query["c"].OfType<string>().Select(slug => slug.Trim()).Where(slug => slug.Length is > 0 and <= LongestSlug).Distinct(StringComparer.Ordinal).Take(Most + 1)]);

    public ShortList Without(string slug) => new([.. Slugs.Where(other => other != slug)]);

    public ShortList With(string slug) => Slugs.Contains(slug) ? this : new([.. Slugs, slug]);

    /// <summary>The list, or another page that takes it: <c>/comparer</c>.</summary>
    public string At(string path) => Slugs.Aggregate(path, (address, slug) => QueryHelpers.AddQueryString(address, "c", slug));
}
