using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class ProofTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    public static TheoryData<string> Answers =>
    [
        "/cpf?code=RNCP99001&orderDate=2026-06-15&startDate=2026-06-30&finishedOn=2026-11-20&price=3000&balance=2400&topUp=300&topUpFrom=region&heldBlocks=none",
        "/vae?code=RNCP99002&applicationDate=2026-11-01&experienceMonths=6&receivedOn=2026-11-02&juryOn=2027-03-01&price=900&balance=2000&juryFee=150&onFranceVae=true",
        "/parcours?code=RNCP99002&situation=job-seeker",
        "/reconnu?code=DEMO-I&branch=3216",
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_becomes_one_sheet_that_can_be_printed_and_found_again(string address)
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At(address));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Créer la fiche à imprimer" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/preuve/[0-9A-Z]{5}-[0-9A-Z]{5}$"));
        var code = await page.Locator(".sheet .num").InnerTextAsync();
        foreach (var width in new[] { 1280, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Empty((await page.RunAxe()).Violations);
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        }
        Assert.Empty(await page.EvaluateAsync<string[]>(MarkupChecks.Script));

        Assert.Equal(1, await Sheets.CountAsync(page));

        await page.GotoAsync(site.At("/preuve"));
        await page.GetByLabel("Code de la fiche").FillAsync(code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ouvrir la fiche" }).ClickAsync();
        Assert.Equal(code, await page.Locator(".sheet .num").InnerTextAsync());
        await page.Context.CloseAsync();
    }
}
