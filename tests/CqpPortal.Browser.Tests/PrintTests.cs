using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>What a page is on paper: two sheets for a certification, and nothing that paper cannot use.</summary>
public sealed class PrintTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    public static TheoryData<string> Pages { get; } = [.. PortalPages.All.Select(page => page.Data).Where(page => PortalPages.StatusOf(page) == 200)];

    [Fact]
    public async Task The_count_of_sheets_is_that_of_the_printer()
    {
        var page = await chromium.OpenAsync(1280);
        await page.SetContentAsync("<p>one</p>");
        Assert.Equal(1, await Sheets.CountAsync(page));
        await page.SetContentAsync("<style>p { break-after: page; }</style><p>one</p><p>two</p>three");
        Assert.Equal(3, await Sheets.CountAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_longest_certifications_take_two_sheets_with_all_their_sections()
    {
        var page = await chromium.OpenAsync(1280);
        var lengths = new Dictionary<string, int>();
        for (var number = 1; lengths.Count < 20 * number && number <= 4; number++)
        {
            await page.GotoAsync(site.At($"/certifications?sort=title&page={number}"));
            foreach (var address in await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('#resultats a[href^=\"/certifications/\"]')].map(link => link.pathname))]")) lengths[address] = 0;
        }
        Assert.True(lengths.Count > 60, $"{lengths.Count} certifications");
        foreach (var address in lengths.Keys.ToList())
            lengths[address] = await page.EvaluateAsync<int>("async address => (await (await fetch(address)).text()).length", address);
        foreach (var (address, _) in lengths.OrderByDescending(one => one.Value).Take(8))
        {
            await page.GotoAsync(site.At(address));
            Assert.True(await Sheets.CountAsync(page) <= 2, $"{address} takes {await Sheets.CountAsync(page)} sheets");
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.fiche section:not(.words)')].filter(one => !one.checkVisibility()).map(one => one.id)"));
            // Eight points, as print of reference is set.
            Assert.InRange(await page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('.fiche dd')).fontSize)"), 10.6, 16);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Null });
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task On_paper_nothing_is_cut_and_nothing_is_there_to_press(string address)
    {
        var page = await chromium.OpenAsync(Sheets.Width);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.GotoAsync(site.At(address));
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.top, .foot, .skip, .breadcrumb, main nav, button:not(.term), input, select, textarea')].filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 80))
            """));
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main *')].filter(one => one.checkVisibility() && !one.closest('.visually-hidden') && one.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(one => one.outerHTML.slice(0, 80))
            """));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('h1').checkVisibility()"));
        await page.Context.CloseAsync();
    }
}
