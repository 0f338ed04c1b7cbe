using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Pages.EspaceCpne;

/// <summary>A dated version of a rule through the pages of the staff, each test on a database of its own.</summary>
public sealed class RuleVersionPagesTests(PostgresServer server) : IAsyncLifetime
{
    private const string Add = "/espace-cpne/regles/ajouter?serie=contribution";
    private const string Send = "button[value=voir]";
    private const string Publish = "button[value=publier]";

    private static readonly DateOnly Today = FixedClock.Demonstration.Day;
    private static readonly string Tomorrow = Today.AddDays(1).ToString("O", CultureInfo.InvariantCulture);

    private TestDatabase _data = null!;
    private PortalSite _site = null!;
    private HttpClient _public = null!;
    private RuleEditor _editor = null!;

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString);
        _public = _site.CreatePlainClient();
        _editor = new RuleEditor(_site);
        await _editor.SignInAsync(await RuleEditor.InviteAsync(_data, "Camille", new Grant(Permission.EditRules)));
    }

    public async ValueTask DisposeAsync()
    {
        _editor.Dispose();
        _public.Dispose();
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Theory]
    [InlineData("/espace-cpne/regles")]
    [InlineData(Add)]
    public async Task Only_who_may_edit_rules_opens_the_pages(string address)
    {
        using var stranger = await _public.GetAsync(new Uri(address, UriKind.Relative), Ends);
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);
        Assert.StartsWith("/connexion", stranger.Headers.Location!.IsAbsoluteUri ? stranger.Headers.Location.AbsolutePath : stranger.Headers.Location.OriginalString, StringComparison.Ordinal);
        using var other = new RuleEditor(_site);
        await other.SignInAsync(await RuleEditor.InviteAsync(_data, "Dominique", new Grant(Permission.Administer), new Grant(Permission.RunImports)));
        Assert.Equal(HttpStatusCode.Forbidden, (await other.OpenAsync(address)).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _editor.OpenAsync(address)).Answer.StatusCode);
    }

    [Fact]
    public async Task Who_may_not_edit_rules_publishes_and_withdraws_nothing_even_with_a_token_of_their_own()
    {
        using var other = new RuleEditor(_site);
        await other.SignInAsync(await RuleEditor.InviteAsync(_data, "Dominique"));
        var (_, page) = await other.OpenAsync("/espace-cpne/compte");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SendAsync("/espace-cpne/regles/ajouter", page, [("serie", "contribution"), ("etape", "publier")])).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SendAsync("/espace-cpne/regles?handler=Retirer", page, [("serie", "contribution"), ("version", "2090-01-01")])).Answer.StatusCode);
    }

    [Fact]
    public async Task The_form_starts_from_the_last_version_and_asks_only_for_what_the_condition_reads()
    {
        var (_, page) = await _editor.OpenAsync(Add);
        Assert.Equal("103,20", page.GetElementById("amount")!.GetAttribute("value"));
        Assert.Equal(["job-seeker"], page.QuerySelectorAll("#situations input[checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal(["employer", "opco", "c2p", "at-mp"], page.QuerySelectorAll("#topUps input[checked]").Select(box => box.GetAttribute("value")));
        Assert.Null(page.GetElementById("cap"));
        Assert.Null(page.GetElementById("months"));
        Assert.Contains("{Amount}", page.GetElementById("met-fr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", page.GetElementById("from")!.GetAttribute("value"));
        var (answer, _) = await _editor.OpenAsync("/espace-cpne/regles/ajouter?serie=rien");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_version_published_changes_tomorrows_answer_not_yesterdays_and_the_proof_stays()
    {
        var (tomorrow, yesterday) = (Address(1), Address(-1));
        var code = await ProveAsync();
        var sheet = await SheetAsync(code);
        var trial = await TryAsync(Good());
        Assert.Equal(HttpStatusCode.OK, trial.Answer.StatusCode);
        Assert.Equal(103.20m, Contribution(await AnswerAsync(tomorrow)));

        var (answer, _) = await _editor.SubmitAsync(trial.Page, Publish, ("etape", "publier"));
        Assert.Equal("/espace-cpne/regles?fait=publiee&serie=contribution#serie-contribution", answer.Headers.Location!.OriginalString);
        JsonElement after;
        do after = await AnswerAsync(tomorrow); while (Contribution(after) != 150m);
        Assert.Equal(150m, after.GetProperty("amounts").GetProperty("holderPays").GetDecimal());
        Assert.Equal(103.20m, Contribution(await AnswerAsync(yesterday)));
        Assert.Equal(103.20m, Contribution(await AnswerAsync(Address(0))));

        Assert.Equal(sheet, await SheetAsync(code));
        Assert.Contains("« 103,20 € » devient « 150 € »", Plain((await _editor.OpenAsync($"/preuve/{code}")).Page.Body!.TextContent), StringComparison.Ordinal);
        var (_, list) = await _editor.OpenAsync("/espace-cpne/regles?fait=publiee&serie=contribution");
        Assert.Contains("est publiée", list.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("À venir le 25 novembre 2026", Plain(list.GetElementById("serie-contribution")!.TextContent), StringComparison.Ordinal);
        await using var database = _data.CreateContext();
        var line = await database.Set<AuditLine>().SingleAsync(line => line.Action == AuditAction.RuleAdded, Ends);
        Assert.Equal(("Règle contribution", "Camille"), (line.Subject, line.PersonName));
        Assert.Contains("P7, à partir du 25 novembre 2026. Montant : 150 €", Plain(line.Details!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_publishes_once()
    {
        var trial = await TryAsync(Good());
        for (var time = 0; time < 2; time++)
            Assert.Equal(HttpStatusCode.Redirect, (await _editor.SubmitAsync(trial.Page, Publish, ("etape", "publier"))).Answer.StatusCode);
        await using var database = _data.CreateContext();
        Assert.Equal(1, await database.Set<AuditLine>().CountAsync(line => line.Action == AuditAction.RuleAdded, Ends));
        Assert.Equal(5, (await StoredRules.VersionsAsync(database, Ends)).Count(version => version.Rule.Series == "contribution"));
    }

    [Fact]
    public async Task The_trial_lists_exactly_the_cases_and_questions_whose_answer_changes_and_writes_nothing()
    {
        await using (var database = _data.CreateContext())
        {
            AskedQuestionCount Asked(string kind, string parameters, int count, int daysAgo = 3) => new() { Kind = kind, Parameters = parameters, AskedOn = Today.AddDays(-daysAgo), Count = count };
            await AskedQuestions.AddAsync(database,
            [
                Asked("cpf", "code=RNCP99002&orderDate=2026-11-20&startDate=2026-12-01&situation=employee&price=1000&balance=5000", 7),
                Asked("cpf", "code=RNCP99002&orderDate=2026-11-20&startDate=2026-11-20&situation=job-seeker&price=1000&balance=5000", 5),
                Asked("recognition", "code=DEMO-A&day=2026-11-20", 9),
                Asked("cpf", "code=ZZZ-INCONNU&orderDate=2026-11-20&startDate=2026-11-20&situation=employee", 2),
                Asked("cpf", "code=RS99001&orderDate=2026-11-20&startDate=2026-11-20&situation=employee", 2, daysAgo: 35),
            ], Ends);
        }
        var page = (await TryAsync(Good())).Page;
        var facts = page.QuerySelectorAll("dl.facts dd").Select(fact => Plain(fact.TextContent)).ToList();
        Assert.StartsWith("1 sur 3", facts[1], StringComparison.Ordinal);
        var question = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=posees] .ways > li"));
        var text = Plain(question.Closest(".result")!.TextContent);
        Assert.Contains("posée 7 fois", text, StringComparison.Ordinal);
        Assert.Contains("Le 25 novembre 2026 et le 25 décembre 2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("le 24 novembre 2026 et", text, StringComparison.Ordinal);
        Assert.Contains("la participation forfaitaire : « 103,20 € » devient « 150 € »", text, StringComparison.Ordinal);
        Assert.StartsWith("/cpf?code=RNCP99002&orderDate=2026-11-25&startDate=2026-12-06", question.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        // What is paid under the RNCP or the RS on both days, by somebody who is not exempt; no case of VAE without payment, of ways or of worth.
        var cases = page.QuerySelectorAll("section[aria-labelledby=ecole] .ways > li strong").Select(title => title.TextContent.Split(' ', '\u00A0')[1]).ToList();
        Assert.Equal(["10b", "11", "13", "13b", "14", "16", "24", "54", "56"], cases.Order(StringComparer.Ordinal));
        Assert.Contains("la règle en une phrase reste la même", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 question n’a pas été essayée", Plain(page.Body!.TextContent), StringComparison.Ordinal);
        await using var after = _data.CreateContext();
        Assert.Equal(4, (await StoredRules.VersionsAsync(after, Ends)).Count(version => version.Rule.Series == "contribution"));
        Assert.False(await after.Set<AuditLine>().AnyAsync(line => line.Action == AuditAction.RuleAdded, Ends));
    }

    [Fact]
    public async Task Only_the_two_thousand_questions_asked_most_are_tried_and_the_page_says_so()
    {
        await using (var database = _data.CreateContext())
        {
            await AskedQuestions.AddAsync(database, Enumerable.Range(1, 2100).Select(number => new AskedQuestionCount
            {
                Kind = "cpf",
                Parameters = $"code=RNCP99002&orderDate=2026-11-20&startDate=2026-11-20&situation={(number > 100 ? "employee" : "job-seeker")}&price={number * 50}&balance=5000",
                AskedOn = Today,
                Count = number,
            }), Ends);
        }
        var page = (await TryAsync(Good())).Page;
        Assert.StartsWith("2 000 sur 2 000", Plain(page.QuerySelectorAll("dl.facts dd")[1].TextContent), StringComparison.Ordinal);
        Assert.Contains("100 questions n’ont pas été essayées", Plain(page.Body!.TextContent), StringComparison.Ordinal);
        Assert.Equal(100, page.QuerySelectorAll("section[aria-labelledby=posees] .ways > li").Length);
        Assert.Contains("Et 1 900 autres", Plain(page.Body!.TextContent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from", "", "Donnez le premier jour")]
    [InlineData("from", "demain", "Écrivez une date entre 2000 et 2099")]
    [InlineData("from", "2026-11-24", "Choisissez un jour à partir du 25 novembre 2026")]
    [InlineData("until", "jamais", "Écrivez une date entre 2000 et 2099")]
    [InlineData("until", "2026-11-01", "Le dernier jour ne peut pas précéder le premier")]
    [InlineData("id", "", "Donnez un nom court")]
    [InlineData("id", "nouvelle version", "sans espace")]
    [InlineData("id", "K1", "Une autre règle porte ce nom")]
    [InlineData("amount", "", "Donnez ce montant")]
    [InlineData("amount", "cher", "Écrivez un montant en euros")]
    [InlineData("situations", "king", "Cochez parmi les cases")]
    [InlineData("topUps", "king", "Cochez parmi les cases")]
    [InlineData("legalBasis", "  ", "Citez l’article")]
    [InlineData("source", "", "Dites où lire le texte")]
    [InlineData("source", "legifrance.gouv.fr", "commence par https://")]
    [InlineData("source", "Légifrance : http://legifrance.gouv.fr", "commence par https://")]
    [InlineData("fr", "", "Écrivez cette phrase")]
    [InlineData("fr", "Vous payez {Amount}.", "Retirez les accolades")]
    [InlineData("en", "", "en anglais aussi")]
    [InlineData("met-fr", "Vous payez {Somme}.", "Entre accolades, écrivez seulement {Amount}")]
    [InlineData("met-fr", "Vous payez {Amount.", "Entre accolades, écrivez seulement {Amount}")]
    [InlineData("not-met-en", "You do not pay {Amount}.", "Retirez les accolades")]
    [InlineData("confidence", "sûre", "Choisissez la fiabilité")]
    public async Task What_is_wrong_with_a_field_is_said_beside_it_and_everything_typed_is_kept(string field, string typed, string message)
    {
        var (answer, page) = await TryAsync([.. Good().Where(value => value.Name != field), (field, typed)]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("Erreur : ", page.Title, StringComparison.Ordinal);
        Assert.Contains(message, Plain(page.GetElementById($"{field}-erreur")!.TextContent), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"[role=alert] a[href='#{field}']"));
        Assert.NotNull(page.GetElementById(field));
        if (field != "legalBasis") Assert.Equal("arrêté d’essai du 24 novembre 2026", page.GetElementById("legalBasis")!.TextContent.Trim());
        Assert.Null(page.QuerySelector(Publish));
    }

    [Fact]
    public async Task Two_hundred_kilobytes_in_one_field_are_refused_politely()
    {
        var (answer, page) = await TryAsync([.. Good().Where(value => value.Name != "met-fr"), ("met-fr", new string('é', 100_000))]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("600 caractères au plus", page.GetElementById("met-fr-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(100_000, page.GetElementById("met-fr")!.TextContent.Trim().Length);
    }

    [Fact]
    public async Task A_script_in_every_field_stays_text_in_the_form_the_trial_the_list_and_the_public_page()
    {
        const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        var texts = new[] { "legalBasis", "fr", "en", "met-fr", "met-en", "not-met-fr", "not-met-en", "unknown-fr", "unknown-en" };
        (string Name, string? Value)[] fields =
        [
            .. Good().Where(value => !texts.Contains(value.Name) && value.Name != "source"), .. texts.Select(name => (name, (string?)Script)),
            ("source", $"{Script} : https://www.legifrance.gouv.fr/essai"),
        ];
        var trial = await TryAsync(fields);
        Assert.Equal(HttpStatusCode.OK, trial.Answer.StatusCode);
        Quiet(trial.Page);
        Quiet((await TryAsync([.. fields.Where(value => value.Name != "id"), ("id", Script), ("reason", Script)])).Page);
        await _editor.SubmitAsync(trial.Page, Publish, ("etape", "publier"));
        foreach (var address in new[] { "/espace-cpne/regles", Add, "/regles" })
        {
            var page = (await _editor.OpenAsync(address)).Page;
            Assert.Contains(Script, page.Body!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
            Quiet(page);
        }
    }

    [Fact]
    public async Task A_past_first_day_needs_the_box_and_a_reason_and_then_says_what_it_does()
    {
        (string Name, string? Value)[] past = [.. Good("2026-11-01")];
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(past)).Answer.StatusCode);
        var (answer, page) = await TryAsync([.. past, ("retroactive", "oui")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Dites pourquoi", page.GetElementById("reason-erreur")!.TextContent, StringComparison.Ordinal);
        (answer, page) = await TryAsync([.. past, ("retroactive", "oui"), ("reason", "arrêté paru le 24, qui vaut depuis le 1er")]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("commence dans le passé", page.Body!.TextContent, StringComparison.Ordinal);
        await _editor.SubmitAsync(page, Publish, ("etape", "publier"));
        JsonElement after;
        do after = await AnswerAsync(Address(-1)); while (Contribution(after) != 150m);
        await using var database = _data.CreateContext();
        Assert.Contains("Raison : arrêté paru", (await database.Set<AuditLine>().SingleAsync(line => line.Action == AuditAction.RuleAdded, Ends)).Details, StringComparison.Ordinal);
        // It has been in force from the start: nothing takes it back.
        var (_, list) = await _editor.OpenAsync("/espace-cpne/regles");
        Assert.Null(list.GetElementById("serie-contribution")!.QuerySelector("form"));
    }

    [Theory]
    [InlineData("2025-12-31", "Une version vaut déjà du 1er janvier 2025 au 31 décembre 2025")]
    [InlineData("2026-01-01", "Une version vaut déjà à partir du 1er janvier 2026")]
    public async Task Days_of_another_version_are_refused(string from, string message)
    {
        var (answer, page) = await TryAsync([.. Good().Where(value => value.Name != "from"), ("from", from), ("retroactive", "oui"), ("reason", "essai")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, Plain(page.GetElementById("from-erreur")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_to_come_is_corrected_and_withdrawn_with_a_reason_and_the_log_keeps_it()
    {
        await PublishAsync("2090-01-01");
        var (_, page) = await _editor.OpenAsync($"{Add}&version=2090-01-01");
        Assert.Equal("2090-01-01", page.GetElementById("from")!.GetAttribute("value"));
        var (_, trial) = await _editor.SubmitAsync(page, Send, ("etape", "voir"), ("from", "2090-02-01"), ("amount", "160"));
        Assert.Equal(HttpStatusCode.Redirect, (await _editor.SubmitAsync(trial, Publish, ("etape", "publier"))).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await _editor.SubmitAsync(trial, Publish, ("etape", "publier"))).Answer.StatusCode);
        Assert.Equal(["2024-05-01", "2024-12-31", "2025-12-31", "2090-01-31", ""], await EndsAsync());

        var (_, list) = await _editor.OpenAsync("/espace-cpne/regles");
        var (refused, again) = await _editor.SubmitAsync(list, "textarea[name=raison]");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Dites pourquoi", again.GetElementById("raison-erreur")!.TextContent, StringComparison.Ordinal);
        var (done, _) = await _editor.SubmitAsync(list, "textarea[name=raison]", ("raison", "le décret a été reporté"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await _editor.SubmitAsync(list, "textarea[name=raison]", ("raison", "le décret a été reporté"))).Answer.StatusCode);
        Assert.Equal(["2024-05-01", "2024-12-31", "2025-12-31", ""], await EndsAsync());
        await using var database = _data.CreateContext();
        Assert.Equal([AuditAction.RuleAdded, AuditAction.RuleCorrected, AuditAction.RuleWithdrawn],
            await database.Set<AuditLine>().Where(line => line.Subject == "Règle contribution").OrderBy(line => line.Id).Select(line => line.Action).ToListAsync(Ends));
    }

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2025-01-01")]
    public async Task A_version_that_has_been_in_force_is_neither_corrected_nor_withdrawn(string version)
    {
        var (answer, page) = await _editor.OpenAsync($"{Add}&version={version}");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("ne peut pas être corrigée", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(Send));
        var (_, form) = await _editor.OpenAsync(Add);
        foreach (var step in new[] { "voir", "publier" })
            Assert.Equal(HttpStatusCode.Conflict, (await _editor.SubmitAsync(form, Send, [("etape", step), ("version", version), .. Good()])).Answer.StatusCode);
        (answer, page) = await _editor.SendAsync("/espace-cpne/regles?handler=Retirer", form, [("serie", "contribution"), ("version", version), ("raison", "essai")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("ne peut pas être retirée", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2024-05-01", "2024-12-31", "2025-12-31", ""], await EndsAsync());
    }

    [Fact]
    public async Task A_draft_goes_back_to_the_form_and_two_editors_do_not_overwrite_each_other()
    {
        var mine = await TryAsync(Good("2090-06-01"));
        var (_, form) = await _editor.SubmitAsync(mine.Page, Publish, ("etape", "modifier"));
        Assert.Equal(("150", "2090-06-01"), (form.GetElementById("amount")!.GetAttribute("value"), form.GetElementById("from")!.GetAttribute("value")));
        await PublishAsync("2090-01-01");
        await PublishAsync("2090-09-01");
        var (answer, page) = await _editor.SubmitAsync(mine.Page, Publish, ("etape", "publier"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Une version vaut déjà", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("150", page.GetElementById("amount")!.GetAttribute("value"));
        Assert.Equal(6, (await EndsAsync()).Count);
    }

    private static (string Name, string? Value)[] Good(string? from = null) =>
    [
        ("from", from ?? Tomorrow), ("id", "P7"), ("amount", "150"), ("legalBasis", "arrêté d’essai du 24 novembre 2026"), ("source", "Légifrance : https://www.legifrance.gouv.fr/essai"),
    ];

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static void Quiet(IDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("img, script:not([src])"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    private static string Address(int days) => $"/api/v1/eligibility/cpf?code=RNCP99002&orderDate={Today.AddDays(days):O}&price=1000&balance=5000";

    private static decimal Contribution(JsonElement answer) => answer.GetProperty("amounts").GetProperty("contribution").GetDecimal();

    private async Task<(HttpResponseMessage Answer, IDocument Page)> TryAsync((string Name, string? Value)[] fields)
    {
        var (_, page) = await _editor.OpenAsync(Add);
        return await _editor.SubmitAsync(page, Send, [("etape", "voir"), .. fields]);
    }

    private async Task PublishAsync(string from)
    {
        var trial = await TryAsync(Good(from));
        Assert.Equal(HttpStatusCode.Redirect, (await _editor.SubmitAsync(trial.Page, Publish, ("etape", "publier"))).Answer.StatusCode);
    }

    private async Task<List<string>> EndsAsync()
    {
        await using var database = _data.CreateContext();
        return [.. (await StoredRules.VersionsAsync(database, Ends)).Where(version => version.Rule.Series == "contribution").Select(version => $"{version.Rule.Period.Until:yyyy-MM-dd}")];
    }

    private async Task<JsonElement> AnswerAsync(string address) => await _public.GetFromJsonAsync<JsonElement>(new Uri(address, UriKind.Relative), Ends);

    private async Task<string> ProveAsync()
    {
        using var made = await _public.PostAsJsonAsync(new Uri("/api/v1/eligibility/proofs", UriKind.Relative), new { code = "RNCP99002", orderDate = Today.AddDays(1), price = 1000, balance = 5000 }, Ends);
        return (await made.Content.ReadFromJsonAsync<JsonElement>(Ends)).GetProperty("code").GetString()!;
    }

    private async Task<string> SheetAsync(string code) => (await _editor.OpenAsync($"/preuve/{code}")).Page.QuerySelector(".sheet")!.TextContent;
}
