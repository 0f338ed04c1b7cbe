using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace CqpPortal.Web.Tests.Orientation;

/// <summary>The orientation as somebody without a script goes through it: forms and links, nothing else.</summary>
public sealed class ProjectTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task Questions_lead_to_a_result_and_all_answers_are_its_address()
    {
        var page = await site.OpenAsync("/mon-projet");
        Assert.Equal("Quelle est votre situation ?", Plain(page.QuerySelector("h1")!));
        page = await AnswerAsync(page, "job-seeker");
        Assert.Contains("Question 2 sur 4", Plain(page.QuerySelector("main")!), StringComparison.Ordinal);
        page = await AnswerAsync(page, "soudeur");
        page = await AnswerAsync(page, "peu");
        var (address, _) = Next(page, "emploi");
        Assert.Equal("/mon-projet?situation=job-seeker&metier=soudeur&experience=peu&etape=resultat&souhait=emploi", address);
        page = await AnswerAsync(page, "emploi");
        Assert.Equal("Ce qui vous convient", Plain(page.QuerySelector("h1")!));
        Assert.NotEmpty(page.QuerySelectorAll("li.result"));
        // Nothing is kept elsewhere.
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Every_question_can_be_skipped_and_going_back_keeps_the_answers()
    {
        var page = await site.OpenAsync("/mon-projet");
        for (var count = 0; page.QuerySelector("h1")!.Id == "question"; count++)
        {
            Assert.InRange(count, 0, 4);
            page = await site.OpenAsync(Link(page, "Passer cette question"));
        }
        Assert.Contains("Vous n’avez pas dit de métier", Plain(page.QuerySelector("main")!), StringComparison.Ordinal);

        page = await site.OpenAsync("/mon-projet?etape=experience&situation=employee&metier=fromage");
        var back = await site.OpenAsync(Link(page, "Question précédente"));
        Assert.Equal("fromage", back.QuerySelector("input[name=metier]")!.GetAttribute("value"));
        Assert.Equal("employee", back.QuerySelector("input[type=hidden][name=situation]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("employee", 5)]
    [InlineData("self-employed", 5)]
    [InlineData("job-seeker", 4)]
    [InlineData("young", 4)]
    [InlineData("retired", 4)]
    [InlineData("", 4)]
    public async Task Age_and_allowance_are_asked_only_of_those_to_whom_they_open_a_way(string situation, int questions)
    {
        var page = await site.OpenAsync($"/mon-projet?etape=metier&situation={situation}");
        Assert.Contains($"Question 2 sur {questions}", Plain(page.QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("age", "Contrat de professionnalisation", true)]
    [InlineData("minima", "Contrat de professionnalisation", true)]
    [InlineData("aucun", "Contrat de professionnalisation", false)]
    public async Task Age_or_allowance_opens_or_closes_the_contract_in_the_result_and_on_the_page_it_leads_to(string told, string way, bool isOpen)
    {
        var fit = (await site.OpenAsync($"/mon-projet?etape=resultat&situation=employee&metier=chaudronnier&cas={told}")).QuerySelector("li.result")!;
        var ways = await site.OpenAsync(fit.QuerySelector("a[href^='/parcours']")!.GetAttribute("href")!);
        foreach (var open in new[] { fit.QuerySelectorAll("li.way").Select(Plain), ways.QuerySelectorAll("[aria-labelledby=ouvertes] h3").Select(Plain) })
            Assert.Equal(isOpen, open.Any(one => one.StartsWith(way, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_ways_are_those_that_the_page_of_the_ways_answers()
    {
        var result = await site.OpenAsync("/mon-projet?etape=resultat&situation=employee&metier=chaudronnier&souhait=changer");
        var fit = result.QuerySelector("li.result")!;
        Assert.Contains("soudeur-chaudronnier-d-atelier", fit.QuerySelector("h3 a")!.GetAttribute("href"), StringComparison.Ordinal);
        var open = fit.QuerySelectorAll("li.way").Select(way => (Plain(way.QuerySelector("span")!.FirstChild!), Plain(way.QuerySelector(".ans")!))).Order().ToList();
        var ways = await site.OpenAsync("/parcours?code=soudeur-chaudronnier-d-atelier&situation=employee&changesJob=true");
        Assert.Equal(ways.QuerySelectorAll("[aria-labelledby=ouvertes] li.result").Select(way => (Plain(way.QuerySelector("h3")!), Plain(way.QuerySelector(".ans")!))).Order().ToList(), open);
        Assert.Contains("cpne-3248@exemple.invalid", Plain(fit), StringComparison.Ordinal);
        Assert.Contains("voies fermées, et pourquoi", Plain(fit), StringComparison.Ordinal);
        Assert.Contains("au 24 novembre 2026", Plain(result.QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_never_done_the_job_is_told_that_a_VAE_has_nothing_to_recognise()
    {
        var result = await site.OpenAsync("/mon-projet?etape=resultat&situation=employee&metier=chaudronnier&experience=jamais");
        var fit = result.QuerySelector("li.result")!;
        Assert.DoesNotContain(fit.QuerySelectorAll("li.way"), way => way.TextContent.Contains("VAE", StringComparison.Ordinal));
        Assert.Contains("vous avez dit n’avoir jamais exercé ce métier", Plain(fit), StringComparison.Ordinal);
        var able = await site.OpenAsync("/mon-projet?etape=resultat&situation=employee&metier=chaudronnier&experience=assez");
        Assert.Contains("VAE", able.QuerySelector("li.result li.way")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("situation=roi&metier=soudeur&etape=resultat", "Choisissez l’une des réponses")]
    [InlineData("souhait=<script>&etape=experience", "Choisissez l’une des réponses")]
    public async Task An_answer_that_means_nothing_is_asked_again_and_the_others_stay(string query, string message)
    {
        using var answer = await site.Client.GetAsync(new Uri("/mon-projet?" + query, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
        var page = await site.OpenAsync("/mon-projet?" + query);
        Assert.StartsWith("Erreur", page.Title, StringComparison.Ordinal);
        Assert.Contains(message, Plain(page.QuerySelector("[role=alert]")!), StringComparison.Ordinal);
        if (query.Contains("soudeur", StringComparison.Ordinal)) Assert.Equal("soudeur", page.QuerySelector("input[type=hidden][name=metier]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_trade_without_CQP_and_one_too_long_say_what_to_do()
    {
        var none = await site.OpenAsync("/mon-projet?etape=resultat&metier=zzzzzz");
        Assert.Contains("Nous ne connaissons pas de CQP pour ce métier", Plain(none.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Contains("/mon-projet?etape=metier", none.QuerySelector(".note a")!.GetAttribute("href"), StringComparison.Ordinal);
        var longer = await site.OpenAsync("/mon-projet?etape=resultat&metier=" + new string('x', 300));
        Assert.Contains("Raccourcissez", Plain(longer.QuerySelector("[role=alert]")!), StringComparison.Ordinal);
        Assert.Equal(300, longer.QuerySelector("input[name=metier]")!.GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task It_goes_in_English_too()
    {
        var page = await site.OpenAsync("/en/mon-projet");
        Assert.Equal("What is your situation?", Plain(page.QuerySelector("h1")!));
        page = await AnswerAsync(page, "employee");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        var result = await site.OpenAsync("/en/mon-projet?etape=resultat&situation=employee&metier=chaudronnier");
        Assert.Contains("ways are open to you", Plain(result.QuerySelector("li.result")!), StringComparison.Ordinal);
    }

    /// <summary>What the browser would ask for: every field of the form with this answer in the open one.</summary>
    private static (string Address, IHtmlFormElement Form) Next(IDocument page, string answer)
    {
        var form = page.QuerySelector<IHtmlFormElement>("main form")!;
        var open = form.QuerySelector("input[type=radio], input[type=search]")!.GetAttribute("name")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(field => (Name: field.GetAttribute("name")!, Value: field.GetAttribute("value")!)).Append((Name: open, Value: answer));
        if (form.QuerySelector("input[type=radio]") is not null) Assert.NotNull(form.QuerySelector($"input[type=radio][value={answer}]"));
        return (form.GetAttribute("action") + "?" + string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")), form);
    }

    private Task<IDocument> AnswerAsync(IDocument page, string answer) => site.OpenAsync(Next(page, answer).Address);

    private static string Link(IDocument page, string words) => page.QuerySelectorAll("main a").First(link => link.TextContent == words).GetAttribute("href")!;

    private static string Plain(INode part) => string.Join(' ', part.TextContent.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
