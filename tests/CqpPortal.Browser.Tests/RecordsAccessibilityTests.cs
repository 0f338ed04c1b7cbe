using CqpPortal.Database.Editing;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Tests.Registers;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Certifications;
using CqpPortal.TestSupport;
using CqpPortal.Web.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;

namespace CqpPortal.Browser.Tests;

/// <summary>The pages of dated facts and of the registers, in their normal, error and conflict state, on a desktop and a phone.</summary>
public sealed class RecordsAccessibilityTests(PostgresServer server, Chromium chromium) : IAsyncLifetime
{
    private const string Metal = "cpne-3248";
    private const string Doubtful = "<OBJECTIFS_CONTEXTE>Passerelle avec un CQP.</OBJECTIFS_CONTEXTE>";

    private readonly DropSamples _samples = new();
    private TestDatabase _data = null!;
    private PortalSite _site = null!;
    private int _entry;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        await TakeAsync("export_fiches_RNCP_V4_1_2026-08-16.xml", "<OBJECTIFS_CONTEXTE>Souder des cadres</OBJECTIFS_CONTEXTE>", "30/06/2029");
        await using (var database = _data.CreateContext())
        {
            var certification = await database.Certifications.SingleAsync(row => row.Slug == "cqp-soudeur", Stop);
            certification.OwnedBy([new OwningBranch(Idcc.Parse("3248", null), Metal)]);
            certification.Describe(certification.Texts with { Purpose = "Souder des cuves" });
            certification.Cite(new FactSource(CertificationFact.Purpose, FactOrigin.Committee, new DateOnly(2026, 9, 1)));
            certification.Cite(new FactSource(CertificationFact.Registrations, FactOrigin.Committee, new DateOnly(2026, 9, 1)));
            await database.SaveChangesAsync(Stop);
            _entry = (await EntryOpening.ForAsync(database, certification.Id, FixedClock.Demonstration.GetUtcNow(), Stop)).Id;
        }
        await TakeAsync("export_fiches_RNCP_V4_1_2026-10-01.xml", "<OBJECTIFS_CONTEXTE>Souder des tubes</OBJECTIFS_CONTEXTE>", "30/06/2028");
        _site = new PortalSite(_data.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _data.DisposeAsync();
        _samples.Dispose();
    }

    private async Task TakeAsync(string name, string more, string end)
    {
        var drop = _samples.Xml(Fiche("RNCP88101", "CQP Soudeur", more, end) + Fiche("RNCP88102", "Ouvrier de chaudronnerie industrielle et de montage sur site", Doubtful), name);
        var report = await new RegisterImport(_data.ConnectionString, FixedClock.Demonstration, CataloguePromotion.RunAsync).RunAsync([drop], new ImportOptions(), new Progress<ImportProgress>(), Stop);
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task Axe_finds_nothing_in_any_state_of_the_dated_facts()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.WriteDrafts, Metal), new Grant(Permission.Sign, Metal));
        var page = await chromium.OpenAsync(1280, staff);
        var facts = $"/espace-cpne/certifications/{_entry}/faits";
        async Task OpenAsync(string address) => await page.GotoAsync(new Uri(_site.Address, address).ToString());
        async Task SendAsync(params (string Field, string Value)[] answers)
        {
            foreach (var (field, value) in answers)
            {
                if (await page.Locator($"select#{field}").CountAsync() > 0) await page.SelectOptionAsync($"#{field}", value);
                else await page.FillAsync($"#{field}", value);
            }
            await page.ClickAsync("main form .btn-primary");
        }

        // Facts of every kind, written by hand in the forms themselves.
        foreach (var (form, answers) in new (string, (string, string)[])[]
        {
            ("decision", [("Kind", "Creation"), ("Committee", Metal), ("Day", "2019-05-02")]),
            ("transmission", [("Authority", "FranceCompetences"), ("Day", "2019-06-03")]),
            ("demande", [("Register", "Rncp"), ("OneCohort", "true"), ("Day", "2025-11-03")]),
            ("etape?ligne=1", [("State", "Submitted"), ("Day", "2025-11-20")]),
            ("etape?ligne=1", [("State", "UnderReview"), ("Day", "2025-12-08"), ("Note", "Dossier recevable.")]),
            ("etape?ligne=1", [("State", "Unfavourable"), ("Day", "2026-10-15"), ("Note", "Besoin non démontré.")]),
            ("suspension?ligne=RNCP88101", [("From", "2026-11-02"), ("Reason", "Décision du 30 octobre 2026.")]),
        })
        {
            await OpenAsync($"{facts}/{form}");
            await SendAsync(answers);
            Assert.Contains("enregistre=", page.Url, StringComparison.Ordinal);
        }
        await CheckAsync(page, "facts");
        foreach (var form in new[] { "proposition", "decision", "decision?ligne=Creation.cpne-3248.2019-05-02", "enregistrement", "enregistrement?ligne=RNCP88101", "retrait?ligne=RNCP88101", "suppression" })
        {
            await OpenAsync($"{facts}/{form}");
            await CheckAsync(page, form);
            await SendAsync();
            if (form.Contains('?', StringComparison.Ordinal) && !form.StartsWith("retrait", StringComparison.Ordinal)) Assert.Equal(1, await page.Locator("#Reason-erreur").CountAsync());
            await CheckAsync(page, form + " refused");
        }

        // Somebody else was quicker.
        await OpenAsync($"{facts}/transmission");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(new Uri(_site.Address, $"{facts}/transmission").ToString());
        await other.SelectOptionAsync("#Authority", "CaisseDesDepots");
        await other.FillAsync("#Day", "2019-06-04");
        await other.ClickAsync("main form .btn-primary");
        await SendAsync(("Authority", "FranceCompetences"), ("Day", "2024-06-04"));
        Assert.Equal("2024-06-04", await page.InputValueAsync("#Day"));
        await CheckAsync(page, "conflict");

        await OpenAsync("/espace-cpne/registres/contradictions");
        await CheckAsync(page, "contradictions");
        await OpenAsync($"/espace-cpne/certifications/{_entry}/contradictions/Purpose");
        await CheckAsync(page, "contradiction");
        await SendAsync();
        await CheckAsync(page, "contradiction refused");
        await SendAsync(("Choice", "keep"), ("Reason", "La fiche est plus ancienne que notre texte."));
        await OpenAsync("/certifications/cqp-soudeur");
        await CheckAsync(page, "public");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Axe_finds_nothing_in_the_registers_and_their_import()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.RunImports));
        var page = await chromium.OpenAsync(1280, staff);
        await page.GotoAsync(new Uri(_site.Address, "/espace-cpne/registres").ToString());
        await CheckAsync(page, "registers");
        await page.FillAsync("#cible-RNCP88102", "RNCP1");
        await page.ClickAsync("text=Relier RNCP88102");
        Assert.StartsWith("Erreur", await page.TitleAsync(), StringComparison.Ordinal);
        await CheckAsync(page, "registers refused");
        await page.GotoAsync(new Uri(_site.Address, "/espace-cpne/registres/import").ToString());
        await CheckAsync(page, "import");
        await page.ClickAsync("main form .btn-primary");
        await CheckAsync(page, "import refused");
        await page.SetInputFilesAsync("#file", _samples.File("export_fiches_RNCP_V4_1_2026-11-01.xml", "ceci n’est pas un export"));
        await page.ClickAsync("main form .btn-primary");
        await page.WaitForSelectorAsync("[role=status]");
        Assert.Contains("Refusé", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await CheckAsync(page, "import told");
        await page.Context.CloseAsync();
    }

    private static async Task CheckAsync(IPage page, string state)
    {
        foreach (var width in new[] { 1280, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
            foreach (var scheme in width == 1280 ? new[] { ColorScheme.Dark, ColorScheme.Light } : [ColorScheme.Light])
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                var result = await page.RunAxe(AccessibilityTests.Rules);
                Assert.True(result.Violations.Length == 0, $"{state} {width} {scheme}: " + string.Join("; ",
                    result.Violations.Select(violation => $"{violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}")));
            }
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"{state} scrolls sideways at {width}");
        }
        Assert.Empty(await page.EvaluateAsync<string[]>(MarkupChecks.Script));
        await page.SetViewportSizeAsync(1280, 900);
    }
}
