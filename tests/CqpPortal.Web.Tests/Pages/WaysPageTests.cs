using Xunit;

namespace CqpPortal.Web.Tests.Pages;

public sealed class WaysPageTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private async Task<string> AnswerAsync(string question, string way) =>
        (await site.OpenAsync("/parcours?" + question)).GetElementById(way)!.QuerySelector(".way .ans")!.TextContent.Trim();

    [Theory]
    [InlineData(2, "code=DEMO-A&date=2025-03-10&situation=job-seeker", "contrat-pro", "Ouverte")]
    [InlineData(44, "code=RNCP99001&date=2025-09-01&situation=young", "apprentissage", "Fermée")]
    [InlineData(45, "code=DEMO-A&date=2026-03-02", "reconversion", "Ouverte")]
    [InlineData(47, "code=DEMO-A&date=2026-04-15&seniorityMonths=30&changesJob=true", "ptp", "Fermée")]
    [InlineData(47, "code=RNCP99001&date=2026-04-15&seniorityMonths=30&changesJob=true", "ptp", "Ouverte")]
    [InlineData(0, "code=RNCP99001&date=2026-04-15", "ptp", "Ouverte, selon votre cas")]
    [InlineData(0, "code=RNCP99001&date=2026-04-15&seniorityMonths=10&changesJob=true", "ptp", "Fermée")]
    [InlineData(0, "code=RNCP99001&date=2025-09-01", "pro-a", "Ouverte à condition")]
    public async Task A_way_is_open_or_closed_in_words(int number, string question, string way, string expected) =>
        Assert.Equal((number, expected), (number, await AnswerAsync(question, way)));

    [Fact]
    public async Task Open_ways_come_first_with_who_decides_who_pays_and_whom_to_contact_by_name()
    {
        var page = await site.OpenAsync("/parcours?code=RNCP99002&situation=employee");
        var headings = page.QuerySelectorAll("main h2").Select(heading => heading.TextContent).ToList();
        Assert.True(headings.IndexOf("Les voies ouvertes") < headings.IndexOf("Les voies fermées, et pourquoi"));
        var open = page.QuerySelectorAll("[aria-labelledby=ouvertes] > ul > li").ToList();
        Assert.StartsWith($"{open.Count} voies vous sont ouvertes", Plain(page.QuerySelector(".verdict .said")!.TextContent), StringComparison.Ordinal);
        Assert.All(open, way => Assert.Equal(["Qui décide", "Qui paie", "Qui contacter"], way.QuerySelectorAll(".who dt").Select(term => term.TextContent)));
        Assert.All(open.SelectMany(way => way.QuerySelectorAll(".who dd")), told => Assert.NotEmpty(told.TextContent.Trim()));
        Assert.Contains("OPCO 2i", page.GetElementById("plan")!.QuerySelector(".who")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_way_says_why_and_from_when_it_would_be_open()
    {
        var page = await site.OpenAsync("/parcours?code=RNCP99001&date=2025-09-01");
        var closed = page.QuerySelectorAll("[aria-labelledby=fermees] > ul > li").ToList();
        Assert.All(closed, way => Assert.NotEmpty(way.QuerySelectorAll("p")));
        var reconversion = Plain(page.GetElementById("reconversion")!.TextContent);
        Assert.Contains("n’existe que depuis le 1er janvier 2026", reconversion, StringComparison.Ordinal);
        Assert.Contains("Possible à partir du 1er janvier 2026.", reconversion, StringComparison.Ordinal);
        Assert.Contains("titre à finalité professionnelle", Plain(page.GetElementById("apprentissage")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_of_the_ten_ways_stands_there_once_for_each_of_the_eight_situations()
    {
        var choices = (await site.OpenAsync("/parcours")).QuerySelectorAll("#situation option").Select(choice => choice.GetAttribute("value")).ToList();
        Assert.Equal(8, choices.Count);
        foreach (var situation in choices)
        {
            var page = await site.OpenAsync($"/parcours?code=RNCP99002&situation={situation}");
            Assert.Equal(10, page.QuerySelectorAll("main section > ul.plain > li[id]").Length);
        }
    }

    [Fact]
    public async Task The_CPF_and_the_VAE_lead_to_their_own_pages_with_the_same_question()
    {
        var page = await site.OpenAsync("/parcours?code=RNCP99002&date=2026-12-01&situation=job-seeker");
        Assert.NotNull(page.QuerySelector("#cpf a[href='/cpf?code=RNCP99002&orderDate=2026-12-01&startDate=2026-12-01&situation=job-seeker']"));
        Assert.NotNull(page.QuerySelector("#vae a[href='/vae?code=RNCP99002&applicationDate=2026-12-01']"));
    }
}
