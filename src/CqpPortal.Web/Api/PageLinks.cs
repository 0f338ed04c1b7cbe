using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace CqpPortal.Web.Api;

/// <summary>The <c>Link</c> header of a list (RFC 8288): the same question, from another place on.</summary>
internal static class PageLinks
{
    public const int Most = 500;

    public const int Usual = 100;

    /// <summary>The next part of a list that is read from one key to the next; nothing is missed or seen twice when rows are added meanwhile.</summary>
    public static void AddNext(HttpContext context, string parameter, string? after)
    {
        if (after is not null) Add(context, ("next", parameter, after));
    }

    /// <summary>The pages around that one, for a list by rank.</summary>
    public static void AddPages(HttpContext context, int page, int last)
    {
        var places = new (string Relation, int Page)[] { ("first", 1), ("prev", page - 1), ("next", page + 1), ("last", last) };
        Add(context, [.. places.Where(place => place.Page >= 1 && place.Page <= last && place.Page != page).Select(place => (place.Relation, "page", place.Page.ToString(CultureInfo.InvariantCulture)))]);
    }

    private static void Add(HttpContext context, params IReadOnlyList<(string Relation, string Parameter, string Value)> links)
    {
        var request = context.Request;
        foreach (var (relation, parameter, value) in links)
        {
            var query = request.Query.Where(pair => !pair.Key.Equals(parameter, StringComparison.OrdinalIgnoreCase)).SelectMany(pair => pair.Value, (pair, one) => KeyValuePair.Create(pair.Key, one))
                .Append(KeyValuePair.Create(parameter, (string?)value));
            context.Response.Headers.Append("Link", $"<{QueryHelpers.AddQueryString($"{Answers.SiteAddress.Of(request)}{request.Path}", query)}>; rel=\"{relation}\"");
        }
    }
}
