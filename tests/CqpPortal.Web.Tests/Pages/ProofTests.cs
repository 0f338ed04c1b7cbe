using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Calendar;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>Each test on a database of its own: proofs are made, rules added.</summary>
public sealed class ProofTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateOnly Today = FixedClock.Demonstration.Day;

    private TestDatabase _data = null!;
    private PortalSite _site = null!;
    private HttpClient _client = null!;

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString);
        _client = _site.CreatePlainClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Fact]
    public async Task A_rule_added_changes_tomorrows_answer_not_yesterdays_and_the_proof_stays()
    {
        var tomorrow = new { code = "RNCP99002", orderDate = Today.AddDays(1), price = 1000, balance = 5000 };
        var yesterday = $"/api/v1/eligibility/cpf?code=RNCP99002&orderDate={Today.AddDays(-1):O}&price=1000&balance=5000";
        var before = await AnswerAsync(yesterday);
        var code = await ProveAsync(tomorrow);
        var sheet = await SheetAsync(code);
        Assert.Contains("103,20 €", sheet, StringComparison.Ordinal);
        Assert.Contains("Cette réponse est encore la même aujourd’hui", (await OpenAsync($"/preuve/{code}")).Body!.TextContent, StringComparison.Ordinal);

        await AddContributionAsync(Today.AddDays(1), 150m);
        var after = await AnswerAsync($"/api/v1/eligibility/cpf?code=RNCP99002&orderDate={Today.AddDays(1):O}&price=1000&balance=5000", unlike: before.GetProperty("rulesVersion").GetString());
        Assert.Equal(150m, after.GetProperty("amounts").GetProperty("contribution").GetDecimal());
        Assert.Equal(150m, after.GetProperty("amounts").GetProperty("holderPays").GetDecimal());
        Assert.Equal(103.20m, (await AnswerAsync(yesterday)).GetProperty("amounts").GetProperty("contribution").GetDecimal());

        Assert.Equal(sheet, await SheetAsync(code));
        var page = (await OpenAsync($"/preuve/{code}")).Body!.TextContent;
        Assert.Contains("n’aurait plus la même réponse", page, StringComparison.Ordinal);
        Assert.Contains("la participation forfaitaire : « 103,20 € » devient « 150 € »", page.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cpf", "RNCP99001")]
    [InlineData("vae", "RNCP99002")]
    [InlineData("routes", "DEMO-A")]
    [InlineData("recognition", "DEMO-I")]
    public async Task Every_kind_of_answer_becomes_a_sheet_with_its_question_reasons_and_versions(string kind, string certification)
    {
        var code = await ProveAsync(new { kind, code = certification });
        var page = await OpenAsync($"/preuve/{code}");
        var sheet = page.QuerySelector(".sheet")!;
        Assert.Contains(code, sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains(certification, sheet.TextContent, StringComparison.Ordinal);
        Assert.Contains("24 novembre 2026 à 13 h 00", sheet.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.NotEmpty(sheet.QuerySelectorAll("tbody tr"));
        await using var database = PortalDatabase.CreateContext(_data.ConnectionString);
        var proof = await database.Proofs.SingleAsync(Ends);
        Assert.Contains(proof.RulesVersion, sheet.TextContent, StringComparison.Ordinal);
        Assert.Equal(Today.AddYears(2), DateOnly.FromDateTime(proof.MadeAt.InParis()).AddYears(2));
        // Kept in both languages.
        Assert.NotEqual(JsonDocument.Parse(proof.French).RootElement.GetProperty("summary").GetString(), JsonDocument.Parse(proof.English).RootElement.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task A_code_is_found_however_it_was_copied()
    {
        var code = await ProveAsync(new { code = "RNCP99001" });
        foreach (var copied in new[] { code.ToLowerInvariant(), code.Replace("-", "", StringComparison.Ordinal), code.Replace('0', 'o').Replace('1', 'l') })
        {
            using var answer = await _client.GetAsync(new Uri($"/preuve/{copied}", UriKind.Relative), Ends);
            Assert.Equal($"/preuve/{code}", copied == code ? answer.RequestMessage!.RequestUri!.AbsolutePath : answer.Headers.Location?.OriginalString);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.MovedPermanently);
        }
    }

    [Theory]
    [InlineData("AAAAA-AAAAA")]
    [InlineData("%3Cscript%3E")]
    [InlineData("x")]
    public async Task An_unknown_code_is_not_found(string code)
    {
        using var answer = await _client.GetAsync(new Uri($"/preuve/{code}", UriKind.Relative), Ends);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_makes_a_proof_with_its_token_and_none_without()
    {
        var page = await OpenAsync("/cpf?code=RNCP99002&orderDate=2026-11-24&price=3000&balance=2400");
        var fields = page.QuerySelectorAll("form[action='/preuve'] input[type=hidden]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value")!);
        Assert.Equal("3000", fields["price"]);
        using var without = await _client.PostAsync(new Uri("/preuve", UriKind.Relative), new FormUrlEncodedContent(fields.Where(field => field.Key != "__RequestVerificationToken")), Ends);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var made = await _client.PostAsync(new Uri("/preuve", UriKind.Relative), new FormUrlEncodedContent(fields), Ends);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Contains("2 400 €", (await OpenAsync(made.Headers.Location!.OriginalString)).QuerySelector(".sheet")!.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code":"RNCP99001","orderDate":"demain"}""", "orderDate")]
    [InlineData("""{"code":"RNCP99001","nonsense":1}""", "nonsense")]
    [InlineData("""{"kind":"rubbish","code":"RNCP99001"}""", "kind")]
    [InlineData("""[1,2""", "body")]
    [InlineData("""{"code":{"a":1}}""", "body")]
    [InlineData("""{"code":"\ud800"}""", "body")]
    [InlineData("{}", "code")]
    public async Task A_wrong_parameter_is_named(string body, string parameter)
    {
        using var answer = await _client.PostAsync(new Uri("/api/v1/eligibility/proofs", UriKind.Relative), new StringContent(body, null, "application/json"), Ends);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ends);
        Assert.Equal([parameter], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task A_proof_is_never_changed()
    {
        await ProveAsync(new { code = "RNCP99001" });
        await using var database = PortalDatabase.CreateContext(_data.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.Database.ExecuteSqlRawAsync("update proofs set kind = 'other'", Ends));
        Assert.Equal("tr_proofs_never_changed", refused.ConstraintName);
    }

    private async Task<string> ProveAsync(object question)
    {
        using var made = await _client.PostAsJsonAsync(new Uri("/api/v1/eligibility/proofs", UriKind.Relative), question, Ends);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var proof = await made.Content.ReadFromJsonAsync<JsonElement>(Ends);
        var code = proof.GetProperty("code").GetString()!;
        Assert.EndsWith($"/preuve/{code}", proof.GetProperty("url").GetString(), StringComparison.Ordinal);
        return code;
    }

    private async Task<string> SheetAsync(string code) => (await OpenAsync($"/preuve/{code}")).QuerySelector(".sheet")!.TextContent.Replace('\u00A0', ' ');

    private async Task<IDocument> OpenAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative), Ends);
        var text = await answer.Content.ReadAsStringAsync(Ends);
        return await BrowsingContext.New().OpenAsync(response => response.Content(text), Ends);
    }

    /// <param name="unlike">A version of the rules that the site may still hold for a second.</param>
    private async Task<JsonElement> AnswerAsync(string address, string? unlike = null)
    {
        while (true)
        {
            var answer = await _client.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), Ends);
            if (answer.GetProperty("rulesVersion").GetString() != unlike) return answer;
        }
    }

    private async Task AddContributionAsync(DateOnly from, decimal amount)
    {
        await using var database = PortalDatabase.CreateContext(_data.ConnectionString);
        var known = (await StoredRules.ReadAsync(database, Ends)).InForce("contribution", from)!;
        await StoredRules.AddAsync(database, known with
        {
            Id = "P7",
            Period = new ValidityPeriod(from, null),
            Parameters = known.Parameters with { Amount = amount },
            LegalBasis = "arrêté d’essai",
        }, Ends);
    }
}
