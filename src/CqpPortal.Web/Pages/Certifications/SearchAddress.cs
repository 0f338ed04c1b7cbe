using System.Globalization;
using System.Text;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>
/// A search as its address says it, read without ever failing: what cannot be understood is left out and said in <see cref="Ignored"/>.
/// The same for the page and for the API.
/// </summary>
public sealed record SearchAddress
{
    public const int MaxTextLength = 200;

    private static readonly Dictionary<string, CatalogueOrder> Orders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["relevance"] = CatalogueOrder.Relevance,
        ["title"] = CatalogueOrder.Title,
        ["end"] = CatalogueOrder.EndDate,
    };

    private SearchAddress(CatalogueQuery query, IReadOnlyList<string> ignored, bool isCut)
    {
        Query = query;
        Ignored = ignored;
        IsCut = isCut;
    }

    public CatalogueQuery Query { get; }

    /// <summary>Filters of the address that mean nothing, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>The text was longer than the portal reads.</summary>
    public bool IsCut { get; }

    public static SearchAddress Read(IQueryCollection address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var ignored = new List<string>();
        var typed = Clean(address["q"].ToString());
        IReadOnlyList<string> Values(string name, Func<string, string?> understand)
        {
            var understood = new List<string>();
            foreach (var value in address[name].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Take(50))
            {
                if (understand(value) is { } known) understood.Add(known);
                else ignored.Add($"{name}={Clean(value)}");
            }
            return [.. understood.Distinct()];
        }
        bool Flag(string name) => Values(name, value => value.ToUpperInvariant() switch { "TRUE" or "1" or "YES" or "OUI" or "ON" => "true", "FALSE" or "0" or "NO" or "NON" => "", _ => null }).Contains("true");
        Func<string, string?> OneOf(IEnumerable<string> known) => value => known.FirstOrDefault(word => word.Equals(value, StringComparison.OrdinalIgnoreCase));
        int Number(string name, int otherwise, int most)
        {
            var text = address[name].ToString();
            if (text.Length == 0) return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1) return Math.Min(number, most);
            ignored.Add($"{name}={Clean(text)}");
            return otherwise;
        }

        var query = new CatalogueQuery
        {
            Text = typed.Length > MaxTextLength ? typed[..MaxTextLength] : typed,
            Kinds = Values("kind", OneOf(FacetValues.Kind.Values)),
            Recognitions = Values("recognition", OneOf(FacetValues.Recognition.Values)),
            Branches = Values("branch", value => Idcc.TryParse(value, null, out var idcc) ? idcc.ToString() : null),
            Levels = Values("level", OneOf(FacetValues.Level)),
            Routes = Values("route", OneOf(FacetValues.Route.Values)),
            Domains = Values("domain", value => value.Length == 3 && char.IsAsciiLetter(value[0]) && char.IsAsciiDigit(value[1]) && char.IsAsciiDigit(value[2]) ? value.ToUpperInvariant() : null),
            States = Values("state", OneOf(FacetValues.State)),
            Cpf = Flag("cpf"),
            Vae = Flag("vae"),
            Order = Values("sort", OneOf(Orders.Keys)) is [var order, ..] ? Orders[order] : CatalogueOrder.Relevance,
            Exact = Flag("exact"),
            Page = Number("page", 1, 1_000_000),
            PageSize = Number("pageSize", 20, CatalogueQuery.MaxPageSize),
        };
        return new SearchAddress(query, ignored, typed.Length > MaxTextLength);
    }

    /// <summary>The address of the search page for a query: only what differs from the plain search stands in it.</summary>
    public static string Of(CatalogueQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parts = Parameters(query).Select(part => part.Name + "=" + Uri.EscapeDataString(part.Value)).ToList();
        return parts.Count == 0 ? "/certifications" : "/certifications?" + string.Join('&', parts);
    }

    /// <summary>Names and values of the address, in a fixed order.</summary>
    public static IEnumerable<(string Name, string Value)> Parameters(CatalogueQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!string.IsNullOrEmpty(query.Text)) yield return ("q", query.Text);
        if (query.Exact) yield return ("exact", "true");
        foreach (var (name, values) in Filters(query))
            foreach (var value in values) yield return (name, value);
        if (query.Order != CatalogueOrder.Relevance) yield return ("sort", Orders.First(order => order.Value == query.Order).Key);
        if (query.PageSize != 20) yield return ("pageSize", query.PageSize.ToString(CultureInfo.InvariantCulture));
        if (query.Page > 1) yield return ("page", query.Page.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The filters in force, by the name of their facet.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<string> Values)> Filters(CatalogueQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        yield return ("recognition", query.Recognitions);
        yield return ("state", query.States);
        yield return ("cpf", query.Cpf ? ["true"] : []);
        yield return ("vae", query.Vae ? ["true"] : []);
        yield return ("branch", query.Branches);
        yield return ("level", query.Levels);
        yield return ("kind", query.Kinds);
        yield return ("route", query.Routes);
        yield return ("domain", query.Domains);
    }

    /// <summary>The same text, order and page size without any filter, from the first page.</summary>
    public static CatalogueQuery Unfiltered(CatalogueQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new CatalogueQuery { Text = query.Text, Exact = query.Exact, Order = query.Order, PageSize = query.PageSize };
    }

    /// <summary>The query without one value of one filter, or without the whole filter.</summary>
    public static CatalogueQuery Without(CatalogueQuery query, string facet, string? value = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        IReadOnlyList<string> Left(IReadOnlyList<string> values) => value is null ? [] : [.. values.Where(other => other != value)];
        var rest = query with { Page = 1 };
        return facet switch
        {
            "recognition" => rest with { Recognitions = Left(query.Recognitions) },
            "state" => rest with { States = Left(query.States) },
            "cpf" => rest with { Cpf = false },
            "vae" => rest with { Vae = false },
            "branch" => rest with { Branches = Left(query.Branches) },
            "level" => rest with { Levels = Left(query.Levels) },
            "kind" => rest with { Kinds = Left(query.Kinds) },
            "route" => rest with { Routes = Left(query.Routes) },
            "domain" => rest with { Domains = Left(query.Domains) },
            _ => rest,
        };
    }

    /// <summary>Without control characters or halves of surrogate pairs, which no page can hold.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MaxTextLength + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length > MaxTextLength) break;
            clean.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? " " : rune.ToString());
        }
        return clean.ToString().Trim();
    }
}
