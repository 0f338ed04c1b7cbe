using System.Net;
using AngleSharp.Dom;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

public sealed class RecognitionPageTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private Task<IDocument> OpenAsync(string question) => site.OpenAsync("/reconnu?" + question);

    [Theory]
    [InlineData(3, "code=DEMO-A&branch=m%C3%A9tallurgie", "Non, votre branche n’est pas l’une de celles qui le reconnaissent.")]
    [InlineData(3, "code=DEMO-A&branch=NEGOCE%20MATERIAUX%20CONSTRUCTION", "Oui, votre branche le reconnaît.")]
    [InlineData(30, "code=RNCP9003&day=2017-06-01&awardedOn=2017-06-01", "Oui, reconnu partout en France, sans niveau.")]
    [InlineData(31, "code=RNCP99001&day=2024-04-10&awardedOn=2024-04-10", "Oui, reconnu partout en France, au niveau 4.")]
    [InlineData(51, "code=DEMO-I&branch=44", "Oui, votre branche le reconnaît.")]
    [InlineData(51, "code=DEMO-I&branch=IDCC%201938", "Oui, votre branche le reconnaît.")]
    [InlineData(51, "code=DEMO-I&branch=3216", "Non, votre branche n’est pas l’une de celles qui le reconnaissent.")]
    [InlineData(0, "code=DEMO-A", "Reconnu dans les entreprises de sa branche seulement.")]
    public async Task The_worked_cases_are_answered_in_one_sentence(int number, string question, string said)
    {
        var page = await OpenAsync(question);
        Assert.Equal((number, said), (number, Plain(page.QuerySelector(".verdict .said")!.TextContent)));
        Assert.Equal(4, page.QuerySelectorAll(".facts dt").Length);
    }

    [Fact]
    public async Task The_branch_that_was_meant_is_named_and_what_was_typed_is_kept()
    {
        var page = await OpenAsync("code=DEMO-A&branch=metallurgie");
        Assert.Contains("Métallurgie (IDCC 3248)", Plain(page.QuerySelector(".facts")!.TextContent), StringComparison.Ordinal);
        Assert.Equal("metallurgie", page.GetElementById("branch")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_name_of_several_branches_asks_which_and_each_choice_answers()
    {
        using var answer = await site.Client.GetAsync(new Uri("/reconnu?code=DEMO-A&branch=b%C3%A2timent", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await OpenAsync("code=DEMO-A&branch=b%C3%A2timent");
        var choices = page.QuerySelectorAll("[aria-labelledby=branches] a").ToList();
        Assert.InRange(choices.Count, 2, 12);
        Assert.Equal("bâtiment", page.GetElementById("branch")!.GetAttribute("value"));
        var chosen = await site.OpenAsync(choices[0].GetAttribute("href")!);
        Assert.NotNull(chosen.QuerySelector(".verdict"));
        Assert.Contains(Plain(choices[0].TextContent), Plain(chosen.QuerySelector(".facts")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_branch_is_suggested()
    {
        var page = await OpenAsync("code=DEMO-A&branch=metalurgie");
        Assert.Contains(page.QuerySelectorAll("[aria-labelledby=branches] a"), choice => choice.TextContent == "Métallurgie");
    }

    [Fact]
    public async Task An_IDCC_that_the_list_does_not_know_is_answered_all_the_same_and_said()
    {
        var page = await OpenAsync("code=DEMO-A&branch=9999");
        Assert.StartsWith("Non", page.QuerySelector(".verdict .said")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("que notre liste ne connaît pas", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_began_in_time_keeps_the_level_after_the_end()
    {
        Assert.Contains("au niveau 4", Plain((await OpenAsync("code=RNCP99001&day=2026-11-20&startedOn=2026-06-15&awardedOn=2026-11-20")).QuerySelector(".verdict .said")!.TextContent), StringComparison.Ordinal);
        Assert.DoesNotContain("au niveau", Plain((await OpenAsync("code=RNCP99001&day=2026-11-20&startedOn=2026-07-15&awardedOn=2026-11-20")).QuerySelector(".verdict .said")!.TextContent), StringComparison.Ordinal);
    }
}
