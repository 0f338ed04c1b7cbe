using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CqpPortal.Web.Answers.Batch;
using Xunit;

namespace CqpPortal.Web.Tests.Api;

public sealed class BatchApiTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private const string Address = "/api/v1/eligibility/cpf/batch";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Questions as JSON, and the same as an address.</summary>
    public static TheoryData<string, string> Questions { get; } = new()
    {
        { "\"RNCP99002\"", "code=RNCP99002" },
        { """{"code":"RNCP99001","orderDate":"2026-06-30","startDate":"2026-07-01"}""", "code=RNCP99001&orderDate=2026-06-30&startDate=2026-07-01" },
        { """{"CODE":"rs 99001","price":1500,"balance":"800,50","topUp":null}""", "code=rs%2099001&price=1500&balance=800,50" },
        { """{"code":"RNCP99002BC01","heldBlocks":["RNCP99002BC01","RS99001"],"blocksDeclared":true}""", "code=RNCP99002BC01&heldBlocks=RNCP99002BC01,RS99001&blocksDeclared=true" },
        { """{"code":"DEMO-A","situation":"job-seeker","heldBlocks":[]}""", "code=DEMO-A&situation=job-seeker&heldBlocks=none" },
        { """{"code":"RNCP99002","providerSiret":"123 456 789 00012"}""", "code=RNCP99002&providerSiret=12345678900012" },
        // What is wrong is said the same way.
        { """{"code":"RNCP99000"}""", "code=RNCP99000" },
        { """{"code":"RNCP99002","orderDate":"bientôt"}""", "code=RNCP99002&orderDate=bient%C3%B4t" },
        { """{"code":"RNCP99002","orderDate":"2026-12-01","startDate":"2026-11-01"}""", "code=RNCP99002&orderDate=2026-12-01&startDate=2026-11-01" },
        { """{"code":"RNCP99002","blok":"BC01"}""", "code=RNCP99002&blok=BC01" },
        { """{"code":"RNCP99002","block":"BC99"}""", "code=RNCP99002&block=BC99" },
        { "\"\"", "code=" },
        { "{}", "" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_line_has_the_answer_that_its_question_has_alone(string json, string query)
    {
        foreach (var language in new[] { "fr", "en" })
        {
            using var answer = await site.Client.SendAsync(Request(HttpMethod.Get, "/api/v1/eligibility/cpf?" + query, language), Stop);
            var alone = await answer.Content.ReadAsStringAsync(Stop);
            using var request = Request(HttpMethod.Post, Address, language);
            request.Content = Json($"[{json}]");
            using var many = await site.Client.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.OK, many.StatusCode);
            var line = Assert.Single(JsonNode.Parse(await many.Content.ReadAsStringAsync(Stop))!.AsArray());
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(alone), answer.IsSuccessStatusCode ? line : line!["error"]), $"{alone}\n{line}");
        }
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_questions_over_many_chunks_whatever_is_wrong_with_some()
    {
        string[] codes = ["RNCP99002", "RNCP99001", "RS99001", "DEMO-A", "introuvable", "", "RNCP9003"];
        var asked = Enumerable.Range(0, 1_700).Select(number => codes[number * 5 % codes.Length]).ToList();
        using var answer = await PostAsync(Json(JsonSerializer.Serialize(asked)));
        var lines = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!.AsArray();
        Assert.Equal(asked.Select(code => code is "" or "introuvable" ? "error" : code), lines.Select(line => (string?)line!["question"]?["code"] ?? line.AsObject().Single().Key));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("null")]
    [InlineData("[\"RNCP99002\"]")]
    [InlineData("""{"code":{"a":1}}""")]
    [InlineData("""{"code":"\ud800"}""")]
    [InlineData("\"\\ud800\"")]
    public async Task What_is_no_question_is_an_error_on_its_line_and_the_others_are_answered(string json)
    {
        using var answer = await PostAsync(Json($"[{json},\"RNCP99002\"]"));
        var lines = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!.AsArray();
        Assert.Equal(400, (int)lines[0]!["error"]!["status"]!);
        Assert.Contains("RNCP35419", (string?)lines[0]!["error"]!["errors"]!["code"]![0], StringComparison.Ordinal);
        Assert.Equal("eligible", (string?)lines[1]!["verdict"]);
    }

    [Theory]
    [InlineData("[\"RNCP99002\",\n\"RNCP", "ligne 2, octet")]
    [InlineData("[\"RNCP99002\"", "ligne 1, octet")]
    [InlineData("", "ligne 1, octet 1")]
    [InlineData("{\"code\":\"RNCP99002\"}", "tableau JSON")]
    public async Task JSON_that_cannot_be_read_whole_is_refused_before_the_first_answer(string json, string says) =>
        await RefusedAsync(await PostAsync(Json(json)), HttpStatusCode.BadRequest, says);

    [Fact]
    public async Task A_file_comes_back_with_its_columns_and_one_answer_a_line()
    {
        var lines = await CsvAsync("Ref;Code;Date commande\r\n1;RNCP99002;2026-11-23\r\n2;RNCP99001;\r\n3;RNCP99000;\r\n;;\r\n5;RNCP99002;bientôt\r\n6;RNCP99002;2026-11-23;en trop\r\n");
        Assert.StartsWith("Ref;Code;Date commande;verdict;reason;understoodAs;registeredUntil;possibleFrom;contribution;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1;RNCP99002;2026-11-23;eligible;Le CPF paie ", lines[1], StringComparison.Ordinal);
        Assert.Contains(";2031-06-30;;103.20;;", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("2;RNCP99001;;not-eligible;", lines[2], StringComparison.Ordinal);
        Assert.Contains(";RNCP99002;", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("3;RNCP99000;;not-found;", lines[3], StringComparison.Ordinal);
        Assert.StartsWith(";;;to-correct;", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("5;RNCP99002;bientôt;to-correct;Date commande : Écrivez une date", lines[5], StringComparison.Ordinal);
        Assert.EndsWith(";2026-11-24;en trop", lines[6], StringComparison.Ordinal);
        Assert.Equal(["", ""], [.. lines[7..], ""]);
    }

    [Fact]
    public async Task What_the_address_tells_holds_for_the_lines_that_tell_nothing()
    {
        var lines = await CsvAsync("RNCP99001\n", "?orderDate=2026-06-01");
        Assert.Contains(";eligible;", lines[1].Replace("RNCP99001;", ";", StringComparison.Ordinal), StringComparison.Ordinal);
        var own = await CsvAsync("code,orderDate\nRNCP99001,2026-11-01\nRNCP99001,\n", "?orderDate=2026-06-01");
        Assert.StartsWith("RNCP99001,2026-11-01,not-eligible,", own[1], StringComparison.Ordinal);
        Assert.StartsWith("RNCP99001,,eligible,", own[2], StringComparison.Ordinal);
        await RefusedAsync(await PostAsync(Json("[]"), "?orderDate=demain"), HttpStatusCode.BadRequest, "2026-11-24");
        await RefusedAsync(await PostAsync(Json("[]"), "?orderDat=2026-11-24"), HttpStatusCode.BadRequest, "orderDat");
    }

    [Fact]
    public async Task Reasons_follow_the_language_and_names_do_not()
    {
        using var request = Request(HttpMethod.Post, Address, "en");
        request.Content = Csv("RNCP99000\n");
        using var answer = await site.Client.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains(";not-found;No CQP has this code, number or title.;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_20_000_lines_or_10_MB_or_another_form_is_refused_with_what_to_do()
    {
        var many = string.Concat(Enumerable.Repeat("RNCP99002\n", CpfBatch.MostLines + 1));
        await RefusedAsync(await PostAsync(Csv(many)), HttpStatusCode.BadRequest, "partagez-la");
        await RefusedAsync(await PostAsync(Json(JsonSerializer.Serialize(many.Split('\n', StringSplitOptions.RemoveEmptyEntries)))), HttpStatusCode.BadRequest, "partagez-la");
        await RefusedAsync(await PostAsync(Csv(new string('x', CpfBatch.MostBytes + 1))), HttpStatusCode.RequestEntityTooLarge, "10\u00A0Mo");
        await RefusedAsync(await PostAsync(Csv("")), HttpStatusCode.BadRequest, "vide");
        await RefusedAsync(await PostAsync(new StringContent("RNCP99002", Encoding.UTF8, "text/plain")), HttpStatusCode.UnsupportedMediaType, "text/csv");
    }

    [Fact]
    public async Task No_other_address_takes_so_much()
    {
        using var answer = await site.Client.PostAsync(new Uri("/api/v1/eligibility/proofs", UriKind.Relative), Json(new string(' ', 2_000_000)), Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string language)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        return request;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");

    private async Task<HttpResponseMessage> PostAsync(HttpContent content, string query = "")
    {
        using var request = Request(HttpMethod.Post, Address + query, "fr");
        request.Content = content;
        // What is too much is refused before it is sent.
        request.Headers.ExpectContinue = true;
        return await site.Client.SendAsync(request, Stop);
    }

    /// <summary>The lines that came back, and what follows the last line end.</summary>
    private async Task<string[]> CsvAsync(string text, string query = "")
    {
        using var answer = await PostAsync(Csv(text), query);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadAsStringAsync(Stop)).Split(text.Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n");
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string says)
    {
        using (answer)
        {
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!;
            Assert.Equal((int)status, (int)problem["status"]!);
            Assert.Contains(says, (string?)problem["detail"], StringComparison.Ordinal);
        }
    }
}
