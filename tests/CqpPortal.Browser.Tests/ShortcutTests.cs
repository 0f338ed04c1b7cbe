using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>The key that leads to the search field, and its switch.</summary>
public sealed class ShortcutTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.id");

    [Fact]
    public async Task It_leads_to_the_field_and_is_a_letter_like_any_other_within_one()
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At("/certifications?q=soudeur"));
        await page.Keyboard.PressAsync("Control+/");
        Assert.NotEqual("q", await FocusedAsync(page));
        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await FocusedAsync(page));
        Assert.Equal("soudeur", await page.InputValueAsync("#q"));
        // What was there is chosen: typing replaces it.
        await page.Keyboard.TypeAsync("BTP/CACES");
        Assert.Equal("BTP/CACES", await page.InputValueAsync("#q"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task It_can_be_switched_off_and_stays_off_on_this_device()
    {
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(site.At("/accessibilite"));
        var toggle = page.Locator("#raccourci-bascule");
        await Assertions.Expect(toggle).ToHaveTextAsync("Éteindre le raccourci");
        await toggle.PressAsync("Enter");
        await Assertions.Expect(toggle).ToHaveTextAsync("Allumer le raccourci");

        await page.GotoAsync(site.At("/"));
        await page.Keyboard.PressAsync("/");
        Assert.NotEqual("q", await FocusedAsync(page));

        await page.GotoAsync(site.At("/accessibilite"));
        await Assertions.Expect(toggle).ToHaveTextAsync("Allumer le raccourci");
        await toggle.ClickAsync();
        await page.GotoAsync(site.At("/"));
        await page.Keyboard.PressAsync("/");
        Assert.Equal("q", await FocusedAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_a_script_there_is_no_switch_and_it_says_so()
    {
        var page = await chromium.OpenAsync(390, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(site.At("/accessibilite"));
        await Assertions.Expect(page.Locator("#raccourci-bascule")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("Sans JavaScript, ce raccourci n’existe pas.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
