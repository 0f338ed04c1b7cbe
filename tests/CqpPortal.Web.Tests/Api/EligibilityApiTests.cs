using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace CqpPortal.Web.Tests.Api;

/// <summary>VAE, ways and recognition as JSON, by the worked cases of the portal's rules, each by its number.</summary>
public sealed class EligibilityApiTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<JsonElement> GetAsync(string address) => site.Client.GetFromJsonAsync<JsonElement>(new Uri("/api/v1/" + address, UriKind.Relative), Stop);

    private async Task<(HttpStatusCode Status, JsonElement Body)> TryAsync(string address, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/" + address);
        if (language is not null) request.Headers.Add("Accept-Language", language);
        using var answer = await site.Client.SendAsync(request, Stop);
        Assert.Equal(answer.IsSuccessStatusCode ? "application/json" : "application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Stop));
    }

    /// <summary>What each rule found: <c>V5 met</c>.</summary>
    private static List<string> Found(JsonElement answer) =>
        [.. answer.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("rule")} {finding.GetProperty("outcome")}")];

    private static JsonElement Way(JsonElement answer, string id) => answer.GetProperty("routes").EnumerateArray().Single(way => way.GetProperty("id").GetString() == id);

    [Theory]
    [InlineData(32, "code=RNCP99001&applicationDate=2024-02-01&experienceMonths=6", "eligible", "V5 met")]
    [InlineData(33, "code=RNCP99001&applicationDate=2021-10-01&experienceMonths=6", "not-eligible", "V3 not-met")]
    [InlineData(35, "code=RNCP9003&applicationDate=2016-05-01&experienceMonths=24", "not-eligible", "V2 not-met")]
    [InlineData(36, "code=RNCP9003&applicationDate=2017-10-02&experienceMonths=24", "eligible", "V3 met")]
    [InlineData(37, "code=RS99001&applicationDate=2025-01-15&experienceMonths=60", "not-eligible", "V1 not-met")]
    [InlineData(38, "code=DEMO-A&applicationDate=2025-01-15&experienceMonths=120", "not-eligible", "V1 not-met")]
    [InlineData(41, "code=RNCP99001&applicationDate=2025-09-01&orderDate=2025-09-01&onFranceVae=true&registeredOnFranceVae=false", "not-eligible", "V8 not-met")]
    [InlineData(41, "code=RNCP99001&applicationDate=2025-09-01&orderDate=2025-09-01&onFranceVae=true&registeredOnFranceVae=true", "eligible", "V8 met")]
    [InlineData(42, "code=RNCP99001&applicationDate=2025-09-01&filesThisYear=1", "not-eligible", "V6 not-met")]
    [InlineData(42, "code=RNCP99001&applicationDate=2025-09-01&filesThisYear=1&block=BC01", "eligible", "V5 met")]
    [InlineData(43, "code=RNCP99001&applicationDate=2025-03-03&receivedOn=2025-03-03&day=2025-05-04", "eligible", "V7 met")]
    [InlineData(43, "code=RNCP99001&applicationDate=2025-03-03&receivedOn=2025-03-03&day=2025-05-03", "eligible", "V7 warning")]
    public async Task The_worked_cases_of_the_VAE(int number, string question, string verdict, string found)
    {
        var answer = await GetAsync("eligibility/vae?" + question);
        Assert.Equal((number, verdict), (number, answer.GetProperty("verdict").GetString()));
        Assert.Contains(found, Found(answer));
    }

    [Theory]
    [InlineData(2, "code=DEMO-A&date=2025-03-10&situation=job-seeker", "contrat-pro", "eligible", "c.6-certification met")]
    [InlineData(44, "code=RNCP99001&date=2025-09-01&situation=young", "apprentissage", "not-eligible", "c.6-apprentissage not-met")]
    [InlineData(45, "code=DEMO-A&date=2026-03-02", "reconversion", "eligible", "c.6-reconversion met")]
    [InlineData(47, "code=DEMO-A&date=2026-04-15&seniorityMonths=30&changesJob=true", "ptp", "not-eligible", "c.6-ptp-certification not-met")]
    [InlineData(47, "code=RNCP99001&date=2026-04-15&seniorityMonths=30&changesJob=true", "ptp", "eligible", "c.6-ptp-certification met")]
    public async Task The_worked_cases_of_the_ways(int number, string question, string way, string verdict, string found)
    {
        var answer = Way(await GetAsync("eligibility/routes?" + question), way);
        Assert.Equal((number, verdict), (number, answer.GetProperty("verdict").GetString()));
        Assert.Contains(found, Found(answer));
    }

    [Theory]
    [InlineData(3, "code=DEMO-A&day=2025-03-10&branch=3248", "branches", false, null, "X2 not-met")]
    [InlineData(3, "code=DEMO-A&day=2025-03-10&branch=3216", "branches", true, null, "X2 met")]
    [InlineData(30, "code=RNCP9003&day=2017-06-01&awardedOn=2017-06-01", "everywhere", null, null, "X5 not-met")]
    [InlineData(31, "code=RNCP99001&day=2024-04-10&awardedOn=2024-04-10", "everywhere", null, 4, "X4 met")]
    [InlineData(51, "code=DEMO-I&day=2025-03-10&branch=0044", "branches", true, null, "X2 met")]
    [InlineData(51, "code=DEMO-I&day=2025-03-10&branch=1938", "branches", true, null, "X2 met")]
    [InlineData(51, "code=DEMO-I&day=2025-03-10&branch=3216", "branches", false, null, "X2 not-met")]
    [InlineData(0, "code=RS99001&day=2025-03-10&branch=3216", "everywhere", true, null, "X7 not-met")]
    public async Task The_worked_cases_of_recognition(int number, string question, string recognisedIn, bool? branch, int? level, string found)
    {
        var answer = await GetAsync("recognition?" + question);
        var branchRecognised = answer.GetProperty("branchRecognised");
        var levelGiven = answer.GetProperty("level");
        Assert.Equal((number, recognisedIn), (number, answer.GetProperty("recognisedIn").GetString()));
        Assert.Equal(branch, branchRecognised.ValueKind == JsonValueKind.Null ? null : branchRecognised.GetBoolean());
        Assert.Equal(level, levelGiven.ValueKind == JsonValueKind.Null ? null : levelGiven.GetInt32());
        Assert.True(answer.GetProperty("exists").GetBoolean());
        Assert.Contains(found, Found(answer));
    }

    [Fact]
    public async Task Every_way_says_who_decides_who_pays_and_whom_to_ask_by_name()
    {
        var answer = await GetAsync("eligibility/routes?code=RNCP99002");
        Assert.Equal(
            ["plan", "cpf", "contrat-pro", "apprentissage", "pro-a", "reconversion", "ptp", "poe", "aif", "vae"],
            answer.GetProperty("routes").EnumerateArray().Select(way => way.GetProperty("id").GetString()));
        Assert.All(answer.GetProperty("routes").EnumerateArray(), way => Assert.All(
            new[] { "decidedBy", "funder", "contact", "summary" }, name => Assert.NotEqual("", way.GetProperty(name).GetString())));
        Assert.Contains("OPCO 2i", Way(answer, "plan").GetProperty("funder").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_way_says_from_which_day_it_is_open()
    {
        var reconversion = Way(await GetAsync("eligibility/routes?code=RNCP99001&date=2025-09-01"), "reconversion");
        Assert.Equal("not-eligible", reconversion.GetProperty("verdict").GetString());
        Assert.Equal("2026-01-01", reconversion.GetProperty("findings").EnumerateArray().First().GetProperty("metFrom").GetString());
    }

    [Fact]
    public async Task Asked_for_a_price_the_VAE_says_who_pays_it_with_the_jury()
    {
        var amounts = (await GetAsync("eligibility/vae?code=RNCP99002&price=1500&juryFee=300&balance=1200&onFranceVae=true&registeredOnFranceVae=true")).GetProperty("amounts");
        Assert.Equal(1200m, amounts.GetProperty("accountPays").GetDecimal());
        Assert.Equal(600m, amounts.GetProperty("holderPays").GetDecimal());
        Assert.Equal(103.20m, amounts.GetProperty("contribution").GetDecimal());
        var unasked = (await GetAsync("eligibility/vae?code=RNCP99002")).GetProperty("amounts");
        Assert.All(unasked.EnumerateObject(), amount => Assert.Equal(JsonValueKind.Null, amount.Value.ValueKind));
    }

    [Theory]
    [InlineData("eligibility/vae?code=RNCP99002&applicationDate=hier", "applicationDate")]
    [InlineData("eligibility/vae?code=RNCP99002&experienceMonths=-1", "experienceMonths")]
    [InlineData("eligibility/vae?code=RNCP99002&block=BC99", "block")]
    [InlineData("eligibility/vae?code=RNCP99002&applicationDate=2026-01-10&juryOn=2026-01-09", "juryOn")]
    [InlineData("eligibility/vae?applicationDate=2026-01-10", "code")]
    [InlineData("eligibility/vae?code=RNCP99002&aplicationDate=2026-01-10", "aplicationDate")]
    [InlineData("eligibility/routes?code=RNCP99002&situation=king", "situation")]
    [InlineData("eligibility/routes?code=RNCP99002&seniorityMonths=many", "seniorityMonths")]
    [InlineData("eligibility/routes?code=RNCP99002&changesJob=perhaps", "changesJob")]
    [InlineData("recognition?code=RNCP99002&branch=metallurgie", "branch")]
    [InlineData("recognition?code=RNCP99002&day=1999-12-31", "day")]
    [InlineData("recognition?code=RNCP99002&startedOn=2026-02-02&awardedOn=2026-02-01", "awardedOn")]
    public async Task A_wrong_parameter_is_named_in_the_language_of_the_reader(string address, string parameter)
    {
        var (status, french) = await TryAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal([parameter], french.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        var (_, english) = await TryAsync(address, "en-GB,en;q=0.9,fr;q=0.5");
        Assert.NotEqual(french.GetProperty("detail").GetString(), english.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("eligibility/vae?code=zzzzzz")]
    [InlineData("eligibility/routes?code=RNCP12345")]
    [InlineData("recognition?code=%27%20or%201%3D1--")]
    [InlineData("recognition?code=%F0%9F%A4%96")]
    public async Task An_unknown_code_is_not_found(string address)
    {
        var (status, problem) = await TryAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(JsonValueKind.Array, problem.GetProperty("suggestions").ValueKind);
    }

    [Fact]
    public async Task The_day_that_nobody_tells_is_today_and_an_answer_tells_it()
    {
        Assert.Equal("2026-11-24", (await GetAsync("recognition?code=RNCP99002")).GetProperty("question").GetProperty("day").GetString());
        Assert.Equal("2026-11-24", (await GetAsync("eligibility/vae?code=RNCP99002")).GetProperty("question").GetProperty("applicationDate").GetString());
        Assert.Equal("2026-11-24", (await GetAsync("eligibility/routes?code=RNCP99002")).GetProperty("question").GetProperty("date").GetString());
    }

    [Fact]
    public async Task In_English_the_same_question_is_answered_in_English()
    {
        var (_, answer) = await TryAsync("eligibility/routes?code=RNCP99002", "en");
        Assert.Matches("^[0-9]+ ways are open to you", answer.GetProperty("summary").GetString());
    }
}
