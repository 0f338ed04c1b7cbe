using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class MarkupTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    public static TheoryData<string> Pages => PortalPages.InBothLanguages;

    [Fact]
    public async Task Every_page_is_valid_HTML_also_when_it_says_what_went_wrong()
    {
        using var client = new HttpClient();
        var pages = new List<(string, string)>();
        async Task AddAsync(string name, HttpRequestMessage request, int status)
        {
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((name, status), (name, (int)answer.StatusCode));
            pages.Add((name, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
        foreach (var page in PortalPages.InBothLanguages) await AddAsync(page.Data, new HttpRequestMessage(HttpMethod.Get, site.At(page.Data)), PortalPages.StatusOf(page.Data));
        await AddAsync("not understood", new HttpRequestMessage(HttpMethod.Delete, site.At("/")), 400);
        await using var broken = await site.WithoutDatabaseAsync();
        await AddAsync("no database", new HttpRequestMessage(HttpMethod.Get, new Uri(broken.Address, "/certifications")), 503);
        Assert.Equal("", await HtmlValidator.FaultsAsync(pages));
    }

    [Fact]
    public async Task The_validator_sees_what_is_wrong() =>
        Assert.Contains("not allowed as child of element", await HtmlValidator.FaultsAsync([("wrong", "<!DOCTYPE html><html lang=\"fr\"><head><title>t</title></head><body><ul><div>x</div></ul></body></html>")]), StringComparison.Ordinal);

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
    [InlineData("/cpf?code=RNCP99001&price=900&balance=5000", 320)]
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
