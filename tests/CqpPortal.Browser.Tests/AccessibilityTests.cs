using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class AccessibilityTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static TheoryData<string> Pages =>
    [
        "/", "/certifications", "/certifications?q=chaudronier", "/certifications?q=zzzzzz", "/certifications?q=99001", "/certifications?kind=nonsense",
        "/certifications?q=soudeur&recognition=rncp&kind=cqpi", "/certifications?q=soudeur&branch=3248&sort=title",
        "/certifications/soudeur-chaudronnier-d-atelier", "/certifications/soudeur-chaudronnier-d-atelier?lire=competence",
        "/certifications/soudeur-chaudronnier-d-atelier?lire=evaluation", "/certifications/intervenir-en-espace-confine",
        "/certifications/vendeur-conseil-negoce-de-materiaux", "/certifications/conducteur-de-presse-a-injecter", "/certifications/toleur-formeur-en-aeronautique",
        "/certifications/technicien-de-fabrication-additive", "/certifications/agent-de-traitement-de-surface", "/certifications/operateur-de-maintenance-de-premier-niveau",
        "/introuvable",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_on_a_desktop_or_a_phone_in_light_or_dark(string address)
    {
        foreach (var width in new[] { 1280, 320 })
        {
            var page = await chromium.OpenAsync(width);
            await page.GotoAsync(site.At(address));
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                var result = await page.RunAxe(Rules);
                Assert.True(result.Violations.Length == 0, $"{address} {width} {scheme}: " + string.Join("; ",
                    result.Violations.Select(violation => $"{violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}")));
            }
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
            await page.Context.CloseAsync();
        }
    }
}
