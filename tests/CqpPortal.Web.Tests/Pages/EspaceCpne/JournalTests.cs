using System.Net;
using System.Text;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Pages.EspaceCpne;

public sealed class JournalTests(PostgresServer server) : IAsyncLifetime
{
    private const string Journal = "/espace-cpne/journal";

    private TestDatabase _data = null!;
    private PortalSite _site = null!;
    private StaffClient _administrator = null!;
    private StaffClient _writer = null!;
    private int _id;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString);
        _administrator = await _site.SignInAsync("Claire Essai", new Grant(Permission.Administer));
        _writer = await _site.SignInAsync("Nadia Essai", SignedEntries.Writing);
        _id = (await new SignedEntries(_data, _site).CreateAsync(_writer)).Id;
        await using var database = _data.CreateContext();
        database.Add(Line(new DateTimeOffset(2026, 1, 31, 22, 59, 0, TimeSpan.Zero), "Paul", "Essai de 100 %", "=HYPERLINK(\"x\")"));
        database.Add(Line(new DateTimeOffset(2026, 1, 31, 23, 0, 0, TimeSpan.Zero), "Paul", "Essai de 100 fois", null));
        await database.SaveChangesAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _administrator.DisposeAsync();
        await _writer.DisposeAsync();
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Fact]
    public async Task Administrators_read_everything_and_people_of_a_committee_what_concerns_its_entries()
    {
        Assert.Contains("Essai de 100 fois", await TextAsync(_administrator, ""), StringComparison.Ordinal);
        var text = await TextAsync(_writer, "");
        Assert.Contains("Fiche créée", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Essai de 100 fois", text, StringComparison.Ordinal);
        await using var stranger = await _site.SignInAsync("Un Autre", new Grant(Permission.Review, "cpnefp-1938"));
        Assert.Contains("Aucune ligne ne correspond", await TextAsync(stranger, $"?fiche={_id}"), StringComparison.Ordinal);
        await using var rules = await _site.SignInAsync("Hugo Essai", new Grant(Permission.EditRules));
        using var refused = await rules.GetAsync(Journal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await using var database = _data.CreateContext();
        Assert.True(await database.AuditLog.AnyAsync(line => line.Action == AuditAction.AccessRefused && line.PersonId == rules.Person.Id, Stop));
    }

    [Theory]
    [InlineData("?mots=100+%25", 1)]
    [InlineData("?mots=100", 2)]
    [InlineData("?qui=paul", 2)]
    [InlineData("?quoi=EntryCreated", 1)]
    [InlineData("?commission=cpne-0044", 1)]
    [InlineData("?au=2026-01-31", 1)]
    [InlineData("?du=2026-02-01&au=2026-02-01", 1)]
    [InlineData("?du=2026-01-31&au=2026-02-01&qui=paul", 2)]
    [InlineData("?mots=hyperlink", 1)]
    [InlineData("?mots=_", 0)]
    [InlineData("?mots=%00100&qui=pa%00ul&commission=%00", 2)]
    public async Task A_search_finds_by_words_person_action_committee_and_days_of_Paris(string query, int count) =>
        Assert.Equal(count, (await _administrator.OpenAsync(Journal + query)).QuerySelectorAll("tbody tr").Length);

    [Fact]
    public async Task What_is_not_understood_is_kept_and_explained()
    {
        using var answer = await _administrator.GetAsync($"{Journal}?du=hier&fiche=x&quoi=Rien");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await StaffClient.ReadAsync(answer);
        Assert.Equal(["#du", "#fiche", "#quoi"], page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")).Order());
        Assert.Equal("hier", page.QuerySelector("#du")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_losing_or_repeating_a_line()
    {
        await using (var database = _data.CreateContext())
        {
            database.AddRange(Enumerable.Range(0, 120).Select(number => Line(_site.Now, "Robot", $"Ligne {number:000}", null)));
            await database.SaveChangesAsync(Stop);
        }
        var (subjects, address) = (new List<string>(), $"{Journal}?qui=robot");
        while (address is not null)
        {
            var page = await _administrator.OpenAsync(address);
            subjects.AddRange(page.QuerySelectorAll("tbody tr td:last-child").Select(cell => cell.TextContent.Trim()));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
            Assert.True(subjects.Count <= 120);
        }
        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(number => $"Ligne {number:000}"), subjects);
    }

    [Fact]
    public async Task The_export_holds_the_lines_that_were_searched_runs_no_formula_and_is_audited()
    {
        using var answer = await _administrator.PostAsync($"{Journal}?qui=paul");
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).TrimEnd().Split("\r\n");
        Assert.Equal("Moment;Personne;Action;Commission;Fiche;Sujet;Détails", lines[0]);
        Assert.Equal("2026-01-31 23:59:00;Paul;Import de fiches;;;Essai de 100 %;\"'=HYPERLINK(\"\"x\"\")\"", lines[1]);
        Assert.Equal(3, lines.Length);
        await using var database = _data.CreateContext();
        Assert.Equal("qui = paul", (await database.AuditLog.SingleAsync(line => line.Action == AuditAction.Exported, Stop)).Details);
        using var without = await _administrator.SendAsync(Journal);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        var own = await (await _writer.PostAsync(Journal)).Content.ReadAsStringAsync(Stop);
        Assert.DoesNotContain("Paul", own, StringComparison.Ordinal);
        Assert.Contains("Fiche créée", own, StringComparison.Ordinal);
    }

    private static AuditLine Line(DateTimeOffset at, string name, string subject, string? details) => new() { At = at, Action = AuditAction.EntriesImported, PersonName = name, Subject = subject, Details = details };

    private static async Task<string> TextAsync(StaffClient staff, string query) => (await staff.OpenAsync(Journal + query)).Body!.TextContent;
}
