using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace CqpPortal.Web.Tests.Api;

public sealed class CertificationsApiTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private Task<JsonElement> GetAsync(string query) =>
        site.Client.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/certifications" + query, UriKind.Relative), TestContext.Current.CancellationToken);

    [Fact]
    public async Task Answers_the_search_as_JSON()
    {
        var answer = await GetAsync("?q=soudeur&recognition=rncp&pageSize=5");
        Assert.True(answer.GetProperty("totalIsExact").GetBoolean());
        Assert.Equal(1, answer.GetProperty("page").GetInt32());
        Assert.Equal(5, answer.GetProperty("pageSize").GetInt32());
        var first = answer.GetProperty("items")[0];
        Assert.Equal("soudeur-chaudronnier-d-atelier", first.GetProperty("id").GetString());
        Assert.Equal("RNCP99002", first.GetProperty("code").GetString());
        Assert.Equal(["RNCP99002", "RNCP99001", "DEMO-B"], first.GetProperty("codes").EnumerateArray().Select(code => code.GetString()));
        Assert.Equal("cqp", first.GetProperty("kind").GetString());
        Assert.Equal("rncp", first.GetProperty("recognition").GetString());
        Assert.Equal(4, first.GetProperty("level").GetInt32());
        Assert.Equal("3248", first.GetProperty("branches")[0].GetProperty("idcc").GetString());
        Assert.EndsWith("/certifications/soudeur-chaudronnier-d-atelier", first.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Contains(answer.GetProperty("facets").GetProperty("recognition").EnumerateArray(), facet => facet.GetProperty("value").GetString() == "rncp");
    }

    [Fact]
    public async Task Pages_hold_each_certification_once()
    {
        var seen = new List<string?>();
        for (var page = 1; ; page++)
        {
            var answer = await GetAsync($"?page={page}&pageSize=7&sort=title");
            seen.AddRange(answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
            if (page * 7 >= answer.GetProperty("total").GetInt32()) break;
        }
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal((await GetAsync("")).GetProperty("total").GetInt32(), seen.Count);
    }
}
