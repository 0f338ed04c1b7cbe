using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using Xunit;

namespace CqpPortal.Web.Tests.Answers;

/// <summary>Every kind of question asked under <c>/en</c>: answered, to be corrected, and where nobody can answer.</summary>
public sealed partial class EnglishAnswersTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    /// <summary>Proper names and words that an English sentence quotes.</summary>
    private static readonly string[] Names =
    [
        "France compétences", "Mon Compte Formation", "Journal officiel", "Transitions Pro", "Avenir Actifs", "Mission locale", "Cap emploi", "Contrat de professionnalisation",
        "architecte accompagnateur de parcours", "Français", "métallurgie", "Négoce des matériaux de construction", "Transformation des volailles",
        "Commission paritaire nationale de l’emploi de la", "Caisse des dépôts", "Licence Ouverte", "CléA",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/cpf?code=RNCP99002&price=3000&balance=5000&topUp=200&topUpFrom=opco&block=BC02&finishedOn=2027-03-01", 200, "yes")]
    [InlineData("/cpf?code=RNCP99001&price=900&balance=5000", 200, "no")]
    [InlineData("/cpf?code=RNCP99002&heldBlocks=RNCP99002BC01,RNCP99002BC03", 200, "unknown")]
    [InlineData("/cpf?code=DEMO-A&startDate=2017-05-02", 200, "unknown")]
    [InlineData("/cpf?code=RNCP99002&startDate=hier&price=cher&situation=roi&heldBlocks=x", 400, null)]
    [InlineData("/cpf?code=soudeur%20chaudronnier", 404, null)]
    [InlineData("/cpf/a-temps?code=RNCP99001&startDate=2026-06-15&duration=9&unit=months", 200, "yes")]
    [InlineData("/cpf/a-temps?code=RNCP99001&startDate=2026-08-15&duration=2&unit=weeks", 200, "no")]
    [InlineData("/cpf/a-temps?code=DEMO-A&startDate=2026-06-15&duration=9", 200, "unknown")]
    [InlineData("/cpf/a-temps?code=RNCP99001&duration=longtemps", 400, null)]
    [InlineData("/vae?code=RNCP99002&price=1500&juryFee=300&balance=1200&onFranceVae=false&experienceMonths=18&receivedOn=2026-11-24", 200, null)]
    [InlineData("/vae?code=DEMO-A", 200, null)]
    [InlineData("/vae?code=RNCP99002&price=cher&block=BC99&juryOn=hier", 400, null)]
    [InlineData("/parcours?code=RNCP99002&situation=job-seeker", 200, "yes")]
    [InlineData("/parcours?code=DEMO-A&seniorityMonths=30&changesJob=true", 200, null)]
    [InlineData("/parcours?code=RNCP99002&situation=roi&seniorityMonths=-1", 400, null)]
    [InlineData("/reconnu?code=DEMO-A&branch=metallurgie&awardedOn=2020-05-04", 200, null)]
    [InlineData("/reconnu?code=DEMO-I", 200, null)]
    [InlineData("/reconnu?code=DEMO-A&branch=batiment", 400, null)]
    [InlineData("/preuve?code=rien", 400, null)]
    public async Task An_English_answer_says_nothing_in_French_that_it_does_not_mark(string question, int status, string? tone)
    {
        using var answer = await site.Client.GetAsync(new Uri("/en" + question, UriKind.Relative), Stop);
        Assert.Equal(status, (int)answer.StatusCode);
        var page = await ParseAsync(answer);
        if (tone is not null) Assert.Equal($"verdict {tone}", page.QuerySelector(".verdict")?.ClassName);
        Assert.StartsWith(status == 200 ? "" : "Error: ", page.Title, StringComparison.Ordinal);
        AssertEnglish(page);
    }

    [Fact]
    public async Task Amounts_and_days_are_written_as_the_English_write_them()
    {
        var page = await site.OpenAsync("/en/cpf?code=RS99001&orderDate=2026-11-24&startDate=2026-12-01&price=3000.50&balance=2400&topUp=300&topUpFrom=region");
        Assert.Equal("Who pays the €3,000.50", Plain(page.QuerySelector("#paie")));
        Assert.Equal(["€1,500", "€300", "€1,200.50"], page.QuerySelectorAll("section[aria-labelledby=paie] .sum").Select(Plain));
        Assert.Contains("order on 24 November 2026, ", Plain(page.QuerySelector("h1 + p")), StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9] €", Plain(page.QuerySelector("main")));
        Assert.DoesNotContain("novembre", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cpf?code=RNCP99002&orderDate=2026-11-24&startDate=2026-12-01&price=3000&balance=1400.50&topUp=200&topUpFrom=opco&finishedOn=2027-03-01")]
    [InlineData("/cpf?code=RNCP99001&orderDate=2026-11-24")]
    [InlineData("/vae?code=RNCP99002&applicationDate=2026-11-24&price=1500&balance=1200")]
    [InlineData("/parcours?code=RNCP99002&date=2026-11-24")]
    [InlineData("/reconnu?code=DEMO-A&branch=metallurgie&day=2026-11-24")]
    public async Task A_proof_keeps_the_same_two_texts_whichever_language_asked_for_it(string question)
    {
        var english = await ProveAsync("/en", question);
        var french = await ProveAsync("", question);
        Assert.StartsWith("/en/preuve/", english, StringComparison.Ordinal);
        Assert.StartsWith("/preuve/", french, StringComparison.Ordinal);
        var page = await site.OpenAsync(english);
        AssertEnglish(page);
        Assert.Contains("This answer is still the same today.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(await SheetAsync("/en" + french), await SheetAsync(english));
        var sheet = await SheetAsync(english["/en".Length..]);
        Assert.Equal(await SheetAsync(french), sheet);
        Assert.DoesNotMatch("November|€\\d", sheet);
        Assert.Contains("encore la même aujourd’hui", (await site.OpenAsync(english["/en".Length..])).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_answered_in_the_language_in_which_it_was_sent_and_comes_back_so()
    {
        var address = await SendAsync("code;order date;start date;situation\nRNCP99002;2026-11-24;2026-12-01;job seeker\nRNCP99001\nRNCP99000\nRNCP99002;tomorrow\nDEMO-A;2017-05-02");
        Assert.StartsWith("/en/cpf/lot/", address, StringComparison.Ordinal);
        var page = await FinishedAsync(address);
        AssertEnglish(page);
        Assert.Equal("Your list: 5 lines checked", Plain(page.QuerySelector("h1")));
        Assert.Equal(["Yes", "No", "Not found", "To be corrected"], page.QuerySelectorAll("tbody .ans").Take(4).Select(Plain));
        AssertEnglish(await site.OpenAsync(address + "?verdict=not-eligible&tri=fin"));
        var file = await site.Client.GetStringAsync(new Uri(address + "/fichier", UriKind.Relative), Stop);
        Assert.StartsWith("code;order date;start date;situation;answer;reason;", file, StringComparison.Ordinal);
        Assert.Contains("order date: Write a date", file, StringComparison.Ordinal);
        Assert.DoesNotMatch("[;\"](Oui|Non|Introuvable|À corriger)[;\"]", file);

        // Seen from a French page its sentences stay English, and are marked so; its file is the same.
        var french = await site.OpenAsync(address["/en".Length..]);
        Assert.Equal("Votre liste : 5 lignes vérifiées", Plain(french.QuerySelector("h1")));
        Assert.All(french.QuerySelectorAll("tbody td:nth-child(3) span"), reason => Assert.Equal("en", reason.GetAttribute("lang")));
        Assert.Equal(file, await site.Client.GetStringAsync(new Uri(address["/en".Length..] + "/fichier", UriKind.Relative), Stop));
    }

    /// <summary>The question to send to a French body is French as a whole.</summary>
    [Fact]
    public async Task What_nobody_can_answer_is_asked_in_French_of_those_who_read_French()
    {
        var ask = (await site.OpenAsync("/en/cpf?code=RNCP99002&heldBlocks=RNCP99002BC01,RNCP99002BC03")).QuerySelector("section[aria-labelledby=obtenir] [lang=fr]");
        Assert.Equal("« J’ai déjà obtenu RNCP99002BC01 et RNCP99002BC03. Mon CPF peut-il payer RNCP99002, commandé le 24 novembre 2026 ? »", Plain(ask));
    }

    /// <summary>Nothing French outside what is marked, and nothing that leads to a French page.</summary>
    private static void AssertEnglish(IDocument page)
    {
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        var links = page.QuerySelectorAll("main a[href], main form[action]").Select(link => link.GetAttribute("href") ?? link.GetAttribute("action")!)
            .Where(link => link.StartsWith('/') || link.StartsWith("http://127.0.0.1", StringComparison.Ordinal));
        Assert.All(links, link => Assert.Matches("^/en($|[/?#])", link));
        // A title that is marked where it stands may stand in the page's title and in a sentence as well.
        var marked = page.QuerySelectorAll("[lang=fr]").Select(part => part.TextContent.Trim()).Where(text => text.Length > 0);
        string[] names = [.. Names, .. marked.OrderByDescending(text => text.Length)];
        foreach (var part in page.QuerySelectorAll("[lang=fr], input, textarea, code, script").ToList()) part.Remove();
        var main = page.QuerySelector("main")!;
        var said = main.Descendants<IText>().Select(text => text.Data)
            .Concat(main.QuerySelectorAll("[aria-label], [data-label]").SelectMany(part => new[] { part.GetAttribute("aria-label"), part.GetAttribute("data-label") }).OfType<string>())
            .Select(words => names.Aggregate(words, (left, name) => left.Replace(name, "", StringComparison.OrdinalIgnoreCase)));
        var french = said.Where(words => French().IsMatch(words)).Select(words => words.Trim()).Distinct().ToList();
        Assert.True(french.Count == 0, string.Join('\n', french));
    }

    /// <returns>The address of the sheet.</returns>
    private async Task<string> ProveAsync(string language, string question)
    {
        var page = await site.OpenAsync(language + question);
        var form = page.QuerySelector("form[method=post]")!;
        Assert.Equal(language + "/preuve", form.GetAttribute("action"));
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!));
        using var made = await site.Client.PostAsync(new Uri(language + "/preuve", UriKind.Relative), new FormUrlEncodedContent(fields), Stop);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return made.Headers.Location!.OriginalString;
    }

    /// <summary>All that the sheet says, its own code apart.</summary>
    private async Task<string> SheetAsync(string address) =>
        Plain((await site.OpenAsync(address)).QuerySelector(".sheet")).Replace(address[(address.LastIndexOf('/') + 1)..], "", StringComparison.Ordinal);

    private async Task<string> SendAsync(string codes)
    {
        var token = (await site.OpenAsync("/en/cpf/lot")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(codes), "codes" } };
        using var sent = await site.Client.PostAsync(new Uri("/en/cpf/lot", UriKind.Relative), form, Stop);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return sent.Headers.Location!.OriginalString;
    }

    private async Task<IDocument> FinishedAsync(string address)
    {
        while (!(await site.Client.GetStringAsync(new Uri(address + "/avancement", UriKind.Relative), Stop)).Contains("true", StringComparison.Ordinal)) await Task.Delay(50, Stop);
        return await site.OpenAsync(address);
    }

    private static async Task<IDocument> ParseAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Stop);
        return await BrowsingContext.New().OpenAsync(response => response.Content(text), Stop);
    }

    private static string Plain(INode? node) => string.Join(' ', node?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    [GeneratedRegex(@"\b(le|la|les|des|du|une|est|sont|pour|avec|dans|sur|vous|votre|vos|nous|aux|cette|qui|que|et|au|ou|ne|pas)\b|[éèêàçœ]\w|\w[éèàç]\b", RegexOptions.IgnoreCase)]
    private static partial Regex French();
}
