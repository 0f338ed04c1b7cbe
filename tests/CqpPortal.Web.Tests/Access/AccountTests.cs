using System.Net;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Xunit;

namespace CqpPortal.Web.Tests.Access;

public sealed class AccountTests(PostgresServer server) : IAsyncLifetime
{
    private const string Page = "/espace-cpne/compte";

    private readonly MovingClock _clock = new();
    private TestDatabase _data = null!;
    private PortalSite _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync();
        _site = new PortalSite(_data.ConnectionString, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Fact]
    public async Task A_second_factor_is_confirmed_by_a_code_and_then_asked_at_each_sign_in()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.EditRules));
        using (var started = await staff.PostAsync($"{Page}?handler=Factor")) Assert.Equal($"{Page}/second-facteur", started.Headers.Location?.ToString());
        var setup = await staff.OpenAsync($"{Page}/second-facteur");
        Assert.True(setup.QuerySelector("svg.qr path")!.GetAttribute("d")!.Length > 1000);
        var totp = new Totp(Base32Encoding.ToBytes(setup.QuerySelector("#cle")!.TextContent.Replace(" ", "", StringComparison.Ordinal)));
        using (var wrong = await staff.PostAsync($"{Page}/second-facteur", ("Code", "000000"))) Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using (var confirmed = await staff.PostAsync($"{Page}/second-facteur", ("Code", totp.ComputeTotp()))) Assert.Equal($"{Page}/codes-de-secours", confirmed.Headers.Location?.ToString());
        var codes = (await staff.OpenAsync($"{Page}/codes-de-secours")).QuerySelectorAll(".secrets code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        using (var once = await staff.GetAsync($"{Page}/codes-de-secours")) Assert.Equal(Page, once.Headers.Location?.ToString());

        await using var telephone = new StaffClient(_site.Address, staff.Person);
        using (var asked = await telephone.SignInAsync(page: "/connexion")) Assert.Equal("/connexion/second-facteur", asked.Headers.Location?.ToString());
        using (var outside = await telephone.GetAsync(Page)) Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);
        var code = totp.ComputeTotp();
        using (var wrong = await telephone.PostAsync("/connexion/second-facteur", ("Code", "12"))) Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using (var open = await telephone.PostAsync("/connexion/second-facteur", ("Code", code), ("Retour", Page))) Assert.Equal(Page, open.Headers.Location?.ToString());
        await using var thief = new StaffClient(_site.Address, staff.Person);
        using (await thief.SignInAsync()) { }
        using (var replayed = await thief.PostAsync("/connexion/second-facteur", ("Code", code))) Assert.Equal(HttpStatusCode.BadRequest, replayed.StatusCode);

        await using var lost = new StaffClient(_site.Address, staff.Person);
        using (await lost.SignInAsync()) { }
        using (var open = await lost.PostAsync("/connexion/code-de-secours", ("Code", codes[3].ToLowerInvariant()))) Assert.Equal("/espace-cpne", open.Headers.Location?.ToString());
        await using var again = new StaffClient(_site.Address, staff.Person);
        using (await again.SignInAsync()) { }
        using (var used = await again.PostAsync("/connexion/code-de-secours", ("Code", codes[3]))) Assert.Equal(HttpStatusCode.BadRequest, used.StatusCode);

        using (var refused = await lost.PostAsync($"{Page}?handler=NoFactor", ("FactorPassword", "autre chose"))) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using (var off = await lost.PostAsync($"{Page}?handler=NoFactor", ("FactorPassword", TestPeople.Password))) Assert.Equal($"{Page}?fait=facteur", off.Headers.Location?.ToString());
        await using var simple = new StaffClient(_site.Address, staff.Person);
        using (var direct = await simple.SignInAsync()) Assert.Equal("/espace-cpne", direct.Headers.Location?.ToString());
        Assert.Equal(2, (await ActionsAsync(staff.Person)).Count(action => action == AuditAction.SecondFactorChanged));
    }

    [Fact]
    public async Task Nobody_skips_the_second_factor_by_going_to_its_page()
    {
        await using var visitor = new StaffClient(_site.Address, new Person { Name = "Personne" });
        using var answer = await visitor.GetAsync("/connexion/second-facteur?retour=%2Fespace-cpne%2Fcompte");
        Assert.Equal("/connexion?retour=%2Fespace-cpne%2Fcompte", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.EditRules));
        await using var elsewhere = new StaffClient(_site.Address, staff.Person);
        using (await elsewhere.SignInAsync()) { }
        using (var wrong = await staff.PostAsync($"{Page}?handler=Password", ("Password", "pas celui-ci"), ("NewPassword", "quatre mots bien choisis"))) Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using (var changed = await staff.PostAsync($"{Page}?handler=Password", ("Password", TestPeople.Password), ("NewPassword", "quatre mots bien choisis"))) Assert.Equal($"{Page}?fait=mot-de-passe", changed.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(staff));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(elsewhere));
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_or_all()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.EditRules));
        var others = new List<StaffClient>();
        foreach (var agent in new[] { "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/142.0", "Mozilla/5.0 (iPhone) AppleWebKit Version/26.0 Safari/604.1", "rien" })
        {
            var other = new StaffClient(_site.Address, staff.Person);
            other.Client.DefaultRequestHeaders.Add("User-Agent", agent);
            using (await other.SignInAsync()) others.Add(other);
        }
        var page = await staff.OpenAsync(Page);
        Assert.Equal(["Appareil inconnu", "Appareil inconnu", "Firefox sur Windows", "Safari sur iPhone"], page.QuerySelectorAll("tbody th").Select(device => device.TextContent).Order());
        var firefox = page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Firefox", StringComparison.Ordinal)).QuerySelector("input[name=id]")!.GetAttribute("value");
        using (await staff.PostAsync($"{Page}?handler=EndSession", ("id", firefox))) { }
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(others[0]));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(others[1]));
        await using var stranger = await _site.SignInAsync(new Grant(Permission.EditRules));
        var own = page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("iPhone", StringComparison.Ordinal)).QuerySelector("input[name=id]")!.GetAttribute("value");
        using (var refused = await stranger.PostAsync($"{Page}?handler=EndSession", ("id", own))) Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using (await staff.PostAsync($"{Page}?handler=EndOthers")) { }
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.OK],
            [await StatusAsync(others[0]), await StatusAsync(others[1]), await StatusAsync(others[2]), await StatusAsync(staff)]);
        foreach (var other in others) await other.DisposeAsync();
    }

    [Fact]
    public async Task A_session_slides_while_it_is_used_and_is_written_once_a_minute()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.EditRules));
        var started = await SeenAsync(staff);
        _clock.Advance(TimeSpan.FromSeconds(40));
        await StatusAsync(staff);
        Assert.Equal(started, await SeenAsync(staff));
        for (var hours = 0; hours < 14; hours += 7)
        {
            _clock.Advance(TimeSpan.FromHours(7));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(staff));
        }
        Assert.Equal(_clock.GetUtcNow(), await SeenAsync(staff));
        _clock.Advance(TimeSpan.FromHours(8));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(staff));
    }

    [Fact]
    public async Task A_name_is_changed_and_what_was_done_before_keeps_the_former_one()
    {
        await using var staff = await _site.SignInAsync("Ancien Nom", new Grant(Permission.EditRules));
        using (var empty = await staff.PostAsync($"{Page}?handler=Name", ("Name", " "))) Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using (await staff.PostAsync($"{Page}?handler=Name", ("Name", "Nouveau Nom"))) { }
        Assert.Contains("Nouveau Nom", (await staff.OpenAsync("/espace-cpne")).QuerySelector(".staff")!.TextContent, StringComparison.Ordinal);
        await using var database = _data.CreateContext();
        Assert.Equal(["Ancien Nom", "Ancien Nom"], await database.Set<AuditLine>().OrderBy(line => line.Id).Select(line => line.PersonName).ToListAsync(Stop));
    }

    private static async Task<HttpStatusCode> StatusAsync(StaffClient client)
    {
        using var answer = await client.GetAsync(Page);
        return answer.StatusCode;
    }

    private async Task<DateTimeOffset> SeenAsync(StaffClient client)
    {
        await using var database = _data.CreateContext();
        return await database.Set<Session>().Where(session => session.PersonId == client.Person.Id).Select(session => session.LastSeenAt).SingleAsync(Stop);
    }

    private async Task<List<AuditAction>> ActionsAsync(Person person)
    {
        await using var database = _data.CreateContext();
        return await database.Set<AuditLine>().Where(line => line.PersonId == person.Id).OrderBy(line => line.Id).Select(line => line.Action).ToListAsync(Stop);
    }
}
