using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class RulesTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_rules_of_another_day_are_one_date_away_with_or_without_JavaScript(bool javaScript)
    {
        var page = await chromium.OpenAsync(1280, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        await page.GotoAsync(site.At("/"));
        await page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Le portail" }).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Les règles, datées" }).ClickAsync();
        await Assertions.Expect(page.Locator("#P4")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#P3")).Not.ToBeVisibleAsync();
        await page.GetByLabel("Les règles du").FillAsync("2025-06-01");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Voir ce jour" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("day=2025-06-01$"));
        await Assertions.Expect(page.Locator("#P3")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#P4")).Not.ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_to_a_past_rule_unfolds_it_and_shows_which_it_is()
    {
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(site.At("/regles#P2"));
        await Assertions.Expect(page.Locator("#P2")).ToBeInViewportAsync();
        Assert.NotEqual(
            await page.Locator("#P1").EvaluateAsync<string>("rule => getComputedStyle(rule).backgroundColor"),
            await page.Locator("#P2").EvaluateAsync<string>("rule => getComputedStyle(rule).backgroundColor"));
    }

    [Fact]
    public async Task Two_days_are_compared_with_the_keyboard_on_a_phone_and_the_answer_is_in_view()
    {
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(site.At("/regles"));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Ce qui change entre deux jours" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Premier jour").FillAsync("2025-12-31");
        await page.GetByLabel("Second jour").FillAsync("2026-01-01");
        await page.GetByLabel("Second jour").PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("from=2025-12-31&to=2026-01-01#changements$"));
        await Assertions.Expect(page.Locator("#changements")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("del").First).ToHaveTextAsync("102,23\u00A0€");
        await Assertions.Expect(page.Locator("ins").First).ToHaveTextAsync("103,20\u00A0€");
    }
}
