using System.Buffers.Binary;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>
/// Pictures of twelve pages on a phone and on a desk, to be looked at: in the folder <c>screenshots</c> beside the tests, or in the one that
/// <c>CQP_SCREENSHOTS</c> names. What a program can see of them is checked.
/// </summary>
public sealed class ScreenshotTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    private const string Welder = "soudeur-chaudronnier-d-atelier";

    /// <summary>The most that what is on the page may move while it loads (« good » of Core Web Vitals is 0.1).</summary>
    private const double MostShift = 0.02;

    private static readonly string Folder = Environment.GetEnvironmentVariable("CQP_SCREENSHOTS") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "screenshots");

    public static TheoryData<string, string, int> Pages
    {
        get
        {
            var pages = new TheoryData<string, string, int>();
            foreach (var width in new[] { 390, 1280 })
                foreach (var (name, address) in new[]
                {
                    ("home", "/"), ("guide", "/guide"), ("project", "/mon-projet?etape=resultat&situation=job-seeker&metier=soudeur&souhait=emploi"),
                    ("skills", "/mon-projet/ce-que-je-sais-faire?tache=souder%20%C3%A0%20plat%0Alire%20un%20plan%20de%20fabrication"), ("search", "/certifications?q=soudeur"),
                    ("certification", $"/certifications/{Welder}"), ("cpf", "/cpf?code=RNCP99002&price=3000&balance=5000"), ("vae", "/vae?code=RNCP99002&price=1500&juryFee=300&balance=1200&onFranceVae=false"),
                    ("ways", "/parcours?code=RNCP99002&situation=job-seeker"), ("comparison", $"/comparer?c={Welder}&c=toleur-formeur-en-aeronautique"), ("figures", "/chiffres"), ("glossary", "/glossaire"),
                }) pages.Add(name, address, width);
            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_all_there_stands_still_and_begins_with_its_title(string name, string address, int width)
    {
        var page = await chromium.OpenAsync(width);
        await page.AddInitScriptAsync("""
            window.shift = 0;
            window.moved = [];
            new PerformanceObserver(list => {
              for (const one of list.getEntries()) {
                window.shift += one.value;
                window.moved.push(...one.sources.map(source => `${source.node?.outerHTML?.slice(0, 60)} ${source.previousRect.y} to ${source.currentRect.y}`));
              }
            }).observe({ type: 'layout-shift', buffered: true });
            """);
        var answer = await page.GotoAsync(site.At(address), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(200, answer!.Status);
        await page.EvaluateAsync("document.fonts.ready");
        Directory.CreateDirectory(Folder);
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{width}.png") });

        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)));
        // A page of one colour packs into a few kilobytes.
        Assert.True(picture.Length > 25_000, $"{picture.Length} bytes");
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        Assert.InRange(await page.EvaluateAsync<double>("document.querySelector('h1').getBoundingClientRect().bottom"), 1, 900);
        Assert.True(await page.EvaluateAsync<double>("window.shift") <= MostShift, await page.EvaluateAsync<string>("`${window.shift}: ${window.moved.join('; ')}`"));
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.images].filter(one => !one.complete || one.naturalWidth === 0).map(one => one.src)"));
        await page.Context.CloseAsync();
    }
}
