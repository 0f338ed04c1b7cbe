using System.Net;
using AngleSharp.Dom;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Tests.Registers;
using CqpPortal.TestSupport;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>The page that answers whether the CPF may pay, on the demonstration of 24 November 2026.</summary>
public sealed class CpfPageTests(DemonstrationSite site, PostgresServer server) : IClassFixture<DemonstrationSite>
{
    private const string B = "code=RNCP99001";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<HttpResponseMessage> GetAsync(string address) => site.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);

    private static string Plain(IElement? element) => string.Join(' ', element!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Said(IDocument page) => Plain(page.QuerySelector(".verdict .said"));

    [Theory]
    [InlineData("1", "code=DEMO-A&orderDate=2025-03-10", "no", "Non. Cette certification n’est inscrite ni au RNCP ni au répertoire spécifique")]
    [InlineData("4", B + "&orderDate=2025-09-01&startDate=2025-10-06&price=3000&balance=5000", "yes", "Il vous restera 102,23 € à payer.")]
    [InlineData("5", B + "&block=BC02&orderDate=2026-01-10&price=900&balance=5000", "yes", "Il vous restera 103,20 € à payer.")]
    [InlineData("6", B + "&orderDate=2026-05-20&startDate=2026-06-30", "yes", "Oui.")]
    [InlineData("9", B + "&orderDate=2026-07-02", "no", "RNCP99002")]
    [InlineData("14", "code=RS99001&orderDate=2026-02-25&price=2100&balance=3000", "yes", "Il vous restera 103,20 € à payer.")]
    [InlineData("K1", "code=RS99001&orderDate=2026-02-26&price=2100&balance=3000", "yes", "Il vous restera 600 € à payer.")]
    [InlineData("18", B + "&situation=job-seeker&orderDate=2025-05-10&price=2000&balance=5000", "yes", "Il vous restera 0 € à payer.")]
    [InlineData("19", B + "&orderDate=2025-05-10&price=2000&balance=5000&topUp=300&topUpFrom=region", "yes", "Il vous restera 102,23 € à payer.")]
    [InlineData("20", B + "&orderDate=2024-05-01&price=1000&balance=5000", "yes", "Il vous restera 0 € à payer.")]
    [InlineData("21", B + "&orderDate=2024-05-02&price=1000&balance=5000", "yes", "Il vous restera 100 € à payer.")]
    [InlineData("25", "code=DEMO-A&startDate=2017-05-02&branch=3216", "yes", "Oui. Le CPF pouvait payer")]
    [InlineData("27", "code=RNCP9003&startDate=2017-05-02", "no", "Non. Avant 2019, il fallait figurer sur une liste.")]
    [InlineData("28", "code=RNCP9003&startDate=2019-01-02", "yes", "Oui.")]
    [InlineData("55", B + "&situation=retired&orderDate=2025-05-10", "no", "Non. Votre compte ne peut plus être mobilisé")]
    [InlineData("E10", "code=RNCP99002&heldBlocks=RNCP99002BC01", "unknown", "Nous ne pouvons pas répondre.")]
    [InlineData("E16", "code=RNCP99002&situation=public-agent", "unknown", "Nous ne pouvons pas répondre.")]
    public async Task The_first_sentence_answers_the_worked_cases(string number, string question, string tone, string expected)
    {
        var page = await site.OpenAsync("/cpf?" + question);
        Assert.True(page.QuerySelector(".verdict")!.ClassList.Contains(tone), $"{number}: {page.QuerySelector(".verdict")!.ClassName}");
        Assert.Contains(expected, Said(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bar_and_the_figures_below_it_say_who_pays_what()
    {
        var page = await site.OpenAsync("/cpf?code=RS99001&price=3000&balance=2400&topUp=300&topUpFrom=region");
        var section = page.QuerySelector("section[aria-labelledby=paie]")!;
        Assert.Equal("Sur 3 000 €, votre CPF paie 1 500 €, la Région 300 € et vous payez 1 200 €, dont 103,20 € de participation obligatoire.", Plain(section.QuerySelector("svg[role=img] > title")));
        Assert.Equal(["1 500 €", "300 €", "1 200 €"], section.QuerySelectorAll(".sum").Select(Plain));
        var widths = section.QuerySelectorAll("svg.draw > rect").Select(bar => double.Parse(bar.GetAttribute("width")!.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(4, widths.Count);
        Assert.InRange(widths.Sum(), 98, 100);
        Assert.Contains("Estimation", section.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_price_and_balance_the_tariff_and_the_cap_of_the_day_are_told()
    {
        var page = await site.OpenAsync("/cpf?code=RS99001");
        Assert.Equal(["103,20 €", "1 500 €"], page.QuerySelectorAll("section[aria-labelledby=tarif] .sum").Select(Plain));
        Assert.Equal(["#price", "#balance"], page.QuerySelectorAll("section[aria-labelledby=tarif] a").Select(link => link.GetAttribute("href")!));
        Assert.Empty((await site.OpenAsync("/cpf?code=DEMO-A")).QuerySelectorAll("#tarif, #paie"));
    }

    [Fact]
    public async Task A_no_shows_what_is_possible_instead_before_its_reasons()
    {
        var page = await site.OpenAsync("/cpf?code=RNCP99001&block=BC02&price=900&balance=5000");
        var headings = page.QuerySelectorAll("main h2").Select(heading => heading.Id).ToList();
        Assert.InRange(headings.IndexOf("suite"), 0, headings.IndexOf("raisons") - 1);
        var again = page.QuerySelector("section[aria-labelledby=suite] a.btn")!.GetAttribute("href")!;
        Assert.Contains("code=RNCP99002&block=BC02", again, StringComparison.Ordinal);
        Assert.Contains("vous payez 103,20 €", Plain(page.QuerySelector("section[aria-labelledby=suite] .ans")), StringComparison.Ordinal);
        Assert.Contains("Il vous restera 103,20 €", Said(await site.OpenAsync(again)), StringComparison.Ordinal);
        Assert.Contains("/parcours?code=RNCP99001", page.QuerySelector("section[aria-labelledby=aussi] a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code=RNCP99002&price=3000&balance=5000", "Votre employeur ajoute", "Vous êtes inscrit")]
    [InlineData("code=RNCP99001&orderDate=2026-06-01&startDate=2026-07-15", "Vous entrez en formation au plus tard le 30 juin 2026")]
    [InlineData("code=RNCP99002&orderDate=2026-06-01&startDate=2026-07-15", "Vous attendez le 1er juillet 2026")]
    [InlineData("code=RNCP99002&heldBlocks=RNCP99002BC01", "Vous visez seulement le bloc RNCP99002BC02", "Vous visez seulement le bloc RNCP99002BC03")]
    [InlineData("code=RS99001&block=RNCP99001BC01", "Vous visez toute la certification")]
    [InlineData("code=DEMO-A&startDate=2017-05-02", "Votre entreprise relève de la branche")]
    [InlineData("code=RS99001&orderDate=2026-03-10&price=3000&balance=3000", "Votre employeur ajoute 1 500 €", "Vous avez commandé au plus tard le 31 décembre 2025", "Vous avez commandé au plus tard le 25 février 2026")]
    public async Task What_would_change_the_answer_leads_to_the_answer_that_it_tells(string question, params string[] expected)
    {
        var page = await site.OpenAsync("/cpf?" + question);
        var alternatives = page.QuerySelectorAll("section[aria-labelledby=changerait] li").ToList();
        Assert.Equal(expected.Length, alternatives.Count);
        foreach (var (words, alternative) in expected.Zip(alternatives))
        {
            Assert.StartsWith(words, Plain(alternative), StringComparison.Ordinal);
            var other = await site.OpenAsync(alternative.QuerySelector("a")!.GetAttribute("href")!);
            Assert.NotEqual((Said(page), page.QuerySelector(".verdict")!.ClassName), (Said(other), other.QuerySelector(".verdict")!.ClassName));
            var pays = Plain(alternative.QuerySelector(".ans"));
            if (pays.Contains("vous payez ", StringComparison.Ordinal)) Assert.Contains(pays[(pays.IndexOf("payez ", StringComparison.Ordinal) + 6)..], Said(other), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_nobody_can_answer_says_whom_to_ask_and_with_which_words()
    {
        var steps = Plain((await site.OpenAsync("/cpf?code=RNCP99002&heldBlocks=RNCP99002BC01")).QuerySelector("section[aria-labelledby=obtenir]"));
        Assert.Contains("à Mon Compte Formation : « J’ai déjà obtenu RNCP99002BC01. Mon CPF peut-il payer RNCP99002, commandé le 24 novembre 2026 ? »", steps, StringComparison.Ordinal);
        var branch = (await site.OpenAsync("/cpf?code=DEMO-A&startDate=2017-05-02")).QuerySelector("section[aria-labelledby=obtenir]")!;
        Assert.Equal("#branch", branch.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_question_is_kept_as_it_was_understood_in_the_form_and_in_the_proof()
    {
        var page = await site.OpenAsync("/cpf?code=RNCP99002&block=bc02&price=900,50&balance=5%20000&finishedOn=24/12/2026");
        Assert.Equal(
            "Question posée : Soudeur-chaudronnier, soudeuse-chaudronnière d’atelier, RNCP99002, bloc RNCP99002BC02 seul, commande et entrée en formation le 24 novembre 2026, "
            + "fin de la formation le 24 décembre 2026, salarié ou salariée du privé, prix de 900,50 €, solde de 5 000 €.", Plain(page.QuerySelector("h1 + p")));
        Assert.Equal("RNCP99002BC02", page.QuerySelector("#block option[selected]")!.GetAttribute("value"));
        Assert.Equal(("2026-11-24", "900.50"), (page.QuerySelector("#orderDate")!.GetAttribute("value"), page.QuerySelector("#price")!.GetAttribute("value")));
        var proof = page.QuerySelector("form[action='/preuve']")!;
        Assert.Equal("post", proof.GetAttribute("method"));
        var hidden = proof.QuerySelectorAll("input[type=hidden]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value"));
        Assert.Equal(("cpf", "RNCP99002", "RNCP99002BC02", "2026-11-24", "900.50"), (hidden["kind"], hidden["code"], hidden["block"], hidden["orderDate"], hidden["price"]));
        Assert.NotEmpty(hidden["__RequestVerificationToken"]!);
    }

    [Fact]
    public async Task Every_reason_has_its_rule_text_source_and_reliability_and_the_deciding_one_is_open()
    {
        var page = await site.OpenAsync("/cpf?code=RNCP99002&price=3000&balance=5000");
        var reasons = page.QuerySelectorAll(".reasons > li").ToList();
        Assert.InRange(reasons.Count, 8, 20);
        Assert.All(reasons, reason => Assert.All(new[] { "Règle", "Texte", "Source", "Fiabilité" }, name => Assert.Contains(reason.QuerySelectorAll("dt"), term => term.TextContent == name)));
        Assert.Equal([true, .. Enumerable.Repeat(false, reasons.Count - 1)], reasons.Select(reason => reason.QuerySelector("details")!.HasAttribute("open")));
        Assert.DoesNotContain(reasons, reason => reason.TextContent.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_is_said_first_and_everything_typed_is_kept()
    {
        const string Address = "/cpf?code=RNCP99002&orderDate=2026-11-01&startDate=hier&situation=pirate&price=environ%203000&balance=-5&topUpFrom=banque&providerSiret=123&finishedOn=2020-01-01&branch=x&blocksDeclared=bof";
        using (var answer = await GetAsync(Address)) Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await site.OpenAsync(Address);
        Assert.StartsWith("Erreur\u00A0: ", page.Title, StringComparison.Ordinal);
        var links = page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Equal(["balance", "blocksDeclared", "branch", "finishedOn", "price", "providerSiret", "situation", "startDate", "topUpFrom"], links.Order(StringComparer.Ordinal));
        foreach (var name in links)
        {
            var field = page.GetElementById(name)!;
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.Contains($"{name}-erreur", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
            Assert.NotEmpty(Plain(page.GetElementById($"{name}-erreur")));
        }
        Assert.Equal(["hier", "environ 3000", "-5", "123", "2020-01-01", "x"], new[] { "startDate", "price", "balance", "providerSiret", "finishedOn", "branch" }.Select(name => page.GetElementById(name)!.GetAttribute("value")!));
        Assert.Equal(["pirate", "banque", "bof"], new[] { "situation", "topUpFrom", "blocksDeclared" }.Select(name => page.GetElementById(name)!.QuerySelector("option[selected]")!.GetAttribute("value")!));
        Assert.True(page.QuerySelector("details.panel")!.HasAttribute("open"));
        Assert.Empty(page.QuerySelectorAll(".verdict"));
    }

    [Fact]
    public async Task An_empty_code_is_asked_for()
    {
        using (var answer = await GetAsync("/cpf?code=&price=10")) Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await site.OpenAsync("/cpf?code=&price=10");
        Assert.Equal("#code", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal("10", page.GetElementById("price")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_address_that_people_copy_holds_only_what_was_told()
    {
        using var answer = await GetAsync("/cpf?code=RNCP99002&price=&balance=+&situation=employee");
        Assert.Equal((HttpStatusCode.Found, "/cpf?code=RNCP99002&situation=employee"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_title_that_is_not_exact_shows_those_that_may_be_meant_and_keeps_the_rest_of_the_question()
    {
        const string Address = "/cpf?code=soudeur%20chaudronnier&price=900&balance=5000&orderDate=2026-11-24";
        using (var answer = await GetAsync(Address)) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await site.OpenAsync(Address);
        Assert.StartsWith("Erreur\u00A0: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("soudeur chaudronnier", page.GetElementById("code")!.GetAttribute("value"));
        var suggestion = page.QuerySelectorAll("[role=alert] li a").First(link => link.TextContent.StartsWith("Soudeur-chaudronnier", StringComparison.Ordinal));
        Assert.Contains("price=900", suggestion.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Il vous restera 103,20 €", Said(await site.OpenAsync(suggestion.GetAttribute("href")!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fiche_that_is_no_CQP_leads_to_its_page()
    {
        await using var data = await server.CreateDatabaseAsync();
        using var samples = new DropSamples();
        var drop = samples.Xml(DropSamples.Fiche("RNCP88001", "Titre professionnel d’essai", DropSamples.Details));
        Assert.Equal(0, (await new RegisterImport(data.ConnectionString, FixedClock.Demonstration, CataloguePromotion.RunAsync).RunAsync([drop], new ImportOptions(), new Progress<ImportProgress>(), Stop)).ExitCode);
        await using var other = new PortalSite(data.ConnectionString);
        using var client = other.CreatePlainClient();
        using var answer = await client.GetAsync(new Uri("/cpf?code=rncp%2088001", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("href=\"/registres/RNCP88001\"", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_visit_shows_the_form_for_today_and_examples_that_answer()
    {
        var page = await site.OpenAsync("/cpf");
        Assert.Equal(("2026-11-24", "2026-11-24"), (page.GetElementById("orderDate")!.GetAttribute("value"), page.GetElementById("startDate")!.GetAttribute("value")));
        Assert.Equal(8, page.QuerySelectorAll("#situation option").Length);
        var examples = page.QuerySelectorAll("section[aria-labelledby=aussi] li a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(3, examples.Count);
        foreach (var example in examples) Assert.NotEmpty(Said(await site.OpenAsync(example)));
        Assert.Equal("Mon CPF", Plain(page.QuerySelector("header [aria-current=page]")));
    }

    public static TheoryData<string> Hostile =>
    [
        "/cpf?code=%00", "/cpf?code=%ff%fe", "/cpf?code=<script>alert(1)</script>", "/cpf?code=" + new string('a', 100_000), "/cpf?code='%20or%201=1--", "/cpf?code[]=1&code=2&code=3",
        "/cpf?code=RNCP99002&price=1e9", "/cpf?code=RNCP99002&price=99999999999999999999999999999999", "/cpf?code=RNCP99002&price=0&balance=0", "/cpf?code=RNCP99002&price=0.01&balance=0",
        "/cpf?code=RNCP99002&price=1000000&balance=1000000&topUp=1000000&topUpFrom=opco", "/cpf?code=RNCP99002&price=-1&balance=NaN", "/cpf?code=RNCP99002&orderDate=0001-01-01", "/cpf?code=RNCP99002&startDate=9999-12-31",
        "/cpf?code=RNCP99002&orderDate=2099-12-31&startDate=2099-12-31", "/cpf?code=RNCP99002&heldBlocks=" + string.Join(',', Enumerable.Repeat("RNCP1BC01", 200)),
        "/cpf?code=RNCP99002&heldBlocks=<script>alert(1)</script>", "/cpf?code=RNCP99002&region=<script>alert(1)</script>&branch=%F0%9F%A4%96", "/cpf?code=RNCP99002&block=" + new string('b', 5000),
        "/cpf?code=RNCP99002&providerSiret=%00%00", "/cpf?code=RNCP99002&topUp=5&topUpFrom=", "/cpf?code=RNCP99002&=&&x", "/cpf?price=<script>alert(1)</script>", "/cpf?code=%ED%A0%80",
        "/cpf/a-temps?code=RNCP99002&duration=99999999999&unit=years", "/cpf/a-temps?code=RNCP99002&startDate=2099-12-31&duration=300", "/cpf/a-temps?code=<script>alert(1)</script>&duration=1", "/cpf/a-temps?duration=0",
        "/cpf/a-temps?code=RNCP99002&duration=-1&unit=%00", "/cpf/a-temps?code=RNCP99002&finishedOn=2010-01-01",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_questions_are_never_an_error_of_the_server(string address)
    {
        using var answer = await GetAsync(address);
        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code=RNCP99002&startDate=2027-01-11&duration=9", "yes", "Oui : vous finissez 3 ans et 8 mois avant la fin de l’enregistrement.")]
    [InlineData("code=RNCP99002&startDate=2027-01-11&duration=40&unit=weeks", "yes", "Oui : vous finissez 3 ans et 8 mois avant la fin de l’enregistrement.")]
    [InlineData("code=RNCP99001&startDate=2026-06-15&finishedOn=2026-11-20", "yes", "Oui : RNCP99001 prend fin en route, le 30 juin 2026, mais votre parcours continue.")]
    [InlineData("code=RNCP99001&startDate=2026-07-01&duration=6", "no", "Non : RNCP99001 a pris fin le 30 juin 2026, avant votre entrée en formation.")]
    [InlineData("code=RNCP99002&startDate=2026-06-30&duration=6", "no", "Pas encore : RNCP99002 commence le 1er juillet 2026.")]
    [InlineData("code=RNCP99002&startDate=2031-06-30&finishedOn=2035-07-01", "no", "Non : le certificat ne peut plus être délivré après le 30 juin 2035.")]
    [InlineData("code=DEMO-A&startDate=2026-11-30&duration=3", "unknown", "Aucune date ne vous presse : ce CQP n’est inscrit à aucun registre.")]
    public async Task Whether_one_finishes_in_time_is_said_first(string question, string tone, string expected)
    {
        var page = await site.OpenAsync("/cpf/a-temps?" + question);
        Assert.True(page.QuerySelector(".verdict")!.ClassList.Contains(tone));
        Assert.Equal(expected, Said(page));
        Assert.Equal(question.Contains("DEMO-A", StringComparison.Ordinal) ? 0 : 1, page.QuerySelectorAll("svg[role=img]").Length);
        Assert.NotEmpty(page.QuerySelectorAll(".reasons > li"));
    }

    [Fact]
    public async Task A_duration_or_an_end_is_asked_for_and_a_code_alone_is_a_first_visit()
    {
        using (var first = await GetAsync("/cpf/a-temps?code=RNCP99002&startDate=2027-01-11")) Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using (var answer = await GetAsync("/cpf/a-temps?code=RNCP99002&unit=months")) Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await site.OpenAsync("/cpf/a-temps?code=RNCP99002&startDate=2027-01-11&unit=weeks");
        Assert.StartsWith("Erreur\u00A0: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["#duration"], page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")!));
        Assert.Equal(("2027-01-11", "weeks"), (page.GetElementById("startDate")!.GetAttribute("value"), page.QuerySelector("#unit option[selected]")!.GetAttribute("value")));
        Assert.NotEmpty((await site.OpenAsync("/cpf/a-temps?code=zzzz&duration=3")).QuerySelectorAll("#introuvable"));
    }

    [Fact]
    public async Task Home_and_certification_lead_to_the_question()
    {
        Assert.NotNull((await site.OpenAsync("/")).QuerySelector("main a[href='/cpf']"));
        var link = (await site.OpenAsync("/certifications/soudeur-chaudronnier-d-atelier")).QuerySelector("#donne a[href^='/cpf']")!;
        Assert.Equal("Vérifier pour ma situation", link.TextContent);
        Assert.StartsWith("Oui.", Said(await site.OpenAsync(link.GetAttribute("href")!)), StringComparison.Ordinal);
    }
}
