using System.Text;
using CqpPortal.TestSupport;
using CqpPortal.Web.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class LotTests(DemonstrationSite site, Chromium chromium, PostgresServer server) : IClassFixture<DemonstrationSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pasted_codes_are_answered_filtered_and_lead_to_the_whole_answer(bool javaScript)
    {
        var page = await chromium.OpenAsync(1280, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        await page.GotoAsync(site.At("/cpf/lot"));
        await page.GetByLabel("Vos codes, un par ligne").FillAsync("RNCP99002\nRNCP99001\nRNCP99000\nDEMO-A");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier la liste" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Text("Votre liste : 4 lignes vérifiées"));
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(4);
        await page.GetByLabel("Montrer").SelectOptionAsync("not-eligible");
        await page.GetByRole(AriaRole.Button, new() { Name = "Montrer" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "Toutes les raisons de la ligne 2" }).ClickAsync();
        await Assertions.Expect(page.Locator(".verdict .said")).ToContainTextAsync("Non");
    }

    [Fact]
    public async Task A_file_of_20_000_lines_of_which_1_000_are_broken_comes_back_whole()
    {
        string[] broken = ["", "RNCP99000", "RNCP99002;bientôt", "zzzzzz", new string('x', 900)];
        var lines = Enumerable.Range(0, 20_000).Select(line => line % 20 == 7 ? broken[line / 20 % broken.Length] : line % 3 == 0 ? "RNCP99001" : "RNCP99002;2026-11-24").ToList();
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At("/cpf/lot"));
        await page.GetByLabel("Ou votre fichier CSV").SetInputFilesAsync(
            new FilePayload { Name = "parcours.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("code;date commande\r\n" + string.Join("\r\n", lines)) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier la liste" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Text("Votre liste : 20 000 lignes vérifiées"), new() { Timeout = 120_000 });
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(200);
        await page.GetByLabel("Montrer").SelectOptionAsync("to-correct");
        await page.GetByRole(AriaRole.Button, new() { Name = "Montrer" }).ClickAsync();
        // Empty, a day that is none, too long: three of five.
        await Assertions.Expect(page.Locator("#verdict option:checked")).ToHaveTextAsync("À corriger (600)");
        await page.GetByRole(AriaRole.Link, new() { Name = "Suivante" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody .ans").First).ToHaveTextAsync(Text("À corriger"));

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Télécharger le fichier complété" }).ClickAsync());
        Assert.Equal("parcours-complete.csv", download.SuggestedFilename);
        await using var stream = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        var answered = (await reader.ReadToEndAsync(Stop)).Split("\r\n");
        Assert.Equal(["code;date commande;réponse", ""], [string.Join(';', answered[0].Split(';').Take(3)), answered[^1]]);
        Assert.All(lines.Zip(answered.Skip(1).SkipLast(1)), pair =>
        {
            var (asked, cells) = (pair.First.Split(';'), pair.Second.Split(';'));
            Assert.Equal([asked[0], asked.ElementAtOrDefault(1) ?? ""], cells.Take(2));
            Assert.Equal(Expected(pair.First), cells[2]);
        });
        Assert.Equal(lines.Count + 2, answered.Length);
        await page.Context.CloseAsync();

        static string Expected(string line) => line switch { "RNCP99001" => "Non", "RNCP99002;2026-11-24" => "Oui", "RNCP99000" or "zzzzzz" => "Introuvable", _ => "À corriger" };
    }

    [Fact]
    public async Task The_bar_follows_the_answers_and_gives_way_to_them()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var slow = new PortalSite(data.ConnectionString);
        await using var database = data.CreateContext();
        using var client = new HttpClient();
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(new Uri(slow.Address, "/cpf/lot").ToString());
        await page.GetByLabel("Vos codes, un par ligne").FillAsync("RNCP99002\nRNCP99001");
        // However fast it is, it is said to be half done.
        await page.RouteAsync("**/avancement", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json", Body = """{"done":1,"finished":false}""" }));
        string markup;
        await using (await database.Database.BeginTransactionAsync(Stop))
        {
            // Nobody reads the certifications until the transaction ends.
            await database.Database.ExecuteSqlRawAsync("lock table certification_facts in access exclusive mode", Stop);
            await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier la liste" }).ClickAsync();
            await Assertions.Expect(page.GetByLabel("Avancement")).ToHaveAttributeAsync("max", "2");
            markup = await client.GetStringAsync(new Uri(page.Url), Stop);
        }
        await Assertions.Expect(page.GetByLabel("Avancement")).ToHaveJSPropertyAsync("value", 1);
        await Assertions.Expect(page.Locator("#fait")).ToHaveTextAsync(Text("1 ligne vérifiée sur 2."));
        Assert.Equal("", await HtmlValidator.FaultsAsync([("on its way", markup)]));
        await SoundAsync(page);
        await page.UnrouteAllAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Text("Votre liste : 2 lignes vérifiées"));
        Assert.Equal("", await HtmlValidator.FaultsAsync([("answered", await client.GetStringAsync(new Uri(page.Url), Stop))]));
        await SoundAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_is_too_heavy_is_not_even_sent()
    {
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(site.At("/cpf/lot"));
        var file = page.GetByLabel("Ou votre fichier CSV");
        await file.SetInputFilesAsync(new FilePayload { Name = "lourd.csv", MimeType = "text/csv", Buffer = new byte[10_000_001] });
        Assert.Contains("10\u00A0Mo", await file.EvaluateAsync<string>("field => field.validationMessage"), StringComparison.Ordinal);
        var sent = 0;
        page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier la liste" }).ClickAsync();
        await file.SetInputFilesAsync(new FilePayload { Name = "vide.csv", MimeType = "text/csv", Buffer = "\n"u8.ToArray() });
        Assert.Equal((0, ""), (sent, await file.EvaluateAsync<string>("field => field.validationMessage")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier la liste" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("La liste est vide");
        await SoundAsync(page);
        await page.Context.CloseAsync();
    }

    private static async Task SoundAsync(IPage page)
    {
        foreach (var width in new[] { 1280, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Empty((await page.RunAxe(AccessibilityTests.Rules)).Violations.Select(violation => $"{width}: {violation.Id}, {violation.Nodes[0].Html}"));
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        }
        Assert.Empty(await page.EvaluateAsync<string[]>(MarkupChecks.Script));
    }

    /// <summary>The words with the no-break spaces of the page: a locator of text compares them as they are.</summary>
    private static System.Text.RegularExpressions.Regex Text(string words) => new($"^\\s*{string.Join("\\s", words.Split(' '))}\\s*$");
}
