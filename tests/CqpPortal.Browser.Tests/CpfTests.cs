using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

public sealed class CpfTests(DemonstrationSite site, Chromium chromium) : IClassFixture<DemonstrationSite>
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task From_an_empty_form_to_an_answer_then_to_another_one_with_or_without_JavaScript(int width, bool javaScript)
    {
        var page = await chromium.OpenAsync(width, new BrowserNewContextOptions { JavaScriptEnabled = javaScript });
        await page.GotoAsync(site.At("/"));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Savoir si votre CPF peut payer" }).ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Mon CPF peut-il payer cette formation ? · Portail CQP");

        await page.GetByLabel("Code ou titre de la certification").FillAsync("RNCP99001");
        await page.GetByText("Préciser").ClickAsync();
        await page.GetByLabel("Prix de la formation, en euros").FillAsync("3 000");
        await page.GetByLabel("Solde de votre compte, en euros").FillAsync("5000");
        await page.GetByLabel("Solde de votre compte, en euros").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".verdict.no .said")).ToContainTextAsync("RNCP99002");
        Assert.DoesNotContain("topUp=", page.Url, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Refaire le calcul avec RNCP99002" }).ClickAsync();
        await Assertions.Expect(page.Locator(".verdict.yes .said")).ToContainTextAsync("103,20");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = "Sur 3" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Votre employeur ajoute" }).ClickAsync();
        await Assertions.Expect(page.Locator(".verdict.yes .said")).ToHaveTextAsync("Oui. Il vous restera 0\u00A0€ à payer.");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".verdict.yes .said")).ToContainTextAsync("103,20");

        var reasons = page.Locator(".reasons details");
        Assert.NotNull(await reasons.First.GetAttributeAsync("open"));
        await reasons.Last.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reasons.Last.GetByText("Fiabilité")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_wrong_is_said_first_leads_to_its_field_and_keeps_the_rest()
    {
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(site.At("/cpf?code=RNCP99002"));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Changer la question" }).ClickAsync();
        await page.GetByText("Préciser").ClickAsync();
        await page.GetByLabel("Prix de la formation, en euros").FillAsync("environ 3000");
        await page.GetByLabel("Votre situation").SelectOptionAsync("job-seeker");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Avoir la réponse" }).ClickAsync();

        await Assertions.Expect(page).ToHaveTitleAsync("Erreur : Mon CPF peut-il payer cette formation ? · Portail CQP");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Une réponse à corriger");
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).ClickAsync();
        var price = page.GetByLabel("Prix de la formation, en euros");
        await Assertions.Expect(price).ToBeInViewportAsync();
        await Assertions.Expect(price).ToHaveValueAsync("environ 3000");
        await Assertions.Expect(page.GetByLabel("Votre situation")).ToHaveValueAsync("job-seeker");

        await price.FillAsync("3000");
        await page.GetByLabel("Solde de votre compte, en euros").FillAsync("5000");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Avoir la réponse" }).ClickAsync();
        await Assertions.Expect(page.Locator(".verdict .said")).ToHaveTextAsync("Oui. Il vous restera 0\u00A0€ à payer.");
    }

    [Fact]
    public async Task A_title_that_is_not_exact_leads_to_what_was_meant()
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At("/cpf"));
        await page.GetByLabel("Code ou titre de la certification").FillAsync("soudeur chaudronnier");
        await page.GetByLabel("Date d’entrée en formation").FillAsync("2027-01-11");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Soudeur-chaudronnier, soudeuse-chaudronnière d’atelier" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1 + p")).ToContainTextAsync("entrée en formation le 11\u00A0janvier\u00A02027");
        await Assertions.Expect(page.Locator(".verdict.yes")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task From_the_answer_to_the_dates_side_by_side()
    {
        var page = await chromium.OpenAsync(390);
        await page.GotoAsync(site.At("/cpf?code=RNCP99001&orderDate=2026-06-01&startDate=2026-06-15"));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Vais-je finir à temps" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Date d’entrée en formation")).ToHaveValueAsync("2026-06-15");
        await page.GetByLabel("Durée de la formation").FillAsync("9");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".verdict.yes .said")).ToContainTextAsync("votre parcours continue");
        await Assertions.Expect(page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await page.GetByLabel("Durée de la formation").FillAsync("longtemps");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Durée de la formation");
        await Assertions.Expect(page.GetByLabel("Durée de la formation")).ToHaveValueAsync("longtemps");
    }
}
