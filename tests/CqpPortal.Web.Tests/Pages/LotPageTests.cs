using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using CqpPortal.TestSupport;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Answers.Batch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

public sealed class LotPageTests(DemonstrationSite site, PostgresServer server) : IClassFixture<DemonstrationSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pasted_codes_get_one_answer_each_with_what_to_do_next()
    {
        var page = await AnswersAsync(site.Client, ("codes", "RNCP99002\nRNCP99001\n\nRNCP99000\nDEMO-A"));
        Assert.Equal("Votre liste : 5 lignes vérifiées", Plain(page.QuerySelector("h1")));
        Assert.Equal("1 oui ; 2 non ; 1 introuvable ; 1 à corriger.", Plain(page.QuerySelector(".lead")));
        Assert.Equal(["Oui", "Non", "À corriger", "Introuvable", "Non"], page.QuerySelectorAll("tbody .ans").Select(Plain));
        Assert.Equal("/cpf?code=RNCP99002&situation=employee", page.QuerySelector("tbody tr:nth-child(2) td:last-child a")?.GetAttribute("href"));
        Assert.NotEmpty(page.QuerySelectorAll("tbody tr:nth-child(4) td:last-child a"));
        Assert.Contains("13 h 30", Plain(page.QuerySelector("main")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_filtered_sorted_and_comes_back_complete()
    {
        const string File = "Nom,Code,Date de commande\r\nLéa,RNCP99002,23/11/2026\r\nPaul,RNCP99001,\r\n=1+1,RNCP9003,2019-03-01\r\n";
        var address = await SendAsync(site.Client, ("orderDate", "2026-06-30"), ("file:mes codes.csv", File));
        var page = await FinishedAsync(site, address);
        Assert.Contains("Fichier « mes codes.csv », commande et entrée en formation le 30 juin 2026", Plain(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(["Oui", "Oui", "Oui"], page.QuerySelectorAll("tbody .ans").Select(Plain));
        // The page that answers a line alone asks the same.
        Assert.Equal(
            ["/cpf?code=RNCP99002&orderDate=23%2F11%2F2026&situation=employee", "/cpf?code=RNCP99001&orderDate=2026-06-30&situation=employee", "/cpf?code=RNCP9003&orderDate=2019-03-01&situation=employee"],
            page.QuerySelectorAll("tbody td:last-child a").Select(link => link.GetAttribute("href")).Where(link => !link!.Contains("code=RNCP99002&orderDate=2026", StringComparison.Ordinal)));

        var sorted = await site.OpenAsync(address + "?tri=fin");
        Assert.Equal(["4.", "3.", "2."], sorted.QuerySelectorAll("tbody th .soft").Select(Plain));
        var none = await site.OpenAsync(address + "?verdict=not-eligible&tri=nonsense&page=99");
        Assert.Equal(3, none.QuerySelectorAll("tbody tr").Length);

        using var download = await site.Client.GetAsync(new Uri(address + "/fichier", UriKind.Relative), Stop);
        Assert.Equal("mes codes-complete.csv", download.Content.Headers.ContentDisposition?.FileNameStar);
        var lines = (await download.Content.ReadAsStringAsync(Stop)).Split("\r\n");
        Assert.StartsWith("Nom,Code,Date de commande,réponse,raison,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Léa,RNCP99002,23/11/2026,Oui,", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"103,20\"", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("\"'=1+1\",RNCP9003,2019-03-01,Oui,", lines[3], StringComparison.Ordinal);
        Assert.Equal(5, lines.Length);
    }

    [Fact]
    public async Task A_long_list_is_shown_by_200_and_filtered_whole()
    {
        var address = await SendAsync(site.Client, ("codes", string.Concat(Enumerable.Range(0, 450).Select(number => number % 9 == 0 ? "RNCP99001\n" : "RNCP99002\n"))));
        var page = await FinishedAsync(site, address);
        Assert.Equal(200, page.QuerySelectorAll("tbody tr").Length);
        var last = await site.OpenAsync(address + "?page=3");
        Assert.Equal(["401.", "450."], new[] { last.QuerySelector("tbody tr:first-child th .soft"), last.QuerySelector("tbody tr:last-child th .soft") }.Select(Plain));
        var no = await site.OpenAsync(address + "?verdict=not-eligible");
        Assert.Equal((50, 50), (no.QuerySelectorAll("tbody tr").Length, no.QuerySelectorAll("tbody .ans").Count(answer => Plain(answer) == "Non")));
        Assert.Equal("Non (50)", no.QuerySelector("#verdict option[selected]")?.TextContent.Replace("\u00A0", " ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("codes", "", "", "")]
    [InlineData("file", "RNCP1", "RNCP2", "")]
    [InlineData("orderDate", "RNCP99002", "", "demain")]
    [InlineData("codes", ";;;\n", "", "")]
    public async Task What_is_missing_or_wrong_is_said_and_what_was_typed_stays(string field, string codes, string file, string order)
    {
        using var answer = await PostAsync(site.Client, [("codes", codes), ("orderDate", order), .. file.Length == 0 ? [] : new[] { ("file:a.csv", file) }]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await ParseAsync(answer);
        Assert.Equal("#" + field, page.QuerySelector("[role=alert] a")?.GetAttribute("href"));
        Assert.Equal("true", page.QuerySelector($"#{field}")?.GetAttribute("aria-invalid"));
        Assert.Equal(codes.Trim(), page.QuerySelector("#codes")?.TextContent.Trim());
        Assert.Equal(order, page.QuerySelector("#orderDate")?.GetAttribute("value") ?? "");
        Assert.StartsWith("Erreur\u00A0: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_far_too_heavy_is_not_read_and_the_page_says_what_to_do()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/cpf/lot");
        request.Content = new MultipartFormDataContent { { new ByteArrayContent(new byte[CpfBatch.MostBytes * 2]), "file", "lourd.csv" } };
        request.Headers.ExpectContinue = true;
        using var answer = await site.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Partagez votre fichier", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var heavy = await PostAsync(site.Client, ("file:lourd.csv", new string('x', CpfBatch.MostBytes + 1)));
        Assert.Equal(HttpStatusCode.BadRequest, heavy.StatusCode);
        Assert.Equal("#file", (await ParseAsync(heavy)).QuerySelector("[role=alert] a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("RNCP99002"), "codes" } };
        using var answer = await site.Client.PostAsync(new Uri("/cpf/lot", UriKind.Relative), form, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/cpf/lot/0123456789abcdef0123456789abcdef")]
    [InlineData("/cpf/lot/0123456789abcdef0123456789abcdef/fichier")]
    [InlineData("/cpf/lot/x?verdict=eligible")]
    public async Task A_list_that_is_not_kept_says_to_send_it_again(string address)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await ParseAsync(answer);
        Assert.Equal("Cette liste n’est plus gardée", page.QuerySelector("h1")?.TextContent);
        Assert.NotNull(page.QuerySelector("main a.btn[href='/cpf/lot']"));
    }

    [Fact]
    public async Task A_list_can_be_erased_at_once()
    {
        var address = await SendAsync(site.Client, ("codes", "RNCP99002"));
        var page = await FinishedAsync(site, address);
        using var erased = await site.Client.PostAsync(new Uri(address + "/effacer", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", Token(page))]), Stop);
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        using var gone = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task While_a_list_is_answered_its_page_says_how_far_it_is()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var slow = new PortalSite(data.ConnectionString);
        using var client = slow.CreatePlainClient();
        await using var database = data.CreateContext();
        string address;
        await using (await database.Database.BeginTransactionAsync(Stop))
        {
            await database.Database.ExecuteSqlRawAsync("lock table certification_facts in access exclusive mode", Stop);
            address = await SendAsync(client, ("codes", "RNCP99002\nRNCP99001"));
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Stop);
            var page = await ParseAsync(answer);
            Assert.Equal(("2", "0"), (page.QuerySelector("progress")?.GetAttribute("max"), page.QuerySelector("progress")?.GetAttribute("value")));
            Assert.Contains("http-equiv=\"refresh\"", page.Head?.InnerHtml, StringComparison.Ordinal);
            Assert.Equal("""{"done":0,"finished":false}""", await client.GetStringAsync(new Uri(address + "/avancement", UriKind.Relative), Stop));
            using var early = await client.GetAsync(new Uri(address + "/fichier", UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.Redirect, early.StatusCode);
        }
        while (await client.GetStringAsync(new Uri(address + "/avancement", UriKind.Relative), Stop) != """{"done":2,"finished":true}""") await Task.Delay(50, Stop);
    }

    [Fact]
    public async Task A_list_that_something_stopped_says_so_and_gives_no_half_of_a_file()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var broken = new PortalSite(data.ConnectionString);
        using var client = broken.CreatePlainClient();
        await using var database = data.CreateContext();
        await database.Database.ExecuteSqlRawAsync("alter table certification_facts rename to gone", Stop);
        var address = await SendAsync(client, ("codes", "RNCP99002\nRNCP99001"));
        while (!(await client.GetStringAsync(new Uri(address + "/avancement", UriKind.Relative), Stop)).Contains("true", StringComparison.Ordinal)) await Task.Delay(50, Stop);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        var page = await ParseAsync(answer);
        Assert.Contains("2 lignes manquent", Plain(page.QuerySelector("[role=alert]")), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[download]"));
    }

    [Fact]
    public async Task Lists_are_forgotten_after_half_an_hour_and_the_oldest_when_they_take_too_much_room()
    {
        var clock = new MovingClock();
        var lifetime = new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance);
        // Nothing answers: each list is finished at once, without a line.
        using var lists = new KeptLists(new CpfBatch(null!, null!, clock), clock, lifetime, NullLogger<KeptLists>.Instance);
        var first = Keep(lists, "RNCP1");
        await first.Finished;
        Assert.Same(first, lists.Find(first.Id));
        clock.Now += TimeSpan.FromMinutes(29);
        Assert.Same(first, lists.Find(first.Id));
        var second = Keep(lists, "RNCP2");
        clock.Now += TimeSpan.FromMinutes(1);
        Assert.Null(lists.Find(first.Id));
        Assert.Same(second, lists.Find(second.Id));
        await second.Finished;
        var large = string.Concat(Enumerable.Repeat(new string('x', 400) + "\n", CpfBatch.MostLines));
        for (var sent = 0; sent < 10; sent++) await Keep(lists, large).Finished;
        Assert.Null(lists.Find(second.Id));
    }

    private static KeptList Keep(KeptLists lists, string codes)
    {
        var kept = lists.Keep(CsvList.Paste(codes), new Dictionary<string, string>(), new AskedQuestion { Code = "" }, null);
        Assert.NotNull(kept);
        return kept;
    }

    private static string Plain(INode? node) => string.Join(' ', node?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    private static string Token(IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<IDocument> ParseAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return await BrowsingContext.New().OpenAsync(response => response.Content(text), Stop);
    }

    /// <summary>Sends the form; a field <c>file:NAME</c> is a file.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, params (string Name, string Value)[] fields)
    {
        using var empty = await client.GetAsync(new Uri("/cpf/lot", UriKind.Relative), Stop);
        using var form = new MultipartFormDataContent { { new StringContent(Token(await ParseAsync(empty))), "__RequestVerificationToken" }, { new StringContent("employee"), "situation" } };
        foreach (var (name, value) in fields)
        {
            if (name.StartsWith("file:", StringComparison.Ordinal)) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), "file", name["file:".Length..]);
            else form.Add(new StringContent(value), name);
        }
        return await client.PostAsync(new Uri("/cpf/lot", UriKind.Relative), form, Stop);
    }

    /// <returns>The address of the list's page.</returns>
    private static async Task<string> SendAsync(HttpClient client, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(client, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static async Task<IDocument> FinishedAsync(DemonstrationSite site, string address)
    {
        while (!(await site.Client.GetStringAsync(new Uri(address + "/avancement", UriKind.Relative), Stop)).Contains("true", StringComparison.Ordinal)) await Task.Delay(50, Stop);
        return await site.OpenAsync(address);
    }

    private async Task<IDocument> AnswersAsync(HttpClient client, params (string Name, string Value)[] fields) => await FinishedAsync(site, await SendAsync(client, fields));

    private sealed class MovingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
