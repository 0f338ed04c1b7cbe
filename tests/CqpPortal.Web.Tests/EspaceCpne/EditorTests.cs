using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.EspaceCpne;

public sealed class EditorTests(StaffSite site) : IClassFixture<StaffSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saving_without_a_change_opens_no_draft()
    {
        await using var nadia = await site.WriterAsync();
        var entry = await EmptyAsync(nadia);
        var before = await site.TextAsync(entry);

        using var answer = await SaveAsync(nadia, await FormAsync(nadia, entry));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before.Digest, (await site.TextAsync(entry)).Digest);
    }

    [Fact]
    public async Task Every_field_of_both_pages_comes_back_as_it_was_shown()
    {
        await using var nadia = await site.WriterAsync();
        var entry = await site.OpenWelderAsync();
        var before = await site.TextAsync(entry);

        foreach (var page in new[] { "presentation", "referentiels" })
        {
            using var answer = await SaveAsync(nadia, await FormAsync(nadia, entry, page));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Empty(EntryComparison.Between(before, await site.TextAsync(entry)));
    }

    [Fact]
    public async Task The_buttons_build_the_three_frameworks_without_any_script()
    {
        await using var nadia = await site.WriterAsync();
        var entry = await EmptyAsync(nadia);
        async Task DoAsync(string act, params (string Selector, string Value)[] typed)
        {
            var form = await FormAsync(nadia, entry);
            foreach (var (selector, value) in typed) Type(form, selector, value);
            using var answer = await SaveAsync(nadia, form, act);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{act}: {answer.StatusCode}");
        }

        await DoAsync("add-activity");
        var activity = (await site.TextAsync(entry)).Activities[0].Id;
        await DoAsync($"add-skill:{activity}", ($"[name='activity/{activity}/title']", "Souder"));
        await DoAsync("add-block");
        await DoAsync("add-assessment");
        var text = await site.TextAsync(entry);
        var (skill, block, test) = (text.Skills[0].Id, text.Blocks[0].Id, text.Assessments[0].Id);
        await DoAsync("save", ($"[name='skill/{skill}/title']", "Souder à plat"), ($"[name='skill/{skill}/block']", block), ($"[name='skill/{skill}/assessments']", test),
            ($"[name='skill/{skill}/transversal']", "yes"), ($"[name='block/{block}/title']", "Assembler"), ($"[name='assessment/{test}/title']", "Mise en situation"),
            ($"[name='assessment/{test}/criteria']", "Pénétration\r\nAspect"));

        text = await site.TextAsync(entry);
        Assert.Equal(("Souder", "Souder à plat", "BC01", "Pénétration\nAspect"), (text.Activities[0].Title, text.Skills[0].Title, text.Blocks[0].Code, text.Assessments[0].Criteria));
        Assert.Equal((block, true), (text.Skills[0].Block, text.Skills[0].IsTransversal));
        Assert.Equal([test], text.Skills[0].Assessments);
        Assert.Empty(EntryChecks.Gaps(text));
    }

    [Fact]
    public async Task A_row_that_was_taken_away_can_be_put_back_with_its_links()
    {
        await using var nadia = await site.WriterAsync();
        var entry = await site.CreateAsync(Framed("Remettre"), nadia);
        using var removed = await SaveAsync(nadia, await FormAsync(nadia, entry), "remove:assessment/e1");
        var page = await nadia.OpenAsync(removed.Headers.Location!.ToString().Split('#')[0]);
        Assert.DoesNotContain((await site.TextAsync(entry)).Skills, row => row.Assessments.Contains("e1"));

        using var back = await SaveAsync(nadia, Form(page, entry), page.QuerySelector("#remettre button")!.GetAttribute("value"));

        Assert.Equal(Framed("Remettre").Digest, (await site.TextAsync(entry)).Digest);
    }

    [Fact]
    public async Task A_pasted_table_is_shown_first_and_added_then()
    {
        await using var nadia = await site.WriterAsync();
        var entry = await site.CreateAsync(Framed("Coller"), nadia);
        const string Table = "Activité\tCompétence\tBloc\tÉvaluation\nPréparer\tLire un plan\tBC01\tÉpreuve écrite\n\tChoisir l’outil\tBC01\tÉpreuve écrite\nRanger\t\"Nettoyer\nson poste\"\tBC03\tEntretien";
        var form = await FormAsync(nadia, entry);
        Type(form, "[name=paste]", Table);

        using var read = await SaveAsync(nadia, form, "paste-read");
        Assert.Equal(HttpStatusCode.BadRequest, read.StatusCode);
        var shown = await StaffClient.ReadAsync(read);
        Assert.Equal(["2", "3", "4"], shown.QuerySelectorAll("#coller tbody th").Select(cell => cell.TextContent));
        Assert.Empty(shown.QuerySelectorAll("#avis .no"));
        Assert.Equal(3, (await site.TextAsync(entry)).Skills.Count);

        using var added = await SaveAsync(nadia, Form(shown, entry), "paste-add");
        var text = await site.TextAsync(entry);
        Assert.Equal(["Lire un plan", "Souder", "Travailler en sécurité", "Choisir l’outil", "Nettoyer son poste"], text.Skills.Select(row => row.Title));
        Assert.Equal(["Préparer", "Assembler", "Ranger"], text.Activities.Select(row => row.Title));
        Assert.Equal(("b1", "e1"), (text.Skills[3].Block, Assert.Single(text.Skills[3].Assessments)));
    }

    [Fact]
    public async Task A_line_that_is_not_understood_says_what_to_do_and_the_table_stays()
    {
        await using var nadia = await site.WriterAsync();
        var entry = await site.CreateAsync(Framed("Coller mal"), nadia);
        var form = await FormAsync(nadia, entry);
        Type(form, "[name=paste]", "Préparer\tLire\nPréparer\t\tBC01");

        using var answer = await SaveAsync(nadia, form, "paste-add");
        var page = await StaffClient.ReadAsync(answer);

        Assert.Contains("Écrivez une compétence sur cette ligne, ou retirez-la.", page.QuerySelector("#avis")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Préparer\t\tBC01", ((IHtmlTextAreaElement)page.QuerySelector("[name=paste]")!).Value, StringComparison.Ordinal);
        Assert.Equal(3, (await site.TextAsync(entry)).Skills.Count);
    }

    [Fact]
    public async Task What_a_word_processor_adds_is_taken_away_and_a_script_stays_text()
    {
        await using var nadia = await site.WriterAsync();
        var entry = await site.CreateAsync(Framed("Word"), nadia);
        var form = await FormAsync(nadia, entry, "presentation");
        Type(form, "[name=purpose]", "<p class=MsoNormal style='mso-margin-top-alt:auto'>Assembler<o:p></o:p></p><p class=MsoNormal>Contrôler\u0001</p>");
        Type(form, "[name=sectors]", "<script>alert(1)</script>");

        using var answer = await SaveAsync(nadia, form);
        var text = await site.TextAsync(entry);
        var page = await nadia.OpenAsync($"/espace-cpne/certifications/{entry}/presentation");

        Assert.Equal("Assembler\nContrôler", text.Purpose);
        Assert.Equal("<script>alert(1)</script>", text.Sectors);
        Assert.Equal("<script>alert(1)</script>", ((IHtmlTextAreaElement)page.QuerySelector("[name=sectors]")!).Value);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_who_change_different_fields_are_brought_together()
    {
        await using var nadia = await site.WriterAsync();
        await using var paul = await site.WriterAsync("Paul Lefèvre");
        var entry = await site.CreateAsync(Framed("Réunir"), nadia);
        var (hers, his) = (await FormAsync(nadia, entry), await FormAsync(paul, entry));
        Type(hers, "[name='skill/k1/title']", "Lire un plan coté");
        Type(his, "[name='skill/k2/title']", "Souder à plat");

        (await SaveAsync(nadia, hers)).Dispose();
        using var answer = await SaveAsync(paul, his);

        Assert.DoesNotContain("conflit", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var text = await site.TextAsync(entry);
        Assert.Equal(("Lire un plan coté", "Souder à plat"), (text.Skills[0].Title, text.Skills[1].Title));
    }

    [Theory]
    [InlineData("theirs", "Lire un plan, dit Nadia")]
    [InlineData("yours", "Lire un plan, dit Paul")]
    [InlineData("other", "Lire un plan, disent-ils")]
    public async Task Two_people_who_change_one_field_choose_and_nothing_is_lost(string choice, string expected)
    {
        await using var nadia = await site.WriterAsync();
        await using var paul = await site.WriterAsync("Paul Lefèvre");
        var entry = await site.CreateAsync(Framed("Départager " + choice), nadia);
        var (hers, his) = (await FormAsync(nadia, entry), await FormAsync(paul, entry));
        Type(hers, "[name='skill/k1/title']", "Lire un plan, dit Nadia");
        Type(his, "[name='skill/k1/title']", "Lire un plan, dit Paul");
        Type(his, "[name='assessment/e1/threshold']", "12 sur 20");
        (await SaveAsync(nadia, hers)).Dispose();
        using var met = await SaveAsync(paul, his);
        var address = met.Headers.Location!.ToString();

        using var shown = await paul.GetAsync(address);
        Assert.Equal(HttpStatusCode.Conflict, shown.StatusCode);
        var page = await StaffClient.ReadAsync(shown);
        foreach (var words in new[] { "Lire un plan, dit Nadia", "Lire un plan, dit Paul", "12 sur 20" }) Assert.Contains(words, page.Body!.TextContent, StringComparison.Ordinal);
        using var undecided = await paul.PostAsync(address, ("revision", Value(page, "revision")), ("act", "settle"));
        Assert.Equal(HttpStatusCode.Conflict, undecided.StatusCode);
        using var others = await nadia.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);

        using var settled = await paul.PostAsync(address, ("revision", Value(page, "revision")), ("act", "settle"), ("keep/skill/k1/title", choice), ("other/skill/k1/title", "Lire un plan, disent-ils"));

        Assert.Equal(HttpStatusCode.Redirect, settled.StatusCode);
        var text = await site.TextAsync(entry);
        Assert.Equal((expected, "12 sur 20"), (text.Skills[0].Title, text.Assessments[0].Threshold));
    }

    [Fact]
    public async Task Somebody_of_another_committee_opens_and_changes_nothing_and_leaves_a_line()
    {
        await using var nadia = await site.WriterAsync();
        await using var other = await site.WriterAsync("Inès Caron", StaffSite.Chemistry);
        var entry = await site.CreateAsync(Framed("À nous"), nadia);

        foreach (var page in new[] { "presentation", "referentiels" })
        {
            using var read = await other.GetAsync($"/espace-cpne/certifications/{entry}/{page}");
            using var written = await other.PostAsync($"/espace-cpne/certifications/{entry}/{page}", ("revision", "1"), ("title", "Pris"), ("act", "save"));
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (read.StatusCode, written.StatusCode));
        }

        Assert.Equal("À nous", (await site.TextAsync(entry)).Title);
        await using var database = site.Data.CreateContext();
        var tried = await database.AuditLog.Where(line => line.Action == AuditAction.AccessRefused && line.EntryId == entry && line.PersonId == other.Person.Id).Select(line => line.Subject).ToListAsync(Stop);
        foreach (var page in new[] { "presentation", "referentiels" }) Assert.All(new[] { "GET", "POST" }, method => Assert.Contains($"{method} /espace-cpne/certifications/{entry}/{page}", tried));
    }

    [Fact]
    public async Task A_colleague_without_the_right_to_write_reads_only()
    {
        await using var nadia = await site.WriterAsync();
        await using var reader = await site.SignInAsync(StaffSite.Metal, "Paul Relecteur", Permission.Review);
        var entry = await site.CreateAsync(Framed("Lire seulement"), nadia);

        var page = await reader.OpenAsync($"/espace-cpne/certifications/{entry}/referentiels");
        using var written = await reader.PostAsync($"/espace-cpne/certifications/{entry}/referentiels", ("revision", "1"), ("act", "add-activity"));

        Assert.NotNull(page.QuerySelector("form.editor fieldset[disabled]"));
        Assert.Equal(HttpStatusCode.Forbidden, written.StatusCode);
    }

    [Fact]
    public async Task A_closed_account_leaves_its_drafts_to_its_colleagues()
    {
        await using var nadia = await site.WriterAsync();
        await using var paul = await site.WriterAsync("Paul Lefèvre");
        var entry = await site.CreateAsync(Framed("Sans son auteur"), nadia);
        await using (var database = site.Data.CreateContext())
        {
            var person = await database.Users.SingleAsync(row => row.Id == nadia.Person.Id, Stop);
            person.ClosedAt = FixedClock.Demonstration.GetUtcNow();
            await database.SaveChangesAsync(Stop);
        }

        using var hers = await nadia.GetAsync($"/espace-cpne/certifications/{entry}/referentiels");
        var form = await FormAsync(paul, entry);
        Type(form, "[name='skill/k1/title']", "Repris par Paul");
        using var his = await SaveAsync(paul, form);

        Assert.NotEqual(HttpStatusCode.OK, hers.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, his.StatusCode);
        Assert.Equal(("Repris par Paul", "Souder"), ((await site.TextAsync(entry)).Skills[0].Title, (await site.TextAsync(entry)).Skills[1].Title));
    }

    [Fact]
    public async Task Whoever_has_the_page_open_is_named_to_the_others()
    {
        await using var nadia = await site.WriterAsync();
        await using var paul = await site.WriterAsync("Paul Lefèvre");
        var entry = await site.CreateAsync(Framed("Ensemble"), nadia);

        await nadia.OpenAsync($"/espace-cpne/certifications/{entry}/referentiels");
        var page = await paul.OpenAsync($"/espace-cpne/certifications/{entry}/referentiels");

        Assert.Contains("Nadia Benali a ouvert cette fiche à", page.QuerySelector("#avis")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_people_on_one_entry_and_fifty_on_fifty_lose_nothing()
    {
        await using var nadia = await site.WriterAsync();
        await using var paul = await site.WriterAsync("Paul Lefèvre");
        var shared = await site.CreateAsync(Framed("À vingt"), nadia);
        var alone = new List<int>();
        for (var number = 0; number < 50; number++) alone.Add(await site.CreateAsync(Framed($"Seul {number}"), nadia));
        var forms = new List<IHtmlFormElement>();
        for (var number = 0; number < 20; number++)
        {
            var form = await FormAsync(number % 2 == 0 ? nadia : paul, shared);
            // Ten write a field of their own, ten the same one.
            Type(form, number < 10 ? "[name='skill/k1/knowledge']" : "[name='assessment/e1/threshold']", $"Texte {number}");
            forms.Add(form);
        }
        foreach (var entry in alone)
        {
            var form = await FormAsync(nadia, entry);
            Type(form, "[name='skill/k1/title']", $"Seul sur {entry}");
            forms.Add(form);
        }

        var answers = await Task.WhenAll(forms.Select((form, index) => SaveAsync(index is < 20 && index % 2 == 1 ? paul : nadia, form)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        foreach (var entry in alone) Assert.Equal($"Seul sur {entry}", (await site.TextAsync(entry)).Skills[0].Title);
        var text = await site.TextAsync(shared);
        var conflicts = answers.Take(20).Count(answer => answer.Headers.Location!.ToString().Contains("/conflit/", StringComparison.Ordinal));
        Assert.Equal(18, conflicts);
        Assert.Matches("^Texte [0-9]$", text.Skills[0].Knowledge);
        Assert.Matches("^Texte 1[0-9]$", text.Assessments[0].Threshold);
        await using var database = site.Data.CreateContext();
        var kept = await database.Set<CqpPortal.Database.Editing.SetAsideDraft>().Where(row => row.EntryId == shared).Select(row => row.Text).ToListAsync(Stop);
        var texts = kept.SelectMany(draft => new[] { draft.Skills[0].Knowledge, draft.Assessments[0].Threshold }).Append(text.Skills[0].Knowledge).Append(text.Assessments[0].Threshold).ToHashSet();
        Assert.All(Enumerable.Range(0, 20), number => Assert.Contains($"Texte {number}", texts));
        foreach (var answer in answers) answer.Dispose();
    }

    private static EntryText Framed(string title) => new()
    {
        Title = title,
        Owners = [new OwnerRow("3248", StaffSite.Metal)],
        Activities = [new ActivityRow("a1", "Préparer"), new ActivityRow("a2", "Assembler")],
        Blocks = [new BlockRow("b1", "BC01", "Préparation"), new BlockRow("b2", "BC02", "Assemblage")],
        Assessments = [new AssessmentRow("e1", "Épreuve écrite") { Criteria = "Exactitude" }, new AssessmentRow("e2", "Mise en situation")],
        Skills =
        [
            new SkillRow("k1", "Lire un plan") { Block = "b1", Activities = ["a1"], Assessments = ["e1"] },
            new SkillRow("k2", "Souder") { Block = "b2", Activities = ["a2"], Assessments = ["e2"] },
            new SkillRow("k3", "Travailler en sécurité") { Block = "b2", Activities = ["a1", "a2"], Assessments = ["e2"], IsTransversal = true },
        ],
    };

    private Task<int> EmptyAsync(StaffClient by) => site.CreateAsync(new EntryText { Title = "Nouveau", Owners = [new OwnerRow("3248", StaffSite.Metal)] }, by);

    private static async Task<IHtmlFormElement> FormAsync(StaffClient who, int entry, string page = "referentiels") =>
        Form(await who.OpenAsync($"/espace-cpne/certifications/{entry}/{page}"), entry, page);

    private static IHtmlFormElement Form(IDocument shown, int entry, string page = "referentiels")
    {
        var form = (IHtmlFormElement)shown.GetElementById("editor")!;
        form.SetAttribute("action", $"/espace-cpne/certifications/{entry}/{page}");
        return form;
    }

    private static void Type(IHtmlFormElement form, string selector, string value)
    {
        switch (form.QuerySelector(selector))
        {
            case IHtmlInputElement { Type: "checkbox" }:
                foreach (var box in form.QuerySelectorAll(selector).OfType<IHtmlInputElement>()) box.IsChecked = box.Value == value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                select.Value = value;
                break;
            default:
                Assert.Fail($"There is no {selector}.");
                break;
        }
    }

    private static string? Value(IDocument page, string name) => page.QuerySelector($"main form [name={name}]")?.GetAttribute("value");

    /// <summary>Sends the form as a browser does: every field that is not disabled, and the button.</summary>
    private static Task<HttpResponseMessage> SaveAsync(StaffClient who, IHtmlFormElement form, string? act = "save")
    {
        var fields = new List<(string, string?)>();
        foreach (var field in form.QuerySelectorAll("[name]"))
        {
            var name = field.GetAttribute("name")!;
            switch (field)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.IsChecked) fields.Add((name, box.Value));
                    break;
                case IHtmlInputElement input:
                    fields.Add((name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add((name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add((name, select.Value));
                    break;
            }
        }
        fields.Add(("act", act));
        return who.SendAsync(form.GetAttribute("action")!, [.. fields]);
    }
}
