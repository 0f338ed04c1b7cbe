using CqpPortal.Domain.Editing;
using CqpPortal.TestSupport;
using CqpPortal.Web.Tests;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests.EspaceCpne;

/// <summary>Two people on one entry, connections that fail, sessions that end, and hands that press twice: nothing that was typed is lost.</summary>
public sealed class TwoBrowsersTests(EditorSite site, Chromium chromium) : IClassFixture<EditorSite>
{
    private const string Skill = "#skill-k1-title";

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Two_people_on_one_entry_keep_both_texts_in_either_order(bool script, bool firstIsNadia)
    {
        var id = await site.CreateAsync();
        var (first, second) = (await OpenAsync(firstIsNadia ? site.Nadia : site.Paul, id, script), await OpenAsync(firstIsNadia ? site.Paul : site.Nadia, id, script));

        await WriteAsync(first, "#activity-a1-title", "Préparer sa ligne", script);
        await WriteAsync(second, "#block-b2-title", "Conduite de la ligne", script);
        var both = await site.TextAsync(id);
        Assert.Equal(("Préparer sa ligne", "Conduite de la ligne"), (both.Activities[0].Title, both.Blocks[1].Title));

        await first.OpenAsync();
        await second.OpenAsync();
        await WriteAsync(first, Skill, "Lire un ordre", script);
        await second.Page.FillAsync(Skill, "Lire un plan");
        if (!script) await second.Page.ClickAsync("#savebar button");
        else
        {
            await second.SaysAsync("Vos deux textes sont gardés");
            // What is typed after that waits too, and the link leads to the choice.
            await second.Page.ClickAsync("#etat a");
        }
        await Assertions.Expect(second.Page.Locator("h1")).ToContainTextAsync("a modifié la même fiche que vous");
        Assert.Contains("Lire un ordre", await second.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await second.Page.CheckAsync("#skill-k1-title-yours");
        await second.Page.ClickAsync("text=Enregistrer ces choix");
        await Assertions.Expect(second.Page.Locator(Skill)).ToHaveValueAsync("Lire un plan");
        Assert.Equal("Lire un plan", (await site.TextAsync(id)).Skills.Single(row => row.Id == "k1").Title);
        await CloseAsync(first, second);
    }

    [Fact]
    public async Task What_is_typed_while_the_connection_is_cut_is_saved_when_it_is_back()
    {
        var id = await site.CreateAsync();
        var window = await OpenAsync(site.Nadia, id);
        await window.Page.Context.SetOfflineAsync(true);
        await window.Page.FillAsync(Skill, "Lire et comprendre un ordre");
        await window.SaysAsync("Pas encore enregistré : connexion perdue");
        await window.Page.Context.SetOfflineAsync(false);
        await window.SaysAsync("Enregistré");
        Assert.Equal("Lire et comprendre un ordre", (await site.TextAsync(id)).Skills.Single(row => row.Id == "k1").Title);
        await CloseAsync(window);
    }

    [Fact]
    public async Task A_text_kept_on_the_device_is_given_back_beside_what_somebody_else_saved()
    {
        var id = await site.CreateAsync();
        var window = await OpenAsync(site.Nadia, id);
        await window.Page.RouteAsync("**/referentiels", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await window.Page.FillAsync(Skill, "Lire un ordre, perdu puis retrouvé");
        await window.Page.CheckAsync("#skill-k1-transversal");
        await window.SaysAsync("connexion perdue");
        await site.Entries.SaveAsync(id, site.Paul, text => text with { Blocks = [text.Blocks[0] with { Title = "Préparation de Paul" }, text.Blocks[1]] });
        await window.Page.UnrouteAsync("**/referentiels");
        await window.OpenAsync();
        await window.AnsweredAsync(() => window.Page.GetByRole(AriaRole.Button, new() { Name = "Le reprendre" }).ClickAsync());
        var text = await site.TextAsync(id);
        var skill = text.Skills.Single(row => row.Id == "k1");
        Assert.Equal(("Lire un ordre, perdu puis retrouvé", true, "Préparation de Paul"), (skill.Title, skill.IsTransversal, text.Blocks[0].Title));
        await window.OpenAsync();
        Assert.Equal(0, await window.Page.GetByRole(AriaRole.Button, new() { Name = "Le reprendre" }).CountAsync());
        await CloseAsync(window);
    }

    [Fact]
    public async Task A_session_that_ends_in_the_middle_of_a_long_text_gives_it_back()
    {
        var id = await site.CreateAsync();
        await using var staff = await site.SignInAsync("Zoé Essai");
        var window = await OpenAsync(staff, id);
        var text = string.Concat(Enumerable.Repeat("Conduire la ligne sans accident. ", 60)).Trim();
        site.Clock.Advance(TimeSpan.FromHours(9));
        await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        await window.Page.FillAsync("#work-situations", text);
        await window.SaysAsync("Votre session a expiré");
        await window.Page.ClickAsync("#etat a");
        await window.Page.GetByLabel("Adresse électronique").FillAsync(staff.Person.Email!);
        await window.Page.GetByLabel("Mot de passe").FillAsync(TestPeople.Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Reprendre ce que vous aviez écrit" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("#work-situations")).ToHaveValueAsync(text);
        Assert.Equal(text, (await site.TextAsync(id)).WorkSituations);
        await site.Nadia.SignInAsync();
        await site.Paul.SignInAsync();
        await CloseAsync(window);
    }

    [Fact]
    public async Task In_English_the_editor_saves_by_itself_and_gives_back_what_a_session_that_ended_did_not_take()
    {
        var id = await site.CreateAsync();
        await using var staff = await site.SignInAsync("Zoé Anglais");
        var page = await chromium.OpenAsync(1280, staff);
        var window = new EditorWindow(page, site.Address, id);
        await page.GotoAsync(new Uri(site.Address, $"/en/espace-cpne/certifications/{id}/referentiels").ToString());
        await page.FillAsync(Skill, "Lire un ordre de fabrication");
        await window.SaysAsync("Saved at");
        site.Clock.Advance(TimeSpan.FromHours(9));
        await page.FillAsync(Skill, "Lire un ordre et le comprendre");
        await window.SaysAsync("Your session has expired");
        await page.ClickAsync("#etat a");
        await page.GetByLabel("E-mail address").FillAsync(staff.Person.Email!);
        await page.GetByLabel("Password").FillAsync(TestPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("You had written something here");
        Assert.EndsWith($"/en/espace-cpne/certifications/{id}/referentiels", page.Url, StringComparison.Ordinal);
        await page.Locator("[data-kept] .btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator(Skill)).ToHaveValueAsync("Lire un ordre et le comprendre");
        Assert.Equal("Lire un ordre et le comprendre", (await site.TextAsync(id)).Skills.Single(row => row.Id == "k1").Title);
        await site.Nadia.SignInAsync();
        await site.Paul.SignInAsync();
        await CloseAsync(window);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_button_pressed_twice_adds_one_row_and_going_back_loses_nothing(bool script)
    {
        var id = await site.CreateAsync();
        var window = await OpenAsync(site.Nadia, id, script);
        var button = window.Page.GetByRole(AriaRole.Button, new() { Name = "Ajouter un bloc" });
        await button.DblClickAsync();
        await Assertions.Expect(window.Page.Locator("[name='block/order']")).ToHaveCountAsync(3);
        Assert.Equal(3, (await site.TextAsync(id)).Blocks.Count);

        await WriteAsync(window, Skill, "Lire un ordre, avant de revenir", script);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Relire et envoyer" }).ClickAsync();
        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Page.Locator(Skill)).ToHaveValueAsync("Lire un ordre, avant de revenir");
        await WriteAsync(window, "#block-b1-title", "Préparation, après", script);
        var text = await site.TextAsync(id);
        Assert.Equal(("Lire un ordre, avant de revenir", "Préparation, après"), (text.Skills.Single(row => row.Id == "k1").Title, text.Blocks[0].Title));
        await CloseAsync(window);
    }

    [Fact]
    public async Task A_table_pasted_from_a_page_gives_cells_without_its_markup()
    {
        var id = await site.CreateAsync(new EntryText { Title = "Essai", Owners = [new OwnerRow("3248", "cpne-3248")] });
        var window = await OpenAsync(site.Nadia, id);
        await window.Page.ClickAsync("#coller > summary");
        await window.Page.FocusAsync("#coller-texte");
        await window.Page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.setData("text/html", "<table><tr><td><b>Souder</b></td><td>Régler\n le poste</td><td>BC01</td><td>Pratique</td></tr><tr><td>Souder</td><td>Contrôler</td><td>BC01</td><td>Pratique</td></tr></table>");
              document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        Assert.Equal("Souder\tRégler le poste\tBC01\tPratique\nSouder\tContrôler\tBC01\tPratique", await window.Page.InputValueAsync("#coller-texte"));
        await window.PressAsync("Lire le tableau");
        await window.PressAsync("Ajouter ces 2 lignes");
        Assert.Equal(["Régler le poste", "Contrôler"], (await site.TextAsync(id)).Skills.Select(skill => skill.Title));
        await CloseAsync(window);
    }

    private async Task<EditorWindow> OpenAsync(StaffClient staff, int id, bool script = true)
    {
        var page = await chromium.OpenAsync(1280, staff, script);
        var window = new EditorWindow(page, site.Address, id);
        await window.OpenAsync();
        return window;
    }

    private static async Task WriteAsync(EditorWindow window, string selector, string text, bool script)
    {
        if (script) await window.TypeAsync(selector, text);
        else
        {
            await window.Page.FillAsync(selector, text);
            await window.Page.RunAndWaitForResponseAsync(() => window.Page.ClickAsync("#savebar button"), answer => answer.Request.Method == "POST");
            await window.Page.WaitForLoadStateAsync();
            await Assertions.Expect(window.Page.Locator(selector)).ToHaveValueAsync(text);
        }
    }

    private static async Task CloseAsync(params EditorWindow[] windows)
    {
        foreach (var window in windows) await window.Page.Context.CloseAsync();
    }
}
