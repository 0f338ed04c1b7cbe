using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>The list of certifications as the browser keeps it from page to page.</summary>
public sealed class ListTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    private const string Welder = "/certifications/soudeur-chaudronnier-d-atelier";

    private const string Confined = "/certifications/intervenir-en-espace-confine";

    private static ILocator Link(IPage page) => page.Locator("#ma-liste");

    [Fact]
    public async Task What_is_added_stays_in_the_list_until_it_is_taken_out()
    {
        var page = await chromium.OpenAsync(390);
        foreach (var (address, count) in new[] { (Welder, 1), (Confined, 2) })
        {
            await page.GotoAsync(site.At(address));
            await page.Locator("[data-keep]").First.ClickAsync();
            await Assertions.Expect(Link(page)).ToHaveTextAsync($"Ma liste ({count})");
            await Assertions.Expect(page.Locator("main > [role=status]")).ToHaveTextAsync($"Ma liste ({count})");
            await Assertions.Expect(page.Locator("[data-keep]").First).ToContainTextAsync("Dans ma liste");
        }
        // What is there already leads to the list.
        await page.Locator("[data-keep]").First.ClickAsync();
        await Assertions.Expect(page.Locator("main .result")).ToHaveCountAsync(2);
        await page.Locator("[data-drop]").First.ClickAsync();
        await Assertions.Expect(page.Locator("main .result")).ToHaveCountAsync(1);
        await page.GotoAsync(site.At("/"));
        await Assertions.Expect(Link(page)).ToHaveTextAsync("Ma liste (1)");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("main .result")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_list_that_came_by_mail_is_the_list_from_then_on_without_what_nobody_knows()
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At("/ma-liste?c=soudeur-chaudronnier-d-atelier&c=inconnue&c=intervenir-en-espace-confine"));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("inconnue");
        await page.GotoAsync(site.At("/guide"));
        await Assertions.Expect(Link(page)).ToHaveTextAsync("Ma liste (2)");
        // Nothing known: the list that was kept is offered, not thrown away.
        await page.GotoAsync(site.At("/ma-liste"));
        await page.Locator("[data-restore] a").ClickAsync();
        await Assertions.Expect(page.Locator("main .result")).ToHaveCountAsync(2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_full_list_says_so_and_loses_nothing()
    {
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(site.At("/"));
        await page.EvaluateAsync("localStorage.setItem('cqp-liste', JSON.stringify(Array.from({ length: 20 }, (_, place) => 'certification-' + place)))");
        await page.GotoAsync(site.At(Welder));
        await page.Locator("[data-keep]").First.ClickAsync();
        await Assertions.Expect(page.GetByText("Votre liste est pleine").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main > [role=status]")).ToContainTextAsync("Votre liste est pleine");
        await Assertions.Expect(Link(page)).ToHaveTextAsync("Ma liste (20)");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_the_comparison_is_still_a_table_for_who_listens_to_it()
    {
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(site.At("/comparer?c=soudeur-chaudronnier-d-atelier&c=intervenir-en-espace-confine"));
        var table = page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Ce qui diffère" });
        await Assertions.Expect(table).ToBeVisibleAsync();
        Assert.Equal(2, await table.GetByRole(AriaRole.Columnheader).CountAsync());
        var rows = await table.GetByRole(AriaRole.Row).CountAsync() - 1;
        Assert.True(rows > 4, $"{rows} rows");
        Assert.Equal(rows, await table.GetByRole(AriaRole.Rowheader).CountAsync());
        await page.Context.CloseAsync();
    }
}
