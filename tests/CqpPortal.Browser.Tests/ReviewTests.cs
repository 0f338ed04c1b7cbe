using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Web.Tests;
using CqpPortal.Web.Tests.Pages.EspaceCpne;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>Review, signature, preview, history and audit log, in their normal, empty and refused states.</summary>
public sealed class ReviewTests(PostgresServer server, Chromium chromium) : IAsyncLifetime
{
    private readonly List<(string Name, string Html)> _pages = [];

    private TestDatabase _data = null!;
    private PortalSite _site = null!;
    private SignedEntries _entries = null!;
    private StaffClient _all = null!;
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString);
        _entries = new SignedEntries(_data, _site);
        _all = await _site.SignInAsync("Inès Essai", [.. SignedEntries.SigningForBoth, .. SignedEntries.Writing, new Grant(Permission.Review, SignedEntries.Metal), new Grant(Permission.Administer)]);
        _page = await chromium.OpenAsync(1280, _all);
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null) await _page.Context.CloseAsync();
        await _all.DisposeAsync();
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_goes_from_its_gaps_to_the_public_page_and_every_page_on_the_way_is_accessible()
    {
        var complete = SignedEntries.Complete;
        var id = (await _entries.CreateAsync(_all, complete with
        {
            Rome = "H33",
            Skills = [complete.Skills[0] with { Assessments = [] }, .. complete.Skills.Skip(1)],
            Purpose = string.Concat(Enumerable.Repeat("Conduire", 60)),
        })).Id;
        await OpenAsync(SignedEntries.Review(id), "gaps");
        await OpenAsync($"/espace-cpne/certifications/{id}/historique", "history of a draft alone");
        await _entries.SaveAsync(id, _all, _ => complete);
        await OpenAsync(SignedEntries.Review(id), "ready");

        await PressAsync("Envoyer en relecture", "in review");
        await PressAsync("Envoyer la remarque", "remark to correct");
        await _page.FillAsync("#Remark", "Précisez la durée.");
        await _page.SelectOptionAsync("#Path", "assessment/e2/title");
        await PressAsync("Envoyer la remarque", "remark");
        await _page.GetByRole(AriaRole.Button, new() { NameString = "Signer pour la commission" }).First.ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { NameString = "Signer pour la commission" }).First.ClickAsync();
        await CheckAsync("signed");
        await PressAsync("Publier", "reason to correct");
        await _page.FillAsync("#Reason", "Création par les deux commissions.");
        await PressAsync("Publier", "remark to settle first");
        Assert.Equal("Création par les deux commissions.", await _page.InputValueAsync("#Reason"));
        await PressAsync("Marquer comme réglé", "settled");
        await PressAsync("Retirer la signature", "reason of withdrawal to correct");

        await OpenAsync($"/espace-cpne/certifications/{id}/apercu", "preview");
        await _page.FillAsync("#Days", "100");
        await PressAsync("Créer un lien", "days to correct");
        await _page.FillAsync("#Days", "3");
        await PressAsync("Créer un lien", "link");
        await OpenAsync(new Uri(await _page.Locator(".preview .note code").InnerTextAsync()).AbsolutePath, "preview by link");
        await OpenAsync("/apercu/fini", "dead link");

        await OpenAsync(SignedEntries.Review(id), "signed again");
        await _page.FillAsync("#Reason", "Création par les deux commissions.");
        await _page.GetByRole(AriaRole.Button, new() { NameString = "Publier", Exact = true }).ClickAsync();
        Assert.EndsWith("/certifications/pilote-pilote-de-ligne-d-essai", _page.Url, StringComparison.Ordinal);
        await OpenAsync(SignedEntries.Review(id), "nothing to review");
        await _entries.SaveAsync(id, _all, text => text with { Purpose = "Conduire deux lignes et en répondre.", Skills = [text.Skills[1], text.Skills[0], text.Skills[2] with { Title = "Travailler en sécurité, seul ou à deux" }] });
        await _entries.PublishAsync(id, _all, _all, "Deux lignes.");
        await OpenAsync($"/espace-cpne/certifications/{id}/historique", "history");
        await OpenAsync("/certifications/pilote-pilote-de-ligne-d-essai/versions", "public versions");
        await OpenAsync("/espace-cpne/journal", "audit log");
        await OpenAsync("/espace-cpne/journal?mots=zzz", "nothing in the audit log");
        await OpenAsync("/espace-cpne/journal?du=hier", "audit log to correct");
        Assert.Equal("", await HtmlValidator.FaultsAsync(_pages));
    }

    private async Task OpenAsync(string address, string name)
    {
        await _page.GotoAsync(new Uri(_site.Address, address).ToString());
        await CheckAsync(name);
    }

    private async Task PressAsync(string button, string name)
    {
        await _page.GetByRole(AriaRole.Button, new() { NameString = button }).First.ClickAsync();
        await CheckAsync(name);
    }

    private async Task CheckAsync(string name)
    {
        _pages.Add((name.Replace(' ', '-'), await _page.ContentAsync()));
        Assert.Empty(await _page.EvaluateAsync<string[]>(MarkupChecks.Script));
        await _page.EvaluateAsync("document.querySelectorAll('main details').forEach(part => part.open = true)");
        foreach (var (width, scheme, rules) in new[] { (1280, ColorScheme.Light, AccessibilityTests.Rules), (1280, ColorScheme.Dark, AccessibilityTests.Colours), (320, ColorScheme.Light, AccessibilityTests.Rules) })
        {
            await _page.SetViewportSizeAsync(width, 900);
            await _page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var result = await _page.RunAxe(rules);
            Assert.True(result.Violations.Length == 0, $"{name} {width} {scheme}: " + string.Join("; ",
                result.Violations.Select(violation => $"{violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}")));
            var over = await _page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
            Assert.True(over == 0, $"{name} {width}: {over} pixels too wide");
        }
        await _page.SetViewportSizeAsync(1280, 900);
        await _page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }
}
