using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace CqpPortal.Web.Tests.Api;

/// <summary>The API that other software reads: documents, lists from key to key, marks of content, problems.</summary>
public sealed partial class OpenDataApiTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private const string Welder = "/api/v1/certifications/soudeur-chaudronnier-d-atelier";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_certification_comes_whole_and_with_what_it_is_worth_on_the_day()
    {
        var welder = await ReadAsync(Welder);
        Assert.Equal("id,title,kind", string.Join(',', welder.EnumerateObject().Take(3).Select(field => field.Name)));
        Assert.Equal(("rncp", 4, "RNCP99002"), Worth(welder));
        Assert.Equal(JsonValueKind.Array, welder.GetProperty("blocks")[0].GetProperty("skills").ValueKind);
        var earlier = await ReadAsync(Welder + "?day=2020-05-01");
        Assert.Equal("branch", earlier.GetProperty("recognition").GetProperty("status").GetString());
        // Whatever the day, the periods say the same, each beginning on the day after the one before.
        var periods = welder.GetProperty("recognitionPeriods").EnumerateArray().ToList();
        Assert.Equal(welder.GetProperty("recognitionPeriods").GetRawText(), earlier.GetProperty("recognitionPeriods").GetRawText());
        Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(Day(pair.First, "until").AddDays(1), Day(pair.Second, "from")));
        Assert.False(periods[0].TryGetProperty("from", out _));
        Assert.False(periods[^1].TryGetProperty("until", out _));

        static (string?, int, string?) Worth(JsonElement document) => (document.GetProperty("recognition").GetProperty("status").GetString(),
            document.GetProperty("recognition").GetProperty("level").GetInt32(), document.GetProperty("recognition").GetProperty("registration").GetString());
        static DateOnly Day(JsonElement period, string name) => DateOnly.Parse(period.GetProperty(name).GetString()!, null);
    }

    [Theory]
    [InlineData("RNCP99001")]
    [InlineData("rncp 99002")]
    [InlineData("DEMO-B")]
    [InlineData("Soudeur-Chaudronnier-D-Atelier")]
    public async Task Whatever_names_a_certification_leads_to_its_one_address(string typed)
    {
        using var answer = await site.Client.GetAsync(Relative($"/api/v1/certifications/{Uri.EscapeDataString(typed)}?day=2020-05-01"), Stop);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(Welder + "?day=2020-05-01", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_frameworks_are_those_of_the_certification()
    {
        var (whole, frameworks) = (await ReadAsync(Welder), await ReadAsync(Welder + "/frameworks"));
        foreach (var name in new[] { "activities", "blocks", "assessments", "targetJobs" }) Assert.Equal(whole.GetProperty(name).GetRawText(), frameworks.GetProperty(name).GetRawText());
    }

    [Theory]
    [InlineData("/api/v1/registrations?limit=7", "number")]
    [InlineData("/api/v1/registrations?limit=3&register=rs", "number")]
    [InlineData("/api/v1/branches?limit=60", "idcc")]
    [InlineData("/api/v1/changes?limit=20", "number")]
    public async Task A_list_is_followed_from_link_to_link_to_its_end_with_each_row_once(string address, string key)
    {
        var (seen, pages) = await FollowAsync(address, key);
        Assert.True(pages > 1);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        // Cut otherwise, it is the same list.
        Assert.Equal((await FollowAsync(LimitOf().Replace(address, "limit=97"), key)).Seen, seen);
    }

    [Fact]
    public async Task Registrations_are_those_of_their_certifications_and_of_the_day_asked()
    {
        var all = (await ReadAsync("/api/v1/registrations?limit=500")).GetProperty("items").EnumerateArray().ToList();
        var active = (await ReadAsync("/api/v1/registrations?limit=500&activeOn=2026-11-24")).GetProperty("items").EnumerateArray().ToList();
        Assert.InRange(active.Count, 1, all.Count - 1);
        var one = await ReadAsync("/api/v1/registrations/rncp99002");
        Assert.Equal("soudeur-chaudronnier-d-atelier", one.GetProperty("certification").GetProperty("id").GetString());
        var owned = (await ReadAsync(Welder)).GetProperty("registrations").EnumerateArray().Single(row => row.GetProperty("number").GetString() == "RNCP99002");
        Assert.All(owned.EnumerateObject(), field => Assert.Equal(field.Value.GetRawText(), one.GetProperty(field.Name).GetRawText()));
        // What the search says is registered today is what the list says is active.
        var registered = new HashSet<string>();
        foreach (var recognition in new[] { "rncp", "rs" })
            registered.UnionWith((await ReadAsync($"/api/v1/certifications?recognition={recognition}&pageSize=100")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
        Assert.Equal(registered.Order(StringComparer.Ordinal), active.Select(row => row.GetProperty("certification").GetProperty("id").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Welder)]
    [InlineData("/api/v1/certifications?q=soudeur")]
    [InlineData("/api/v1/branches/3248")]
    [InlineData("/api/v1/registers")]
    [InlineData("/api/v1/eligibility/cpf?code=RNCP99002")]
    public async Task Who_has_a_document_already_is_told_so(string address)
    {
        using var first = await site.Client.GetAsync(Relative(address), Stop);
        using var asked = new HttpRequestMessage(HttpMethod.Get, Relative(address)) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await site.Client.SendAsync(asked, Stop);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Stop)).Length));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        using var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Relative(address)), Stop);
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag, first.Content.Headers.ContentLength), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength));
        using var other = new HttpRequestMessage(HttpMethod.Get, Relative(address)) { Headers = { { "If-None-Match", "\"another\"" } } };
        using var changed = await site.Client.SendAsync(other, Stop);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Documents_are_compressed_for_whom_can_unpack_them(string coding)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, Relative(Welder)) { Headers = { AcceptEncoding = { new(coding) } } };
        using var answer = await site.Client.SendAsync(asked, Stop);
        Assert.Equal(coding, Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read_and_not_write()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, Relative(Welder)) { Headers = { { "Origin", "https://exemple.fr" } } };
        using var answer = await site.Client.SendAsync(asked, Stop);
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, Relative("/api/v1/eligibility/proofs"))
        {
            Headers = { { "Origin", "https://exemple.fr" }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "content-type" } },
        };
        using var refused = await site.Client.SendAsync(preflight, Stop);
        Assert.False(refused.Headers.TryGetValues("Access-Control-Allow-Methods", out var methods) && methods.Any(method => method.Contains("POST", StringComparison.Ordinal)));
        using var page = new HttpRequestMessage(HttpMethod.Get, Relative("/certifications")) { Headers = { { "Origin", "https://exemple.fr" } } };
        using var closed = await site.Client.SendAsync(page, Stop);
        Assert.False(closed.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/api/v1/certifications/nulle-part", 404)]
    [InlineData("/api/v1/certifications/soudeur-chaudronnier-d-atelier?day=hier", 400)]
    [InlineData("/api/v1/certifications/soudeur-chaudronnier-d-atelier?jour=2026-11-24", 400)]
    [InlineData("/api/v1/certifications/nulle-part/frameworks", 404)]
    [InlineData("/api/v1/registrations/RNCP1", 404)]
    [InlineData("/api/v1/registrations?after=rien", 400)]
    [InlineData("/api/v1/registrations?after=RNCP1", 400)]
    [InlineData("/api/v1/registrations?limit=501", 400)]
    [InlineData("/api/v1/branches/9998", 404)]
    [InlineData("/api/v1/registers/RNCP1", 404)]
    [InlineData("/api/v1/changes?since=-1", 400)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/openapi/v2.json", 404)]
    public async Task What_cannot_be_answered_is_a_problem_that_says_why(string address, int status)
    {
        using var answer = await site.Client.GetAsync(Relative(address), Stop);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task The_search_leads_to_its_other_pages()
    {
        using var answer = await site.Client.GetAsync(Relative("/api/v1/certifications?pageSize=5&page=2&sort=title"), Stop);
        var links = answer.Headers.GetValues("Link").ToDictionary(link => link.Split("rel=")[1].Trim('"'), link => link.Split('<', '>')[1]);
        Assert.Equal(["first", "last", "next", "prev"], links.Keys.Order());
        Assert.EndsWith("?pageSize=5&sort=title&page=3", links["next"], StringComparison.Ordinal);
        var (next, last) = (await ReadAsync(links["next"]), await ReadAsync(links["last"]));
        Assert.Equal(3, next.GetProperty("page").GetInt32());
        Assert.NotEmpty(last.GetProperty("items").EnumerateArray());
    }

    private async Task<(List<string> Seen, int Pages)> FollowAsync(string address, string key)
    {
        var (seen, pages) = (new List<string>(), 0);
        for (string? next = address; next is not null; pages++)
        {
            using var answer = await site.Client.GetAsync(Relative(next), Stop);
            var page = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(key).ToString()));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal)).Split('<', '>')[1] : null;
        }
        return (seen, pages);
    }

    [GeneratedRegex("limit=[0-9]+")]
    private static partial Regex LimitOf();

    private static Uri Relative(string address) => new(address, UriKind.RelativeOrAbsolute);

    private Task<JsonElement> ReadAsync(string address) => site.Client.GetFromJsonAsync<JsonElement>(Relative(address), Stop);
}
