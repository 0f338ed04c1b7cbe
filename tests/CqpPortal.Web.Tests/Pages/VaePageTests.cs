using AngleSharp.Dom;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

public sealed class VaePageTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private Task<IDocument> OpenAsync(string question) => site.OpenAsync("/vae?" + question);

    [Theory]
    [InlineData(32, "code=RNCP99001&applicationDate=2024-02-01&experienceMonths=6", "Oui", "Aucune durée d’activité n’est exigée")]
    [InlineData(33, "code=RNCP99001&applicationDate=2021-10-01&experienceMonths=6", "Non", "6 mois pour 12 demandés")]
    [InlineData(36, "code=RNCP9003&applicationDate=2017-10-02&experienceMonths=24", "Oui", "24 mois pour 12 demandés")]
    [InlineData(37, "code=RS99001&applicationDate=2025-01-15&experienceMonths=60", "Non", "réservée aux certifications du RNCP")]
    [InlineData(38, "code=DEMO-A&applicationDate=2025-01-15&experienceMonths=120", "Non", "Sa branche a peut-être sa propre voie")]
    [InlineData(42, "code=RNCP99001&applicationDate=2025-09-01&filesThisYear=1", "Non", "ou visez un bloc, sans limite")]
    [InlineData(42, "code=RNCP99001&applicationDate=2025-09-01&filesThisYear=1&block=BC01", "Oui", "bloc RNCP99001BC01 seul")]
    [InlineData(43, "code=RNCP99001&applicationDate=2025-03-03&receivedOn=2025-03-03&day=2025-05-04", "Oui", "il est recevable depuis le 4 mai 2025")]
    public async Task The_worked_cases_read_in_words(int number, string question, string verdict, string said)
    {
        var page = await OpenAsync(question);
        Assert.Equal((number, true), (number, page.QuerySelector(".verdict .said")!.TextContent.StartsWith(verdict, StringComparison.Ordinal)));
        Assert.Contains(said, Plain(page.QuerySelector("main")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_41_the_CPF_does_not_pay_before_the_file_is_on_France_VAE_though_the_VAE_is_open()
    {
        const string Question = "code=RNCP99001&applicationDate=2025-09-01&orderDate=2025-09-01&onFranceVae=true&registeredOnFranceVae=";
        var refused = Plain((await OpenAsync(Question + "false")).QuerySelector(".verdict")!.TextContent);
        Assert.Contains("Non, le CPF ne peut pas encore payer cette VAE.", refused, StringComparison.Ordinal);
        Assert.Contains("La VAE elle-même vous est ouverte.", refused, StringComparison.Ordinal);
        Assert.StartsWith("Oui", (await OpenAsync(Question + "true")).QuerySelector(".verdict .said")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_CPF_pays_of_support_and_jury_is_drawn_with_its_figures()
    {
        var page = await OpenAsync("code=RNCP99002&price=1500&juryFee=300&balance=1200&onFranceVae=true&registeredOnFranceVae=true");
        Assert.Contains("600 €", Plain(page.QuerySelector(".verdict .said")!.TextContent), StringComparison.Ordinal);
        Assert.Equal("Sur 1 800 €, votre CPF paie 1 200 € et vous payez 600 €, dont 103,20 € de participation obligatoire.", Plain(page.QuerySelector("svg.draw title")!.TextContent));
    }

    [Fact]
    public async Task Before_August_2025_the_jury_was_paid_beside_and_the_figures_still_add_up()
    {
        var page = await OpenAsync("code=RNCP99001&applicationDate=2025-06-02&price=1000&juryFee=300&balance=5000");
        Assert.Equal("Sur 1 300 €, votre CPF paie 897,77 € et vous payez 402,23 €, dont 102,23 € de participation obligatoire.", Plain(page.QuerySelector("svg.draw title")!.TextContent));
    }

    [Fact]
    public async Task Without_a_price_the_page_tells_the_tariff_or_asks_for_it()
    {
        Assert.NotNull((await OpenAsync("code=RNCP99002")).QuerySelector("main section a[href='#price']"));
        var page = await OpenAsync("code=RNCP99002&onFranceVae=false");
        Assert.Contains("103,20 €", Plain(page.GetElementById("tarif")!.ParentElement!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocks_are_offered_by_name_once_the_certification_is_known()
    {
        var page = await OpenAsync("code=RNCP99002");
        Assert.Contains(page.QuerySelectorAll("#block option"), choice => choice.GetAttribute("value") == "RNCP99002BC01");
        Assert.Equal("INPUT", (await site.OpenAsync("/vae")).GetElementById("block")!.TagName);
    }

    [Fact]
    public async Task A_registration_that_ended_leads_to_the_one_that_follows_with_the_same_question()
    {
        var page = await OpenAsync("code=RNCP99001&applicationDate=2026-08-03&experienceMonths=30");
        Assert.StartsWith("Non", page.QuerySelector(".verdict .said")!.TextContent, StringComparison.Ordinal);
        var again = page.QuerySelector("a.btn[href^='/vae?']")!.GetAttribute("href")!;
        Assert.Contains("code=RNCP99002", again, StringComparison.Ordinal);
        Assert.Contains("experienceMonths=30", again, StringComparison.Ordinal);
        Assert.StartsWith("Oui", (await site.OpenAsync(again)).QuerySelector(".verdict .said")!.TextContent, StringComparison.Ordinal);
    }
}
