using System.Text.RegularExpressions;
using CqpPortal.Web.Tests.Pages.EspaceCpne;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class RuleVersionsTests(RuleVersionsSite site, Chromium chromium) : IClassFixture<RuleVersionsSite>
{
    private const string Add = "/espace-cpne/regles/ajouter?serie=contribution";

    public static TheoryData<string> States => ["list", "form", "wrong", "trial", "conflict", "to-come", "not-withdrawn"];

    [Fact]
    public async Task A_version_is_added_with_the_keyboard_alone_and_without_JavaScript()
    {
        var page = await chromium.OpenAsync(1280, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(site.At("/connexion?retour=/espace-cpne/regles"));
        await TypeAsync(page, "[name=Email]", site.Email);
        await TypeAsync(page, "[name=Password]", RuleEditor.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/espace-cpne/regles$"));
        await EnterAsync(page, "a[href='/espace-cpne/regles/ajouter?serie=K1']");
        await TypeAsync(page, "#from", "01012095");
        await TypeAsync(page, "#id", "K1b");
        await TypeAsync(page, "#cap", "1700");
        await TypeAsync(page, "#legalBasis", "décret d’essai");
        await TypeAsync(page, "#source", "Légifrance : https://www.legifrance.gouv.fr/essai");
        await EnterAsync(page, "button[value=voir]");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Ce que la version change");
        await Assertions.Expect(page.Locator("ins").First).ToHaveTextAsync(new Regex("1.700"));
        await EnterAsync(page, "button[value=publier]");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("La version de la règle K1 est publiée");
        await Assertions.Expect(page.Locator("#serie-K1")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#serie-K1")).ToContainTextAsync("À venir le 1er");
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Axe_and_the_validator_find_nothing_in_any_state(string state)
    {
        var page = await chromium.OpenAsync(1280);
        await ShowAsync(page, state);
        Assert.Equal("", await HtmlValidator.FaultsAsync([(state, await page.ContentAsync())]));
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (320, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
            var result = await page.RunAxe(AccessibilityTests.Rules);
            Assert.True(result.Violations.Length == 0, $"{state} {width} {scheme}: " + string.Join("; ",
                result.Violations.Select(violation => $"{violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}")));
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        }
        Assert.Empty(await page.EvaluateAsync<string[]>(MarkupChecks.Script));
        await page.Context.CloseAsync();
    }

    private async Task ShowAsync(IPage page, string state)
    {
        switch (state)
        {
            case "list":
                await site.SignInAsync(page, "/espace-cpne/regles");
                break;
            case "form":
                await site.SignInAsync(page, Add);
                break;
            case "wrong":
                await site.SignInAsync(page, Add);
                foreach (var field in new[] { "#source", "#met-fr", "#amount" }) await page.FillAsync(field, "{x");
                await page.UncheckAsync("#topUps-opco");
                await page.ClickAsync("button[value=voir]");
                await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Erreur : "));
                break;
            case "trial":
                await TryAsync(page, "contribution", "2026-11-25");
                await Assertions.Expect(page.Locator(".ways > li").First).ToBeVisibleAsync();
                break;
            case "conflict":
                await site.SignInAsync(page, "/espace-cpne/regles");
                await page.GotoAsync(site.At($"{Add}&version=2026-01-01"));
                await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Erreur : "));
                break;
            default:
                var series = state == "to-come" ? "V6" : "V7";
                await TryAsync(page, series, "2095-01-01");
                await page.ClickAsync("button[value=publier]");
                await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
                if (state == "to-come") break;
                await page.ClickAsync($"#serie-{series} summary:has-text('Retirer')");
                await page.ClickAsync($"#serie-{series} button");
                await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Erreur : "));
                break;
        }
    }

    private async Task TryAsync(IPage page, string series, string from)
    {
        await site.SignInAsync(page, $"/espace-cpne/regles/ajouter?serie={series}");
        await page.FillAsync("#from", from);
        if (series == "contribution") await page.FillAsync("#amount", "150");
        await page.FillAsync("#source", "Légifrance : https://www.legifrance.gouv.fr/essai");
        await page.ClickAsync("button[value=voir]");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Ce que la version change");
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await ReachAsync(page, field);
        if (field != "#from") await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task EnterAsync(IPage page, string target)
    {
        await ReachAsync(page, target);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task ReachAsync(IPage page, string target)
    {
        var found = page.Locator(target);
        for (var stop = 0; stop < 400; stop++)
        {
            if (await found.CountAsync() == 1 && await page.Locator($"{target}:focus").CountAsync() == 1) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The keyboard does not reach {target}.");
    }
}
