using System.Net;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Reports;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Web.Mail.Digests;
using CqpPortal.Web.Tests.EspaceCpne;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>A reader says that a page is wrong, and it reaches those who can correct it.</summary>
public sealed class ReportTests(StaffSite site) : IClassFixture<StaffSite>
{
    private const string Welder = "/certifications/" + StaffSite.Welder;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_foot_of_a_page_leads_to_a_form_that_reaches_the_committee_of_its_certification()
    {
        await using var reader = Reader();
        var link = (await reader.OpenAsync(Welder + "?lire=competence")).QuerySelector("footer a[href^='/signaler']")!.GetAttribute("href")!;
        var form = await reader.OpenAsync(link);
        Assert.Contains("Soudeur", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var sent = await reader.PostAsync(link, ("page-signalee", Welder + "?lire=competence"), ("Words", "Le niveau a changé."), ("ReplyTo", "lectrice@exemple.fr"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Merci", (await reader.OpenAsync(sent.Headers.Location!.ToString())).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);

        await using var nadia = await site.WriterAsync();
        await using var ines = await site.WriterAsync("Inès Caron", StaffSite.Chemistry);
        Assert.Contains("erreur signalée par un lecteur", Plain((await nadia.OpenAsync("/espace-cpne")).QuerySelector(".todo")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Le niveau a changé.", (await nadia.OpenAsync("/espace-cpne/signalements")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Le niveau a changé.", (await ines.OpenAsync("/espace-cpne/signalements")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await using var database = site.Data.CreateContext();
        var report = await database.ReaderReports.SingleAsync(row => row.Words == "Le niveau a changé.", Stop);
        var digest = await new ReportDigest().FindAsync(database, new DigestReader(nadia.Person, null, new DateOnly(2026, 11, 24)), Stop);
        Assert.Contains(digest!.Lines, line => line.Path == "/espace-cpne/signalements");

        // Not theirs: it is as if it were not there.
        using var foreign = await ines.PostAsync("/espace-cpne/signalements", ("id", $"{report.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var settled = await nadia.PostAsync("/espace-cpne/signalements", ("id", $"{report.Id}"));
        Assert.Equal("/espace-cpne/signalements?fait=traite", settled.Headers.Location!.ToString());
        await database.Entry(report).ReloadAsync(Stop);
        Assert.Equal((null, "Nadia Benali", true), (report.ReplyTo, report.SettledBy, report.SettledAt is not null));
        Assert.Contains("Signalement traité", (await nadia.OpenAsync("/espace-cpne/journal")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_on_any_other_page_reaches_the_administrators()
    {
        await using var reader = Reader();
        using var sent = await reader.PostAsync("/signaler?page-signalee=%2Fguide", ("page-signalee", "/guide"), ("Words", "Une phrase du guide est fausse."));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        await using var nadia = await site.WriterAsync();
        await using var claire = await StaffClient.SignInAsync(site.Data.ConnectionString, site.Address, [new Grant(Permission.Administer)]);
        Assert.DoesNotContain("Une phrase du guide", (await nadia.OpenAsync("/espace-cpne/signalements")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Une phrase du guide", (await claire.OpenAsync("/espace-cpne/signalements")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "Dites ce qui est faux")]
    [InlineData("Le titre est faux.", "pas une adresse", "Écrivez une adresse électronique")]
    [InlineData(null, "lectrice@exemple.fr", "Raccourcissez")]
    public async Task What_cannot_be_sent_is_kept_in_the_form(string? words, string address, string fault)
    {
        words ??= new string('x', ReaderReport.MaxWords + 1);
        await using var reader = Reader();
        using var sent = await reader.PostAsync("/signaler", ("page-signalee", Welder), ("Words", words), ("ReplyTo", address));
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        var page = await StaffClient.ReadAsync(sent);
        Assert.StartsWith("Erreur", page.Title, StringComparison.Ordinal);
        Assert.Contains(fault, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((words, address), (page.QuerySelector("textarea")!.TextContent.Trim(), page.QuerySelector("[name=ReplyTo]")!.GetAttribute("value")));
        Assert.Equal(Welder, page.QuerySelector("[name=page-signalee]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("https://ailleurs.exemple/")]
    [InlineData("//ailleurs.exemple/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_page_elsewhere_is_not_linked_to(string address)
    {
        await using var reader = Reader();
        var page = await reader.OpenAsync("/signaler?page-signalee=" + Uri.EscapeDataString(address));
        Assert.DoesNotContain(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == address);
        Assert.Equal("/", page.QuerySelector("[name=page-signalee]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_page_takes_thirty_unread_reports_and_says_so_and_those_settled_for_a_year_are_forgotten()
    {
        await using var reader = Reader();
        for (var count = 0; count < 30; count++)
        {
            using var one = await reader.PostAsync("/signaler", ("page-signalee", "/regles"), ("Words", $"Erreur {count}"));
            Assert.EndsWith("fait=envoye", one.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
        using var more = await reader.PostAsync("/signaler", ("page-signalee", "/regles"), ("Words", "Encore une"));
        Assert.Contains("n’a pas été ajouté", (await reader.OpenAsync(more.Headers.Location!.ToString())).Body!.TextContent, StringComparison.Ordinal);

        await using var database = site.Data.CreateContext();
        var now = FixedClock.Demonstration.GetUtcNow();
        foreach (var (index, row) in (await database.ReaderReports.Where(row => row.Page == "/regles").OrderBy(row => row.Id).ToListAsync(Stop)).Index())
            row.SettledAt = index == 0 ? now - ReaderReports.Kept - TimeSpan.FromMinutes(1) : index == 1 ? now : null;
        await database.SaveChangesAsync(Stop);
        await ReaderReports.ForgetAsync(database, now, Stop);
        Assert.Equal(29, await database.ReaderReports.CountAsync(row => row.Page == "/regles", Stop));
    }

    private StaffClient Reader() => new(site.Address, new Person { Name = "Personne" });

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
