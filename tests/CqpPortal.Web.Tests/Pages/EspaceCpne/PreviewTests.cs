using System.Net;
using AngleSharp.Dom;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Web.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Pages.EspaceCpne;

public sealed class PreviewTests(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _data = null!;
    private PortalSite _site = null!;
    private SignedEntries _entries = null!;
    private StaffClient _writer = null!;
    private StaffClient _signer = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString);
        _entries = new SignedEntries(_data, _site);
        _writer = await _site.SignInAsync("Nadia Essai", SignedEntries.Writing);
        _signer = await _site.SignInAsync("Hélène Essai", SignedEntries.SigningForBoth);
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _signer.DisposeAsync();
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Fact]
    public async Task The_preview_is_the_public_page_to_come_but_for_a_band()
    {
        var id = (await _entries.CreateAsync(_writer)).Id;
        var link = await ShareAsync(id);
        using var anybody = _site.CreatePlainClient();
        var (forStaff, forAnybody) = (await _writer.OpenAsync(Preview(id)), await OpenAsync(anybody, link));
        Assert.Contains("Aperçu du brouillon, pas encore publié.", forAnybody.QuerySelector(".preview")!.TextContent, StringComparison.Ordinal);
        await using (var database = _data.CreateContext())
        {
            Assert.False(await database.Certifications.AnyAsync(row => row.Title == SignedEntries.Complete.Title, Stop));
            Assert.False(await database.EntryVersions.AnyAsync(Stop));
        }
        var address = await _entries.PublishAsync(id, _writer, _signer);
        var published = await OpenAsync(anybody, address);

        Assert.Equal(Shown(published), Shown(forAnybody));
        Assert.Equal(Shown(published), Shown(forStaff));
    }

    [Fact]
    public async Task The_preview_of_a_revision_shows_it_while_the_public_reads_the_version_before()
    {
        var id = (await _entries.CreateAsync(_writer)).Id;
        var address = await _entries.PublishAsync(id, _writer, _signer);
        await _entries.SaveAsync(id, _writer, text => text with { Purpose = "Conduire deux lignes à la fois.", Skills = [text.Skills[2], text.Skills[0], text.Skills[1] with { Title = "Régler la cadence" }] });
        using var anybody = _site.CreatePlainClient();
        var (preview, before) = (await _writer.OpenAsync(Preview(id) + "?lire=competence"), await OpenAsync(anybody, address));
        Assert.Contains("Conduire deux lignes", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Conduire deux lignes", before.Body!.TextContent, StringComparison.Ordinal);
        await _entries.PublishAsync(id, _writer, _signer, "Cadence.");

        Assert.Equal(Shown(await OpenAsync(anybody, address + "?lire=competence")), Shown(preview));
    }

    [Fact]
    public async Task Many_read_it_while_it_is_written_and_nothing_of_it_stays()
    {
        var id = (await _entries.CreateAsync(_writer)).Id;
        var link = await ShareAsync(id);
        using var anybody = _site.CreatePlainClient();
        var reading = Enumerable.Range(0, 12).Select(_ => OpenAsync(anybody, link)).ToList();
        for (var number = 0; number < 5; number++) await _entries.SaveAsync(id, _writer, text => text with { Purpose = $"Conduire {number} lignes." });
        foreach (var page in await Task.WhenAll(reading)) Assert.Equal(SignedEntries.Complete.Title, page.QuerySelector("h1")!.TextContent);

        await using var database = _data.CreateContext();
        Assert.False(await database.Certifications.AnyAsync(row => row.Title == SignedEntries.Complete.Title, Stop));
        Assert.Equal(0, (await database.Entries.SingleAsync(row => row.Id == id, Stop)).PublishedVersion);
    }

    [Fact]
    public async Task A_link_is_found_by_nobody_and_tells_nobody_where_it_leads()
    {
        var id = (await _entries.CreateAsync(_writer)).Id;
        var link = await ShareAsync(id);
        using var anybody = _site.CreatePlainClient();
        using var answer = await anybody.GetAsync(link, Stop);
        Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var key = link.ToString().Split('/')[^1];
        Assert.True(key.Length >= 22);
        await using var database = _data.CreateContext();
        Assert.Equal(PreviewKey.Digest(key), (await database.Set<PreviewLink>().SingleAsync(Stop)).KeyDigest);
        Assert.DoesNotContain(key, (await _writer.OpenAsync(Preview(id))).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("/apercu/***", CqpPortal.Web.Startup.PortalPipeline.Shown($"/apercu/{key}"));
    }

    [Fact]
    public async Task A_link_that_has_expired_was_ended_or_never_was_says_so()
    {
        var id = (await _entries.CreateAsync(_writer)).Id;
        var (ended, expired) = (await ShareAsync(id), await ShareAsync(id, "1"));
        await using (var database = _data.CreateContext())
        {
            var past = _site.Now;
            var digest = PreviewKey.Digest(expired.ToString().Split('/')[^1]);
            Assert.Equal(1, await database.Set<PreviewLink>().Where(row => row.KeyDigest == digest && row.ExpiresAt == past.AddDays(1)).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.ExpiresAt, past), Stop));
        }
        using (var answer = await _writer.PostAsync($"{Preview(id)}?handler=End", ("link", PreviewKey.Digest(ended.ToString().Split('/')[^1])))) Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var anybody = _site.CreatePlainClient();
        foreach (var link in new[] { ended, expired, new Uri(_site.Address, "/apercu/jamais-vu"), new Uri(_site.Address, $"/apercu/{PreviewKey.Digest("x")}") })
        {
            using var answer = await anybody.GetAsync(link, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("Ce lien n’ouvre plus rien", (await StaffClient.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
        }
        await using var after = _data.CreateContext();
        Assert.Equal([AuditAction.PreviewShared, AuditAction.PreviewShared, AuditAction.PreviewEnded],
            await after.AuditLog.Where(line => line.EntryId == id && line.Action != AuditAction.EntryCreated).OrderBy(line => line.Id).Select(line => line.Action).ToListAsync(Stop));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("deux")]
    [InlineData("")]
    public async Task A_link_lasts_from_one_to_sixty_days(string days)
    {
        var id = (await _entries.CreateAsync(_writer)).Id;
        using var answer = await _writer.PostAsync(Preview(id), ("Days", days));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await StaffClient.ReadAsync(answer);
        Assert.Equal(days, page.QuerySelector("#Days")!.GetAttribute("value") ?? "");
        Assert.Contains("de 1 à 60", page.QuerySelector("#Days-erreur")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_says_too_little_names_what_is_missing()
    {
        var id = (await _entries.CreateAsync(_writer, SignedEntries.Complete with { Title = "", Owners = [new Domain.Editing.OwnerRow("3248", SignedEntries.Metal)] })).Id;
        var page = await _writer.OpenAsync(Preview(id));
        Assert.Contains("L’aperçu sera possible quand la fiche dira l’essentiel.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".faults a[href='/espace-cpne/certifications/{id}/presentation#title']"));
    }

    [Fact]
    public async Task Only_who_writes_or_signs_for_the_entry_makes_links()
    {
        await using var reviewer = await _site.SignInAsync("Paul Essai", new Grant(Permission.Review, SignedEntries.Metal));
        await using var stranger = await _site.SignInAsync("Un Autre", new Grant(Permission.WriteDrafts, "cpnefp-1938"));
        var id = (await _entries.CreateAsync(_writer)).Id;
        using (var read = await reviewer.GetAsync(Preview(id))) Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using (var read = await stranger.GetAsync(Preview(id))) Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        foreach (var staff in new[] { reviewer, stranger })
        {
            using var made = await staff.PostAsync(Preview(id), ("Days", "3"));
            Assert.Equal(HttpStatusCode.Forbidden, made.StatusCode);
        }
    }

    private static string Preview(int id) => $"/espace-cpne/certifications/{id}/apercu";

    /// <summary>The page without the band, as it is written.</summary>
    private static string Shown(IDocument page)
    {
        page.QuerySelector(".preview")?.Remove();
        return page.QuerySelector("main")!.InnerHtml.Trim();
    }

    private static async Task<IDocument> OpenAsync(HttpClient client, object address)
    {
        using var answer = await client.GetAsync(address as Uri ?? new Uri((string)address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await StaffClient.ReadAsync(answer);
    }

    private async Task<Uri> ShareAsync(int id, string days = "14")
    {
        using (var made = await _writer.PostAsync(Preview(id), ("Days", days))) Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        return new Uri((await _writer.OpenAsync(Preview(id))).QuerySelector(".preview code")!.TextContent);
    }
}
