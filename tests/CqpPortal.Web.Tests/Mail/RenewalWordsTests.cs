using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using CqpPortal.Web.Pages.EspaceCpne;
using CqpPortal.Web.Wording;
using Xunit;

namespace CqpPortal.Web.Tests.Mail;

public sealed class RenewalWordsTests(PostgresServer server, DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static readonly DateOnly Today = FixedClock.Demonstration.Day;

    [Theory]
    [InlineData(600, null, null)]
    [InlineData(500, "ended", "Aucun renouvellement")]
    [InlineData(300, "ended", "Aucun renouvellement")]
    [InlineData(150, "if", "Aucun renouvellement")]
    [InlineData(80, "if", "Fin dans 80 jours")]
    [InlineData(20, "if", "Fin dans 20 jours")]
    [InlineData(1, "if", "Fin demain")]
    [InlineData(0, "if", "Fin aujourd’hui")]
    public void The_public_page_speaks_louder_as_the_end_comes_near(int days, string? tone, string? title)
    {
        var notice = RenewalWords.Notice(Ladder(days), Today);
        Assert.Equal(tone, notice?.Tone);
        if (title is not null) Assert.StartsWith(title, notice!.Value.Title.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void From_six_months_on_it_says_how_long_an_application_takes_and_to_ask_first()
    {
        Assert.Contains("environ 7 mois", RenewalWords.Notice(Ladder(150), Today)!.Value.Text, StringComparison.Ordinal);
        foreach (var days in new[] { 150, 80, 20 })
            Assert.Contains("avant de vous engager", RenewalWords.Notice(Ladder(days), Today)!.Value.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("avant de vous engager", RenewalWords.Notice(Ladder(300), Today)!.Value.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("intervenir-en-espace-confine", true)]
    // Runs for years yet; branch only; ended.
    [InlineData("vendeur-conseil-negoce-de-materiaux", false)]
    [InlineData("conducteur-de-presse-a-injecter", false)]
    public async Task Only_a_page_of_a_registration_that_ends_soon_has_it_and_once(string slug, bool isWarned)
    {
        var page = await site.OpenAsync($"/certifications/{slug}");
        Assert.Equal(isWarned ? 1 : 0, page.QuerySelectorAll("#fin.note").Length);
    }

    [Fact]
    public async Task The_panel_counts_the_reminders_passed_and_shows_no_more_than_six()
    {
        await using var data = await server.CreateDatabaseAsync();
        for (var index = 0; index < 8; index++)
            await Catalogue.AddAsync(data, $"essai-{index}", "Essai", "cpne-essai", Ending($"RNCP8812{index}", 20 + 60 * index));
        await Catalogue.AddAsync(data, "loin", "Loin", "cpne-essai", Ending("RNCP88199", 900));
        await using var database = data.CreateContext();
        var panel = await RenewalPanel.ForAsync(database, ["cpne-essai"], Today, TestContext.Current.CancellationToken);
        Assert.Equal((6, 2), (panel.Endings.Count, panel.More));
        Assert.Equal("essai-0", panel.Endings[0].Slug);
    }

    private static RenewalLadder Ladder(int days) => RenewalLadder.Of([Ending("RNCP88120", days)], Today)[0];

    private static Registration Ending(string number, int days) =>
        new(RegistryNumber.Parse(number, null), null, new RegistrationDates(Today.AddDays(days)) { EffectOn = Today.AddDays(days).AddYears(-4) });
}
