using System.Collections.Concurrent;
using CqpPortal.Database.OpenData;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.OpenData;

/// <summary>The feed of changes: what happened, once each, in the order in which it became public.</summary>
public sealed class ChangeFeedTests(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _data = null!;
    private long _before;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = _data.CreateContext();
        _before = await LastAsync(database);
    }

    public async ValueTask DisposeAsync() => await _data.DisposeAsync();

    [Fact]
    public async Task Every_certification_enters_the_feed_when_it_enters_the_catalogue()
    {
        await using var database = _data.CreateContext();
        var changes = await ChangeFeed.AfterAsync(database, 0, int.MaxValue, Stop);
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(number => (long)number), changes.Select(change => change.Number));
        Assert.Equal(await database.Certifications.Select(one => one.Slug).Order().ToListAsync(Stop), changes.Where(change => change.Kind == ChangeKind.Created).Select(change => change.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_change_names_the_fields_that_say_something_else()
    {
        await ChangeAsync("soudeur-chaudronnier-d-atelier", certification => certification.Rename("Soudeur, chaudronnier d’atelier"));
        await ChangeAsync("soudeur-chaudronnier-d-atelier", certification => certification.NumberedAs("DEMO-Z"));
        await ChangeAsync("soudeur-chaudronnier-d-atelier", _ => { });
        Assert.Equal([(ChangeKind.Changed, "title"), (ChangeKind.Changed, "codes,localCode")], (await NewAsync()).Select(change => (change.Kind, string.Join(',', change.Fields))));
    }

    [Fact]
    public async Task Abolition_and_replacement_are_told_as_such()
    {
        await ChangeAsync("soudeur-chaudronnier-d-atelier", certification =>
        {
            certification.Suppress(new DateOnly(2026, 12, 1), "Remplacée.");
            certification.ReplacedBy(new Succession(SuccessionKind.CqpToTfp, null, RegistryNumber.Parse("RNCP4242", null)) { ExternalTitle = "Un titre" });
        });
        Assert.Equal([ChangeKind.Replaced, ChangeKind.Suppressed], (await NewAsync()).Select(change => change.Kind));
        Assert.All(await NewAsync(), change => Assert.Equal(["replacedBy", "suppressedOn", "suppressionReason"], change.Fields));
    }

    [Fact]
    public async Task What_replaces_another_changes_that_one_when_it_is_renamed()
    {
        await ChangeAsync("soudeur-chaudronnier-d-atelier", certification => certification.Rename("Soudeur, chaudronnier d’atelier"));
        await using var database = _data.CreateContext();
        var replaced = await database.Certifications.Where(one => one.Successions.Any(link => link.Successor!.Slug == "soudeur-chaudronnier-d-atelier")).Select(one => one.Slug).ToListAsync(Stop);
        Assert.Equal(replaced, (await NewAsync()).Where(change => change.Fields.Contains("replacedBy")).Select(change => change.Id));
    }

    [Fact]
    public async Task A_portal_that_only_writes_otherwise_changes_nothing()
    {
        await using var database = _data.CreateContext();
        await database.Database.ExecuteSqlAsync($"update reference_versions set digest = 'earlier' where file_name = 'public documents'", Stop);
        await database.Database.ExecuteSqlAsync($"update public_documents set document = '{{\"id\": \"x\"}}' where certification_id = (select min(certification_id) from public_documents)", Stop);
        await PublicDocument.RewriteAsync(database, Stop);
        Assert.Empty(await NewAsync());
        var documents = await database.Set<PublicDocument>().Select(row => row.Document).ToListAsync(Stop);
        Assert.DoesNotContain("x", documents.Select(document => PublicDocument.Read(document).Id));
    }

    [Fact]
    public async Task Days_that_pass_bring_ends_near_and_over_once_each()
    {
        await using var database = _data.CreateContext();
        var end = await database.Set<SearchDocument>().Where(row => row.LastDay > FixedClock.Demonstration.Day).Select(row => row.LastDay!.Value).Order().FirstAsync(Stop);
        await ChangeFeed.PassAsync(database, end.AddDays(-ChangeFeed.DaysBeforeEnd - 1), Stop);
        var start = await LastAsync(database);
        // Three nodes wake up together, after a day on which none ran.
        await Parallel.ForAsync(0, 3, Stop, async (_, cancellationToken) =>
        {
            await using var own = _data.CreateContext();
            await ChangeFeed.PassAsync(own, end.AddDays(1 - ChangeFeed.DaysBeforeEnd), cancellationToken);
        });
        var near = await ChangeFeed.AfterAsync(database, start, int.MaxValue, Stop);
        var ending = await database.Set<SearchDocument>().Where(row => row.LastDay == end || row.LastDay == end.AddDays(1)).Join(database.Certifications, row => row.CertificationId, one => one.Id, (_, one) => one.Slug).ToListAsync(Stop);
        Assert.Equal(ending.Order(), near.Where(change => change.Kind == ChangeKind.Expiring).Select(change => change.Id).Order());
        await ChangeFeed.PassAsync(database, end, Stop);
        Assert.DoesNotContain(await ChangeFeed.AfterAsync(database, start, int.MaxValue, Stop), change => change.Kind == ChangeKind.Expired && ending.Contains(change.Id));
        await ChangeFeed.PassAsync(database, end.AddDays(1), Stop);
        await ChangeFeed.PassAsync(database, end.AddDays(1), Stop);
        var slug = await database.Set<SearchDocument>().Where(row => row.LastDay == end).Join(database.Certifications, row => row.CertificationId, one => one.Id, (_, one) => one.Slug).FirstAsync(Stop);
        Assert.Single(await ChangeFeed.AfterAsync(database, start, int.MaxValue, Stop), change => change.Kind == ChangeKind.Expired && change.Id == slug);
    }

    [Fact]
    public async Task A_reader_misses_nothing_while_many_write_and_some_give_up()
    {
        const int Writers = 6;
        const int Each = 8;
        var read = new List<long>();
        var done = new ConcurrentBag<int>();
        await using var database = _data.CreateContext();
        var slugs = await database.Certifications.OrderBy(one => one.Id).Take(Writers).Select(one => one.Slug).ToListAsync(Stop);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var reading = Task.Run(async () =>
        {
            await using var own = _data.CreateContext();
            for (var last = false; !last;)
            {
                last = over.IsCancellationRequested;
                var news = await ChangeFeed.AfterAsync(own, read.Count == 0 ? _before : read[^1], 3, Stop);
                read.AddRange(news.Select(change => change.Number));
                if (news.Count > 0) last = false;
            }
        }, Stop);
        await Task.WhenAll(slugs.Select((slug, writer) => Task.Run(async () =>
        {
            for (var turn = 0; turn < Each; turn++)
            {
                var givesUp = (turn + writer) % 3 == 0;
                await ChangeAsync(slug, certification => certification.NumberedAs($"W{writer}-{turn}"), givesUp);
                if (!givesUp) done.Add(turn);
            }
        }, Stop)));
        await over.CancelAsync();
        await reading;
        Assert.Equal(Enumerable.Range(1, done.Count).Select(place => _before + place), read);
    }

    private static async Task<long> LastAsync(PortalDbContext database) => await database.Set<CatalogueChange>().MaxAsync(change => change.Number, Stop) ?? 0;

    private async Task<List<PublishedChange>> NewAsync()
    {
        await using var database = _data.CreateContext();
        return await ChangeFeed.AfterAsync(database, _before, int.MaxValue, Stop);
    }

    private async Task ChangeAsync(string slug, Action<Certification> change, bool givesUp = false)
    {
        await using var database = _data.CreateContext();
        await using var transaction = await database.Database.BeginTransactionAsync(Stop);
        var certification = await database.Certifications.SingleAsync(one => one.Slug == slug, Stop);
        change(certification);
        await database.SaveChangesAsync(Stop);
        await SearchIndex.RefreshAsync(database, [certification.Id], Stop);
        if (givesUp) await transaction.RollbackAsync(Stop);
        else await transaction.CommitAsync(Stop);
    }
}
