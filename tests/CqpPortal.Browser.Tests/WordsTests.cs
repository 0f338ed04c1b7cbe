using Deque.AxeCore.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class WordsTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_word_opens_by_keyboard_or_touch_where_it_stands_and_closes_by_Escape(int width)
    {
        var page = await chromium.OpenAsync(width);
        await page.GotoAsync(site.At("/guide"));
        var word = page.Locator("button.term", new() { HasText = "CPNE" }).First;
        var meaning = page.Locator("#sens-cpne");
        await word.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await meaning.IsVisibleAsync());
        Assert.Contains("commission paritaire", await meaning.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty((await page.RunAxe(AccessibilityTests.Rules)).Violations);
        var box = (await meaning.BoundingBoxAsync())!;
        Assert.True(box.X >= 0 && box.X + box.Width <= width, $"{box.X} + {box.Width}");
        // The next stop of the keyboard is the link inside, wherever the explanation is written.
        await page.Keyboard.PressAsync("Tab");
        Assert.EndsWith("/glossaire#cpne", await page.EvaluateAsync<string>("document.activeElement.href"), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await meaning.IsVisibleAsync());
        Assert.Equal("CPNE", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await word.ClickAsync();
        Assert.True(await meaning.IsVisibleAsync());
        await page.Locator("h1").ClickAsync();
        Assert.False(await meaning.IsVisibleAsync());
        await page.Context.CloseAsync();
    }
}
