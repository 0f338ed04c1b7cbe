using System.Net;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Database.OpenData;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Web.Wording;
using Xunit;

namespace CqpPortal.Web.Tests.Pages.EspaceCpne;

public sealed class HistoryTests(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _data = null!;
    private PortalSite _site = null!;
    private SignedEntries _entries = null!;
    private StaffClient _writer = null!;
    private StaffClient _signer = null!;
    private int _id;
    private string _address = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString);
        _entries = new SignedEntries(_data, _site);
        _writer = await _site.SignInAsync("Nadia Essai", SignedEntries.Writing);
        _signer = await _site.SignInAsync("Hélène Essai", SignedEntries.SigningForBoth);
        _id = (await _entries.CreateAsync(_writer)).Id;
        _address = await _entries.PublishAsync(_id, _writer, _signer);
        await _entries.SaveAsync(_id, _writer, text => text with
        {
            Purpose = "Conduire une ligne <script>alert(1)</script> et en répondre.",
            Skills = [text.Skills[0], text.Skills[1] with { Assessments = ["e1", "e2"] }, text.Skills[2]],
            Owners = [text.Owners[0] with { JoinedOn = new DateOnly(2026, 1, 1) }, text.Owners[1]],
        });
        await _entries.PublishAsync(_id, _writer, _signer, "Script en plus.");
        await _entries.SaveAsync(_id, _writer, text => text with { Purpose = "Conduire une ligne." });
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _signer.DisposeAsync();
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Fact]
    public async Task What_is_published_is_told_to_those_who_follow_the_changes()
    {
        await using var database = _data.CreateContext();
        var mine = (await ChangeFeed.AfterAsync(database, 0, int.MaxValue, Stop)).Where(change => _address.EndsWith("/" + change.Id, StringComparison.Ordinal)).ToList();
        Assert.Equal([ChangeKind.Created, ChangeKind.Published], mine.Select(change => change.Kind));
        Assert.Superset(new HashSet<string> { "blocks", "branches", "purpose", "version" }, mine[1].Fields.ToHashSet());
        Assert.DoesNotContain("title", mine[1].Fields);
    }

    [Fact]
    public async Task Versions_say_when_who_why_and_who_signed()
    {
        var page = await _writer.OpenAsync(History());
        var rows = page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("Version 2", rows[0], StringComparison.Ordinal);
        Assert.Contains("Script en plus.", rows[0], StringComparison.Ordinal);
        Assert.Contains("par Hélène Essai", rows[0], StringComparison.Ordinal);
        Assert.Equal(2, rows[0].Split("Hélène Essai, ").Length - 1);
        Assert.Contains("Création par les deux commissions.", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_two_are_compared_field_by_field_and_word_by_word()
    {
        var page = await _writer.OpenAsync($"{History()}?de=1&a=2");
        var changes = page.QuerySelectorAll("#comparer tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row);
        Assert.Equal(["À quoi il sert", "Branche Industries chimiques, depuis le", "Compétence 2, évaluations"], changes.Keys.Select(Shorter));
        Assert.Equal("<script>alert(1)</script> ", changes["À quoi il sert"].QuerySelector("ins")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("#comparer script"));
        Assert.Equal("1er\u00a0janvier\u00a02026", changes.Values.ElementAt(1).QuerySelector("ins")!.TextContent);
        Assert.Contains("Épreuve écrite", changes["Compétence 2, évaluations"].QuerySelector("ins")!.TextContent, StringComparison.Ordinal);

        static string Shorter(string label) => label.StartsWith("Branche", StringComparison.Ordinal) ? "Branche Industries chimiques, depuis le" : label;
    }

    [Fact]
    public async Task The_draft_is_compared_with_what_is_published()
    {
        var page = await _writer.OpenAsync(History());
        Assert.Equal(("2", "brouillon"), (page.QuerySelector("#de option[selected]")!.GetAttribute("value"), page.QuerySelector("#a option[selected]")!.GetAttribute("value")));
        Assert.Equal("À quoi il sert", Assert.Single(page.QuerySelectorAll("#comparer tbody th")).TextContent);
        using var unknown = await _writer.GetAsync($"{History()}?de=1&a=9");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task What_was_done_is_listed_with_who_did_it()
    {
        var page = await _writer.OpenAsync(History());
        var text = page.QuerySelectorAll("table")[^1].TextContent;
        foreach (var action in new[] { AuditAction.EntryCreated, AuditAction.SentToReview, AuditAction.SignatureGiven, AuditAction.Published, AuditAction.DraftSaved })
            Assert.Contains(AuditWords.Of(action), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Enum.GetValues<AuditAction>(), action => AuditWords.Of(action) == action.ToString());
    }

    [Fact]
    public async Task The_public_reads_the_dated_versions_and_what_changed_without_names()
    {
        using var anybody = _site.CreatePlainClient();
        using var shown = await anybody.GetAsync(new Uri(_address, UriKind.Relative), Stop);
        Assert.NotNull((await StaffClient.ReadAsync(shown)).QuerySelector($"#versions a[href='{_address}/versions']"));
        foreach (var query in new[] { "", "?de=1&a=2" })
        {
            using var answer = await anybody.GetAsync(new Uri($"{_address}/versions{query}", UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await StaffClient.ReadAsync(answer);
            var text = page.Body!.TextContent;
            Assert.Equal(["Version 2, 24\u00a0novembre\u00a02026", "Version 1, 24\u00a0novembre\u00a02026"], page.QuerySelectorAll(".versions h2").Select(title => title.TextContent));
            Assert.Contains("A changé\u00a0: À quoi il sert,", text, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("#comparer ins"));
            foreach (var name in new[] { "Nadia", "Hélène", "Essai", "brouillon" }) Assert.DoesNotContain(name, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/certifications/jamais-vue/versions")]
    [InlineData("/certifications/soudeur-chaudronnier-d-atelier/versions")]
    [InlineData("/certifications/pilote-pilote-de-ligne-d-essai/versions?de=1&a=brouillon")]
    public async Task What_has_no_versions_has_no_page_of_them(string address)
    {
        using var anybody = _site.CreatePlainClient();
        using var answer = await anybody.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Opening_a_certification_of_the_catalogue_does_not_show_it_as_published_by_its_committee()
    {
        await using (var database = _data.CreateContext())
        {
            var certification = database.Certifications.Single(row => row.Slug == "soudeur-chaudronnier-d-atelier");
            await EntryOpening.ForAsync(database, certification.Id, _site.Now, Stop);
        }
        using var anybody = _site.CreatePlainClient();
        using var answer = await anybody.GetAsync(new Uri("/certifications/soudeur-chaudronnier-d-atelier", UriKind.Relative), Stop);
        Assert.Null((await StaffClient.ReadAsync(answer)).QuerySelector("#versions a[href$='/versions']"));
    }

    [Fact]
    public async Task Another_committee_reads_no_history()
    {
        await using var stranger = await _site.SignInAsync("Un Autre", new Grant(Permission.Review, "cpnefp-1938"));
        using var answer = await stranger.GetAsync(History());
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private string History() => $"/espace-cpne/certifications/{_id}/historique";
}
