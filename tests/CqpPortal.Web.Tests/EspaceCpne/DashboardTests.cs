using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.EspaceCpne;

public sealed class DashboardTests(StaffSite site) : IClassFixture<StaffSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_nothing_to_do_is_told_so()
    {
        await using var operatorOfNothing = await site.SignInAsync("cpne-0016", "Claire Seule", Permission.Review);
        var page = await operatorOfNothing.OpenAsync("/espace-cpne");

        Assert.Equal("Bonjour Claire", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Rien ne vous attend.", page.QuerySelector("[aria-labelledby=afaire]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_a_committee_shows_to_its_people_and_to_nobody_else()
    {
        await using var nadia = await site.WriterAsync();
        await using var signer = await site.SignInAsync(StaffSite.Metal, "Hélène Ricard", Permission.Sign);
        await using var other = await site.SignInAsync(StaffSite.Chemistry, "Inès Caron", Permission.Sign);
        var entry = await site.CreateAsync(new EntryText { Title = "Fiche à signer", Owners = [new OwnerRow("3248", StaffSite.Metal)] }, nadia);
        await using (var database = site.Data.CreateContext())
        {
            var written = await database.Entries.SingleAsync(row => row.Id == entry, Stop);
            written.Submit(FixedClock.Demonstration.GetUtcNow());
            database.Add(new FieldComment { EntryId = entry, Path = "title", Text = "Au féminin aussi.", PersonId = signer.Person.Id, PersonName = "Hélène Ricard", WrittenAt = FixedClock.Demonstration.GetUtcNow() });
            await database.SaveChangesAsync(Stop);
        }

        Assert.Equal("Bonjour Hélène, une chose vous attend", (await signer.OpenAsync("/espace-cpne")).QuerySelector("h1")!.TextContent);
        var link = (await signer.OpenAsync("/espace-cpne")).QuerySelector(".todo a")!;
        Assert.Equal($"/espace-cpne/certifications/{entry}/relecture", link.GetAttribute("href"));
        Assert.Contains("1\u00a0remarque à traiter", (await nadia.OpenAsync("/espace-cpne")).QuerySelector(".todo")!.TextContent, StringComparison.Ordinal);
        var theirs = await other.OpenAsync("/espace-cpne");
        Assert.Empty(theirs.QuerySelectorAll(".todo li"));
        Assert.DoesNotContain("Fiche à signer", theirs.Body!.TextContent, StringComparison.Ordinal);
        // What she created is news for her colleague.
        Assert.Contains("Fiche à signer", (await signer.OpenAsync("/espace-cpne")).QuerySelector("[aria-labelledby=autres]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_was_read_again_says_so()
    {
        await using var paul = await site.SignInAsync(StaffSite.Metal, "Paul Lefèvre", Permission.Review);
        var entry = await site.OpenWelderAsync();

        using var answer = await paul.PostAsync($"/espace-cpne/certifications/{entry}/historique");

        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        var row = (await paul.OpenAsync("/espace-cpne/certifications")).QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains("Soudeur-chaudronnier", StringComparison.Ordinal));
        Assert.Contains("24\u00a0novembre\u00a02026", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_found_nothing_lead_to_a_certification_in_one_click()
    {
        await using var nadia = await site.WriterAsync();
        await using var other = await site.WriterAsync("Inès Caron", StaffSite.Chemistry);
        using var anybody = new HttpClient { BaseAddress = site.Address };
        foreach (var words in new[] { "zinguplax", "zinguplax", "une fois", "moi@exemple.fr", "moi@exemple.fr", "06 12 34 56 78", "06 12 34 56 78" })
            (await anybody.GetAsync(new Uri($"/certifications?q={Uri.EscapeDataString(words)}", UriKind.Relative), Stop)).Dispose();
        var page = await nadia.OpenAsync("/espace-cpne");
        var form = Assert.Single(page.QuerySelectorAll("[aria-labelledby=recherches] form"));
        Assert.Contains("zinguplax", form.TextContent, StringComparison.Ordinal);
        var target = form.QuerySelectorAll("option").Single(option => option.TextContent.StartsWith("Soudeur-chaudronnier", StringComparison.Ordinal)).GetAttribute("value");

        using var refused = await other.PostAsync("/espace-cpne", ("words", "zinguplax"), ("certification", target), ("act", "ajouter"));
        using var added = await nadia.PostAsync("/espace-cpne", ("words", "zinguplax"), ("certification", target), ("act", "ajouter"));

        Assert.Equal((System.Net.HttpStatusCode.Forbidden, System.Net.HttpStatusCode.Redirect), (refused.StatusCode, added.StatusCode));
        var found = await anybody.GetStringAsync(new Uri("/certifications?q=zinguplax", UriKind.Relative), Stop);
        Assert.Contains("/certifications/" + StaffSite.Welder, found, StringComparison.Ordinal);
        Assert.Empty((await nadia.OpenAsync("/espace-cpne")).QuerySelectorAll("[aria-labelledby=recherches] form"));
    }

    [Fact]
    public async Task Certifications_of_the_committees_are_there_the_drafts_first()
    {
        await using var nadia = await site.WriterAsync("Nadia Benali", "cpne-3248");
        await site.CreateAsync(new EntryText { Title = "Zinguerie en brouillon", Owners = [new OwnerRow("3248", StaffSite.Metal)] }, nadia);

        var page = await nadia.OpenAsync("/espace-cpne");
        var all = await nadia.OpenAsync("/espace-cpne/certifications");

        Assert.Contains(page.QuerySelectorAll("[aria-labelledby=nos] tbody th").Take(5), row => row.TextContent.Contains("Zinguerie en brouillon", StringComparison.Ordinal));
        Assert.Contains(all.QuerySelectorAll("tbody th"), row => row.TextContent.Contains("Soudeur-chaudronnier", StringComparison.Ordinal));
    }
}
