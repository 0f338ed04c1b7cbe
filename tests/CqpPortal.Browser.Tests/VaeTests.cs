using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class VaeTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_price_that_does_not_read_is_corrected_in_place_and_then_drawn(bool javaScript)
    {
        var page = await chromium.OpenAsync(1280, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        await page.GotoAsync(site.At("/vae"));
        await page.GetByLabel("Code ou titre de la certification").FillAsync("RNCP99002");
        await page.GetByText("Ce que le CPF paierait").ClickAsync();
        await page.GetByLabel("Prix de l’accompagnement, en euros").FillAsync("environ 1500");
        await page.GetByLabel("Frais de jury, en euros").FillAsync("300");
        await page.GetByLabel("Solde de votre compte, en euros").FillAsync("1 200,00");
        await page.GetByLabel("La certification est-elle sur France VAE ?").SelectOptionAsync("false");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Avoir la réponse" }).ClickAsync();

        var price = page.GetByLabel("Prix de l’accompagnement, en euros");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("par exemple 1500 ou 102,23");
        await Assertions.Expect(price).ToBeVisibleAsync();
        await Assertions.Expect(price).ToHaveValueAsync("environ 1500");
        await price.FillAsync("1500");
        await price.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".verdict .said")).ToContainTextAsync("600\u00A0€");
        await Assertions.Expect(page.Locator("svg.draw title")).ToContainTextAsync("votre CPF paie");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("price=1500"));
    }

    [Fact]
    public async Task The_reason_that_decides_is_open_and_its_rule_leads_to_the_rules()
    {
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(site.At("/vae?code=RNCP99001&applicationDate=2021-10-01&experienceMonths=6"));
        await Assertions.Expect(page.Locator(".reasons details[open]")).ToHaveCountAsync(1);
        await page.Locator(".reasons details[open]").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "V3" }).ClickAsync();
        await Assertions.Expect(page.Locator("#V3")).ToBeInViewportAsync();
    }
}
