using System.Net;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>What the pages on VAE, ways and recognition have in common: they ask by their address and keep what was typed.</summary>
public sealed class AnswerPagesTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    [Theory]
    [InlineData("/vae")]
    [InlineData("/parcours")]
    [InlineData("/reconnu")]
    public async Task A_first_visit_shows_the_form_alone(string address)
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(address));
        var page = await site.OpenAsync(address);
        Assert.NotNull(page.QuerySelector($"form[action='{address}'] #code"));
        Assert.Null(page.QuerySelector(".verdict"));
        Assert.Null(page.QuerySelector("[role=alert]"));
    }

    [Theory]
    [InlineData("/vae", "applicationDate", "hier")]
    [InlineData("/vae", "price", "environ 3000")]
    [InlineData("/vae", "block", "BC99")]
    [InlineData("/vae", "filesThisYear", "-1")]
    [InlineData("/vae", "onFranceVae", "<b>peut-être</b>")]
    [InlineData("/parcours", "situation", "king")]
    [InlineData("/parcours", "seniorityMonths", "beaucoup")]
    [InlineData("/parcours", "date", "2026-13-01")]
    [InlineData("/reconnu", "branch", "zzzzzz")]
    [InlineData("/reconnu", "day", "31/02/2026")]
    public async Task A_wrong_answer_is_kept_explained_and_no_verdict_is_given(string path, string field, string typed)
    {
        var address = $"{path}?code=RNCP99002&{field}={Uri.EscapeDataString(typed)}";
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(address));
        var page = await site.OpenAsync(address);
        Assert.Null(page.QuerySelector(".verdict"));
        var control = page.GetElementById(field)!;
        var kept = control is AngleSharp.Html.Dom.IHtmlSelectElement choice ? choice.Value : control.GetAttribute("value");
        Assert.Equal((typed, "true"), (kept, control.GetAttribute("aria-invalid")));
        Assert.NotEmpty(page.GetElementById($"{field}-erreur")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector($"[role=alert] a[href='#{field}']"));
        Assert.Equal("RNCP99002", page.GetElementById("code")!.GetAttribute("value"));
        Assert.StartsWith("Erreur", page.Title, StringComparison.Ordinal);
        // What is wrong is not folded away.
        Assert.True(control.Closest("details")?.HasAttribute("open") ?? true);
    }

    [Theory]
    [InlineData("/vae")]
    [InlineData("/parcours")]
    [InlineData("/reconnu")]
    public async Task A_code_that_names_nothing_is_not_found_and_leads_to_the_search(string path)
    {
        var address = $"{path}?code=zzzzzz%3Cscript%3E";
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
        var page = await site.OpenAsync(address);
        Assert.Contains("zzzzzz<script>", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[role=alert] a[href='/certifications?q=zzzzzz%3Cscript%3E']"));
        Assert.Equal("zzzzzz<script>", page.GetElementById("code")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Theory]
    [InlineData("/vae?code=")]
    [InlineData("/parcours?code=%20")]
    [InlineData("/reconnu?code=%00")]
    public async Task Without_a_code_the_page_asks_for_one(string address)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(address));
        Assert.NotNull((await site.OpenAsync(address)).QuerySelector("[role=alert] a[href='#code']"));
    }

    [Theory]
    [InlineData("/vae?code=RNCP99002&experienceMonths=6&price=", "/vae?code=RNCP99002&experienceMonths=6")]
    [InlineData("/parcours?code=RNCP99002&situation=young&date=&seniorityMonths=", "/parcours?code=RNCP99002&situation=young")]
    [InlineData("/reconnu?code=RNCP99002&branch=", "/reconnu?code=RNCP99002")]
    public async Task The_address_keeps_only_what_was_told(string address, string expected)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal((HttpStatusCode.Found, expected), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("/vae?code=RNCP99002&experienceMonths=6", "vae", "experienceMonths", "6")]
    [InlineData("/parcours?code=RNCP99002&situation=young", "routes", "situation", "young")]
    [InlineData("/reconnu?code=RNCP99002&branch=m%C3%A9tallurgie", "recognition", "branch", "3248")]
    public async Task An_answer_can_be_proved_by_the_question_as_it_was_understood(string address, string kind, string parameter, string value)
    {
        var proof = (await site.OpenAsync(address)).QuerySelector("form[action='/preuve'][method=post]")!;
        string? Hidden(string name) => proof.QuerySelector($"input[type=hidden][name={name}]")?.GetAttribute("value");
        Assert.Equal((kind, "RNCP99002", value), (Hidden("kind"), Hidden("code"), Hidden(parameter)));
        Assert.NotEmpty(Hidden("__RequestVerificationToken")!);
    }

    [Theory]
    [InlineData("/vae?code=%ff%fe&applicationDate=%00&price=1e99&balance=NaN")]
    [InlineData("/vae?code=RNCP99002&price=99999999999999999999&juryFee=-1&balance=0x10")]
    [InlineData("/parcours?code=RNCP99002&code=RNCP99001&situation[]=employee")]
    [InlineData("/parcours?code='%20or%201=1--&date=9999-99-99")]
    [InlineData("/reconnu?code=RNCP99002&branch='%20or%201=1--")]
    [InlineData("/reconnu?code=RNCP99002&branch=%25%25%25%5C")]
    [InlineData("/reconnu?code=RNCP99002&branch=%F0%9F%A4%96&day=0001-01-01")]
    [InlineData("/regles?day=%00&from=%ff&to=9999-12-31")]
    public async Task Hostile_addresses_are_never_an_error_of_the_server(string address) => Assert.InRange((int)await StatusAsync(address), 200, 499);

    [Theory]
    [InlineData("/vae?code=")]
    [InlineData("/parcours?code=")]
    [InlineData("/reconnu?code=RNCP99002&branch=")]
    public async Task A_text_far_too_long_is_refused(string address) => Assert.InRange((int)await StatusAsync(address + new string('a', 100_000)), 400, 404);
}
