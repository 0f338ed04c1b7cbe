using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class WaysTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task From_a_situation_to_the_ways_their_reasons_and_a_sheet_with_the_keyboard_alone()
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At("/parcours"));
        await page.GetByLabel("Code ou titre de la certification").FocusAsync();
        await page.Keyboard.TypeAsync("demo-a");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Demandeur");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Date du projet").PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/parcours\?code=demo-a&situation=job-seeker$"));
        await Assertions.Expect(page.Locator(".verdict .said")).ToHaveTextAsync("3 voies vous sont ouvertes.");

        var poe = page.Locator("#poe");
        await poe.Locator("details > summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(poe.Locator(".reasons")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Créer la fiche à imprimer" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/preuve/[A-Z0-9-]+$"));
        await Assertions.Expect(page.Locator(".sheet")).ToContainTextAsync("Contrat de professionnalisation");
    }

    [Fact]
    public async Task Without_a_script_and_on_a_phone_a_closed_way_says_why_and_the_VAE_leads_on()
    {
        var page = await chromium.OpenAsync(390, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(site.At("/parcours"));
        await page.GetByLabel("Code ou titre de la certification").FillAsync("RNCP99002");
        await page.GetByLabel("Votre situation").SelectOptionAsync("young");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Voir les parcours" }).ClickAsync();
        await Assertions.Expect(page.Locator("#apprentissage")).ToContainTextAsync("n’est pas ouvert aux CQP");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Préciser la question sur la VAE" }).ClickAsync();
        await Assertions.Expect(page.Locator(".verdict .said")).ToContainTextAsync("Oui");
        await Assertions.Expect(page.GetByLabel("Code ou titre de la certification")).ToHaveValueAsync("RNCP99002");
    }
}
