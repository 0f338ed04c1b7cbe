using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class RecognitionTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task A_branch_is_written_by_name_chosen_among_several_and_answered(int width, bool javaScript)
    {
        var page = await chromium.OpenAsync(width, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        await page.GotoAsync(site.At("/reconnu"));
        await page.GetByLabel("Code ou titre de la certification").FillAsync("DEMO-A");
        await page.GetByLabel("Branche de votre entreprise").FillAsync("batiment");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Avoir la réponse" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Branche de votre entreprise")).ToHaveValueAsync("batiment");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Bâtiment (cadres)" }).ClickAsync();
        await Assertions.Expect(page.Locator(".verdict .said")).ToContainTextAsync("Non, votre branche");

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Changer la question" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Branche de votre entreprise")).ToBeInViewportAsync();
        await page.GetByLabel("Branche de votre entreprise").FillAsync("Négoce des matériaux de construction");
        await page.GetByLabel("Branche de votre entreprise").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".verdict .said")).ToContainTextAsync("Oui, votre branche le reconnaît");
    }

    [Fact]
    public async Task The_address_is_the_whole_question_and_can_be_sent_to_somebody()
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At("/reconnu?code=RNCP99001&day=2024-04-10&awardedOn=2024-04-10"));
        await Assertions.Expect(page.Locator(".verdict .said")).ToContainTextAsync("au niveau 4");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Créer la fiche à imprimer" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/preuve/[A-Z0-9-]+$"));
        await Assertions.Expect(page.Locator(".sheet")).ToContainTextAsync("au niveau 4");
    }
}
