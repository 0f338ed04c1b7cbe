using System.Net;
using AngleSharp.Dom;
using CqpPortal.Domain.Eligibility.Rules;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

public sealed class RulesPageTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static bool IsFolded(IElement rule) => rule.Closest("details") is not null;

    [Fact]
    public async Task Each_rule_in_force_shows_its_sentence_period_text_source_and_reliability()
    {
        var page = await site.OpenAsync("/regles");
        var rule = Plain(page.GetElementById("E2")!.TextContent);
        Assert.Contains("Le CPF paie une formation qui mène à une certification active au RNCP", rule, StringComparison.Ordinal);
        Assert.Contains("depuis le 1er janvier 2019", rule, StringComparison.Ordinal);
        Assert.Contains("art. L. 6323-6 (I) du code du travail", rule, StringComparison.Ordinal);
        Assert.Contains("Doctrine", rule, StringComparison.Ordinal);
        Assert.Contains("Fiabilité haute", rule, StringComparison.Ordinal);
        Assert.Contains("Fiabilité basse : à vérifier", Plain(page.GetElementById("E10")!.TextContent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/regles")]
    [InlineData("/regles?day=2017-03-01")]
    [InlineData("/regles?day=2099-12-31")]
    public async Task Every_rule_has_its_anchor_whatever_the_day(string address)
    {
        var page = await site.OpenAsync(address);
        Assert.All(PublishedRules.Read().Select(rule => rule.Id).Distinct(), id => Assert.NotNull(page.GetElementById(id)));
    }

    [Theory]
    [InlineData("2024-05-01", "P1")]
    [InlineData("2024-05-02", "P2")]
    [InlineData("2025-06-01", "P3")]
    [InlineData("2026-01-01", "P4")]
    public async Task The_row_of_the_day_stands_open_and_the_others_of_its_series_are_folded(string day, string inForce)
    {
        var page = await site.OpenAsync($"/regles?day={day}");
        Assert.All(new[] { "P1", "P2", "P3", "P4" }, id => Assert.Equal((id, id != inForce), (id, IsFolded(page.GetElementById(id)!))));
        Assert.Equal([inForce], page.QuerySelectorAll("tr.now a").Select(link => link.TextContent).Where(id => id.StartsWith('P')));
    }

    [Fact]
    public async Task What_is_no_longer_in_force_is_folded_at_the_end_of_its_topic()
    {
        Assert.True(IsFolded((await site.OpenAsync("/regles")).GetElementById("E1b")!));
        Assert.False(IsFolded((await site.OpenAsync("/regles?day=2017-03-01")).GetElementById("E1b")!));
    }

    [Fact]
    public async Task The_contents_lead_to_the_five_topics_the_amounts_and_the_changes()
    {
        var page = await site.OpenAsync("/regles");
        var links = page.QuerySelectorAll(".toc a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(["#cpf", "#payer", "#vae", "#valeur", "#voies", "#montants", "#changements"], links);
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link[1..])));
    }

    [Fact]
    public async Task Sources_are_linked_where_they_have_a_secure_address_and_named_elsewhere()
    {
        var page = await site.OpenAsync("/regles");
        var links = page.QuerySelectorAll(".rules dd a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        Assert.Contains("opcoep.fr", page.GetElementById("E4")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Between_two_days_a_new_amount_stands_beside_the_old_one()
    {
        var page = await site.OpenAsync("/regles?from=2025-12-31&to=2026-01-01");
        var change = page.QuerySelectorAll("#changements ~ ol > li").Single(item => item.QuerySelector("ins")?.TextContent.Contains("103,20", StringComparison.Ordinal) == true);
        Assert.Equal("102,23 €", Plain(change.QuerySelector("del")!.TextContent));
        Assert.Equal("103,20 €", Plain(change.QuerySelector("ins")!.TextContent));
        Assert.StartsWith("Remplacée à partir du 1er janvier 2026", Plain(change.QuerySelector("h3")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("En 2025, le titulaire paie", Plain(change.TextContent), StringComparison.Ordinal);
        Assert.Contains("Depuis 2026, le titulaire paie", Plain(change.TextContent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-02-25&to=2026-02-26", "Nouvelle à partir du 26 février 2026", "K1")]
    [InlineData("from=2018-12-31&to=2019-01-01", "Plus en vigueur à partir du 1er janvier 2019", "E1b")]
    [InlineData("from=2023-12-31&to=2025-01-01", "De passage à partir du 1er janvier 2024", "V5b")]
    public async Task Between_two_days_rules_begin_end_or_pass(string days, string expected, string id)
    {
        var page = await site.OpenAsync($"/regles?{days}");
        Assert.Contains(page.QuerySelectorAll("#changements ~ ol > li"), item =>
            item.QuerySelector($"a[href='#{id}']") is not null && Plain(item.QuerySelector("h3")!.TextContent).StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Between_two_days_without_a_change_nothing_is_listed()
    {
        var page = await site.OpenAsync("/regles?from=2026-03-01&to=2026-03-02");
        Assert.Empty(page.QuerySelectorAll("#changements ~ ol > li"));
        Assert.Contains("Aucune règle ne change", page.QuerySelector("#changements ~ p")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day=hier", "day", "hier")]
    [InlineData("day=1999-12-31", "day", "1999-12-31")]
    [InlineData("from=2026-02-30", "from", "2026-02-30")]
    [InlineData("from=2026-02-02&to=2026-02-02", "to", "2026-02-02")]
    [InlineData("day=%3Cscript%3Ealert(1)%3C/script%3E", "day", "<script>alert(1)</script>")]
    public async Task A_day_that_does_not_read_is_kept_and_said_to_be_corrected(string query, string field, string typed)
    {
        using var answer = await site.Client.GetAsync(new Uri($"/regles?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await site.OpenAsync($"/regles?{query}");
        var input = page.GetElementById(field)!;
        Assert.Equal((typed, "true"), (input.GetAttribute("value"), input.GetAttribute("aria-invalid")));
        Assert.NotNull(page.QuerySelector($"[role=alert] a[href='#{field}']"));
        Assert.NotEmpty(page.QuerySelectorAll(".rules > li"));
    }
}
