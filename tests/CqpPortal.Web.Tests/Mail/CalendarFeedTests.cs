using System.Net.Http.Headers;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Mail;

public sealed class CalendarFeedTests(PostgresServer server)
{
    private const string Account = "/espace-cpne/compte/courriels";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Holds_an_event_of_a_day_for_each_step_and_for_the_end_of_the_persons_committees_only()
    {
        await using var data = await server.CreateDatabaseAsync();
        await Catalogue.AddAsync(data, "essayeur", "Essayeur ; dit « l’essai, long » \\ fin", "cpne-essai", Ending("RNCP88123", new DateOnly(2027, 8, 31)));
        await Catalogue.AddAsync(data, "autre", "Autre", "cpne-autre", Ending("RNCP88124", new DateOnly(2027, 8, 31)));
        var person = await Staff.AddAsync(data, "nadia@exemple.fr", new Grant(Permission.Sign, "cpne-essai"));
        await using var site = new PortalSite(data.ConnectionString);
        var path = await MakeAsync(site, data, person.Id);
        using var client = site.CreatePlainClient();
        using var answer = await client.GetAsync(path, Stop);
        Assert.Equal(("text/calendar", "utf-8"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet));
        Assert.True(answer.Headers.CacheControl!.Private);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        var calendar = Calendar.Load(text)!;
        Assert.Equal(
            ["rncp88123-18@portail-cqp", "rncp88123-12@portail-cqp", "rncp88123-6@portail-cqp", "rncp88123-3@portail-cqp", "rncp88123-1@portail-cqp", "rncp88123-fin@portail-cqp"],
            calendar.Events.OrderBy(happening => happening.Start!.Date).Select(happening => happening.Uid));
        Assert.Equal([new DateOnly(2026, 2, 28), new(2026, 8, 31), new(2027, 2, 28), new(2027, 5, 31), new(2027, 7, 31), new(2027, 8, 31)],
            calendar.Events.Select(happening => happening.Start!.Date).Order());
        Assert.All(calendar.Events, happening =>
        {
            Assert.True(happening.IsAllDay);
            Assert.Empty(happening.Alarms);
            Assert.Contains("Essayeur ; dit « l’essai, long » \\ fin (RNCP88123)", happening.Summary, StringComparison.Ordinal);
            Assert.EndsWith("/certifications/essayeur", happening.Url!.AbsolutePath, StringComparison.Ordinal);
        });
        // Lines of at most 75 bytes that end in CRLF (RFC 5545).
        Assert.All(text.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_not_sent_again_while_nothing_has_changed()
    {
        await using var data = await server.CreateDatabaseAsync();
        await Catalogue.AddAsync(data, "essayeur", "Essayeur", "cpne-essai", Ending("RNCP88123", new DateOnly(2027, 8, 31)));
        var person = await Staff.AddAsync(data, "nadia@exemple.fr", new Grant(Permission.Sign, "cpne-essai"));
        await using var site = new PortalSite(data.ConnectionString);
        var path = await MakeAsync(site, data, person.Id);
        using var client = site.CreatePlainClient();
        using var first = await client.GetAsync(path, Stop);
        Assert.Equal(304, await AskAsync(client, path, first.Headers.ETag!));
        await Catalogue.AddAsync(data, "nouveau", "Nouveau", "cpne-essai", Ending("RNCP88125", new DateOnly(2027, 8, 31)));
        Assert.Equal(200, await AskAsync(client, path, first.Headers.ETag!));
    }

    [Fact]
    public async Task Nobody_reads_it_by_a_key_that_is_unknown_renewed_or_of_a_closed_account()
    {
        await using var data = await server.CreateDatabaseAsync();
        var person = await Staff.AddAsync(data, "nadia@exemple.fr");
        await using var site = new PortalSite(data.ConnectionString);
        using var client = site.CreatePlainClient();
        Assert.Equal(404, await StatusAsync(client, new Uri("/espace-cpne/calendrier/inventee.ics", UriKind.Relative)));
        Assert.Equal(404, await StatusAsync(client, new Uri($"/espace-cpne/calendrier/{new string('a', 500)}.ics", UriKind.Relative)));
        var first = await MakeAsync(site, data, person.Id);
        Assert.Equal(200, await StatusAsync(client, first));
        var second = await MakeAsync(site, data, person.Id);
        Assert.NotEqual(first, second);
        Assert.Equal((404, 200), (await StatusAsync(client, first), await StatusAsync(client, second)));
        await using var database = data.CreateContext();
        await database.Users.ExecuteUpdateAsync(people => people.SetProperty(one => one.ClosedAt, DateTimeOffset.UnixEpoch), Stop);
        Assert.Equal(404, await StatusAsync(client, second));
    }

    private static Registration Ending(string number, DateOnly end) => new(RegistryNumber.Parse(number, null), null, new RegistrationDates(end) { EffectOn = end.AddYears(-4) });

    private static async Task<Uri> MakeAsync(PortalSite site, TestDatabase data, int id)
    {
        using var client = await Staff.SignInAsync(site, "nadia@exemple.fr");
        using var made = await client.PostFormAsync(Account, Account + "?handler=Calendar");
        Assert.Equal(302, (int)made.StatusCode);
        var path = $"/espace-cpne/calendrier/{(await Staff.ReadAsync(data, id)).CalendarKey}.ics";
        Assert.EndsWith(path, (await client.ReadPageAsync(Account)).QuerySelector("#adresse")!.GetAttribute("value"), StringComparison.Ordinal);
        return new Uri(path, UriKind.Relative);
    }

    private static async Task<int> AskAsync(HttpClient client, Uri path, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag);
        using var answer = await client.SendAsync(request, Stop);
        return (int)answer.StatusCode;
    }

    private static async Task<int> StatusAsync(HttpClient client, Uri path)
    {
        using var answer = await client.GetAsync(path, Stop);
        return (int)answer.StatusCode;
    }
}
