using CqpPortal.Domain.Editing;
using CqpPortal.Web.Tests.Pages.EspaceCpne;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests.EspaceCpne;

/// <summary>The list, the creation, the editor and the conflict page in each of their states.</summary>
public sealed class EditorAccessibilityTests(EditorSite site, Chromium chromium) : IClassFixture<EditorSite>
{
    private readonly List<(string Name, string Html)> _pages = [];

    [Fact]
    public async Task The_list_the_creation_and_the_presentation_are_accessible_also_when_they_refuse()
    {
        var id = await site.CreateAsync();
        var page = await chromium.OpenAsync(1280, site.Nadia);
        await VisitAsync(page, "/espace-cpne/certifications", "list");
        await VisitAsync(page, "/espace-cpne/certifications/creer", "create");
        await page.ClickAsync("main form .btn-primary");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await CheckAsync(page, "create refused");
        await VisitAsync(page, $"/espace-cpne/certifications/{id}/presentation", "presentation");
        await new EditorWindow(page, site.Address, id).PressAsync("Ajouter");
        await CheckAsync(page, "presentation refused");
        await FinishAsync(page);
    }

    [Fact]
    public async Task The_editor_is_accessible_full_empty_refused_read_only_and_with_a_pasted_table()
    {
        var id = await site.CreateAsync();
        var page = await chromium.OpenAsync(1280, site.Nadia);
        await VisitAsync(page, Editor(id), "frameworks");
        var bare = await site.CreateAsync(SignedEntries.Complete with
        {
            Title = "",
            Blocks = [.. SignedEntries.Complete.Blocks, new BlockRow("b3", "", "")],
            Activities = [.. SignedEntries.Complete.Activities, new ActivityRow("a3", "")],
            Skills = [new SkillRow("k1", ""), .. SignedEntries.Complete.Skills.Skip(1)],
        });
        await VisitAsync(page, Editor(bare), "gaps");
        var window = new EditorWindow(page, site.Address, bare);
        await page.FillAsync("#block-b1-code", new string('x', 400));
        await page.FillAsync("#assessment-e1-criteria", new string('y', 30_000));
        await window.PressAsync("Enregistrer");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await CheckAsync(page, "frameworks refused");
        await window.OpenAsync();
        await page.ClickAsync("#coller > summary");
        await page.FillAsync("#coller-texte", "Souder\tRégler le poste\tBC01\tPratique");
        await window.PressAsync("Lire le tableau");
        await CheckAsync(page, "table read");
        await page.FillAsync("#coller-texte", "Souder\t\tBC01\tPratique\n\tSeul");
        await window.PressAsync("Lire le tableau");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await CheckAsync(page, "table refused");
        await site.Entries.DoneAsync(id, site.Nadia, "Submit");
        await VisitAsync(page, Editor(id), "in review");
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).CountAsync());
        await FinishAsync(page);
    }

    [Fact]
    public async Task The_conflict_page_is_accessible_before_the_choice_after_none_and_in_review()
    {
        var id = await site.CreateAsync();
        var page = await chromium.OpenAsync(1280, site.Nadia, script: false);
        await page.GotoAsync(new Uri(site.Address, Editor(id)).ToString());
        await site.Entries.SaveAsync(id, site.Paul, text => text with { Activities = [text.Activities[0] with { Title = "Préparer de Paul" }, text.Activities[1]] });
        await page.FillAsync("#activity-a1-title", "Préparer de Nadia");
        await page.FillAsync("#block-b1-title", "Préparation de Nadia");
        await page.ClickAsync("#savebar button");
        await page.WaitForURLAsync("**/conflit/**");
        var address = page.Url;
        await page.Context.CloseAsync();
        page = await chromium.OpenAsync(1280, site.Nadia);
        await VisitAsync(page, address, "conflict");
        await page.ClickAsync("text=Enregistrer ces choix");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await CheckAsync(page, "conflict undecided");
        await site.Entries.DoneAsync(id, site.Nadia, "Submit");
        await VisitAsync(page, address, "conflict in review");
        await FinishAsync(page);
    }

    [Fact]
    public async Task The_dashboard_and_the_exchange_of_files_are_accessible_also_when_they_refuse()
    {
        var id = await site.CreateAsync();
        await site.Entries.DoneAsync(id, site.Nadia, "Submit");
        var page = await chromium.OpenAsync(1280, site.Nadia);
        await VisitAsync(page, "/espace-cpne", "dashboard");
        await VisitAsync(page, "/espace-cpne/certifications/exporter", "export");
        await VisitAsync(page, "/espace-cpne/certifications/importer", "import");
        foreach (var (content, name) in new[] { ("Fiche;Intitulé\n;Une fiche de plus", "import tried"), ("Intitulé;Inconnue\nA;B", "import refused") })
        {
            await page.SetInputFilesAsync("#file", new FilePayload { Name = "fiches.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
            await page.ClickAsync("text=Essayer");
            await page.WaitForLoadStateAsync();
            await CheckAsync(page, name);
        }
        await FinishAsync(page);
    }

    [Fact]
    public async Task The_pages_of_committees_are_accessible_also_when_they_refuse()
    {
        await using var admin = await site.AdministratorAsync();
        var page = await chromium.OpenAsync(1280, admin);
        await VisitAsync(page, "/espace-cpne", "nothing to do");
        foreach (var address in new[] { "/espace-cpne/commissions", "/espace-cpne/commissions/cpne-3248" })
        {
            await VisitAsync(page, address, address.Split('/')[^1]);
            await page.ClickAsync("main form .btn-primary");
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await CheckAsync(page, address.Split('/')[^1] + " refused");
        }
        await FinishAsync(page);
    }

    [Fact]
    public async Task The_editing_space_is_accessible_in_English()
    {
        var id = await site.CreateAsync();
        var page = await chromium.OpenAsync(1280, site.Nadia);
        foreach (var name in new[] { "presentation", "referentiels", "faits", "faits/decision", "relecture", "historique" })
        {
            await VisitAsync(page, $"/en/espace-cpne/certifications/{id}/{name}", "en " + name.Replace('/', ' '));
        }
        await page.GotoAsync(new Uri(site.Address, "/en" + Editor(id)).ToString());
        await page.FillAsync("#block-b1-code", new string('x', 3_000));
        await new EditorWindow(page, site.Address, id).PressAsync("Save");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("One text to correct");
        await CheckAsync(page, "en refused");
        await FinishAsync(page);
    }

    private static string Editor(int id) => $"/espace-cpne/certifications/{id}/referentiels";

    private async Task VisitAsync(IPage page, string address, string name)
    {
        await page.GotoAsync(new Uri(site.Address, address).ToString());
        await CheckAsync(page, name);
    }

    private async Task FinishAsync(IPage page)
    {
        await page.Context.CloseAsync();
        Assert.Equal("", await HtmlValidator.FaultsAsync(_pages));
    }

    private async Task CheckAsync(IPage page, string name)
    {
        _pages.Add((name.Replace(' ', '-'), await page.ContentAsync()));
        Assert.Empty(await page.EvaluateAsync<string[]>(MarkupChecks.Script));
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        foreach (var (width, scheme, rules) in new[] { (1280, ColorScheme.Light, AccessibilityTests.Rules), (1280, ColorScheme.Dark, AccessibilityTests.Colours), (320, ColorScheme.Light, AccessibilityTests.Rules) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var result = await page.RunAxe(rules);
            Assert.True(result.Violations.Length == 0, $"{name} {width} {scheme}: " + string.Join("; ",
                result.Violations.Select(violation => $"{violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}")));
            var over = await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
            Assert.True(over == 0, $"{name} {width}: {over} pixels too wide");
        }
        await page.SetViewportSizeAsync(1280, 900);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }
}
