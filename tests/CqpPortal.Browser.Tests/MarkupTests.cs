using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class MarkupTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    public static TheoryData<string> Pages => PortalPages.All;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_markup_is_sound(string address)
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At(address));
        var faults = await page.EvaluateAsync<string[]>(MarkupChecks.Script);
        Assert.True(faults.Length == 0, $"{address}: {string.Join("; ", faults)}");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/", 320)]
    [InlineData("/certifications?q=chaudronnier", 1280)]
    [InlineData("/certifications/soudeur-chaudronnier-d-atelier", 320)]
    public async Task Every_stop_of_the_keyboard_is_seen(string address, int width)
    {
        var page = await chromium.OpenAsync(width);
        await page.GotoAsync(site.At(address));
        var stops = new HashSet<string>();
        for (var count = 0; count < 150; count++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<string?>("""
                () => {
                  const at = document.activeElement;
                  if (!at || at === document.body) return null;
                  const box = at.getBoundingClientRect(), style = getComputedStyle(at);
                  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                  const inView = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
                  return (outlined && inView ? '' : 'HIDDEN ') + [...document.querySelectorAll('*')].indexOf(at) + ' ' + at.outerHTML.slice(0, 90);
                }
                """);
            if (stop is null || !stops.Add(stop)) break;
        }
        Assert.InRange(stops.Count, 5, 149);
        Assert.DoesNotContain(stops, stop => stop.StartsWith("HIDDEN", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }
}
