using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class AccessibilityTests(DemonstrationSite site, Chromium chromium, AccessibilityRecord record) : IClassFixture<DemonstrationSite>
{
    internal static readonly AxeRunOptions Rules = Only("tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    // Between light and dark nothing differs but the colours.
    internal static readonly AxeRunOptions Colours = Only("rule", "color-contrast", "link-in-text-block");

    /// <summary>The spacing that WCAG 1.4.12 names.</summary>
    private const string WideSpacing = """
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
        document.adoptedStyleSheets = [sheet];
        """;

    public static TheoryData<string> Pages => PortalPages.InBothLanguages;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_on_a_desktop_or_a_phone_in_light_or_dark(string address)
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At(address));
        foreach (var width in new[] { 1280, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await FitsAsync(page, address, "1.4.10");
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
            // Colours are the same at every width.
            foreach (var (scheme, rules) in new[] { (ColorScheme.Light, Rules), (ColorScheme.Dark, Colours) }.Take(width == 1280 ? 2 : 1))
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                var result = await page.RunAxe(rules);
                record.Add(address, result, page.Context.Browser!);
                Assert.True(result.Violations.Length == 0, $"{address} {width} {scheme}: " + string.Join("; ",
                    result.Violations.Select(violation => $"{violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}")));
            }
            await FitsAsync(page, address, "1.4.10");
        }
        await page.EvaluateAsync(WideSpacing);
        await FitsAsync(page, address, "1.4.12");
        await page.SetViewportSizeAsync(1280, 900);
        await page.EvaluateAsync("document.adoptedStyleSheets = []; document.documentElement.style.fontSize = '200%'");
        await FitsAsync(page, address, "1.4.4");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_page_that_says_the_database_is_down_is_accessible_too()
    {
        var page = await chromium.OpenAsync(320);
        await using var broken = await site.WithoutDatabaseAsync();
        var answer = await page.GotoAsync(new Uri(broken.Address, "/certifications").ToString());
        Assert.Equal(503, answer!.Status);
        Assert.Equal("Le portail est momentanément indisponible", await page.Locator("h1").InnerTextAsync());
        foreach (var width in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Empty((await page.RunAxe(Rules)).Violations);
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        }
        Assert.Empty(await page.EvaluateAsync<string[]>(MarkupChecks.Script));
        await page.Context.CloseAsync();
    }

    /// <summary>Nothing stands beyond the right edge of the window.</summary>
    private async Task FitsAsync(IPage page, string address, string criterion)
    {
        var beyond = await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
        record.Add(criterion, address, beyond == 0);
        Assert.Equal((address, criterion, 0), (address, criterion, beyond));
    }

    private static AxeRunOptions Only(string type, params string[] values) => new()
    {
        RunOnly = new RunOnlyOptions { Type = type, Values = [.. values] },
        // What passes is not asked for: describing every node of it takes longer than the checks.
        ResultTypes = [ResultType.Violations],
    };
}
