using System.Net;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Mail;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Web.Access;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Access;

public sealed class SignInTests(PostgresServer server) : IAsyncLifetime
{
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
    public async Task Five_failures_lock_an_account_for_a_quarter_of_an_hour_whether_it_exists_or_not()
    {
        await using var known = await VisitorAsync();
        await using var unknown = new StaffClient(_site.Address, new Person { Name = "Personne", Email = "personne@essais.example" });
        foreach (var visitor in new[] { known, unknown })
        {
            var said = new List<string>();
            for (var attempt = 0; attempt < 6; attempt++) said.Add(await RefusalAsync(visitor, "un autre mot de passe"));
            Assert.All(said[..4], text => Assert.Contains("ne vont pas ensemble", text, StringComparison.Ordinal));
            Assert.All(said[4..], text => Assert.Contains("attendez 13\u00A0h 16", text.Replace(" h", "\u00A0h", StringComparison.Ordinal), StringComparison.Ordinal));
        }
        Assert.Contains("attendez", await RefusalAsync(known, TestPeople.Password), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(16));
        using var answer = await known.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal([.. Enumerable.Repeat(AuditAction.SignInFailed, 5), AuditAction.LockedOut, AuditAction.SignInFailed, AuditAction.SignInFailed, AuditAction.SignedIn], await ActionsAsync(known.Person));
    }

    [Fact]
    public async Task The_same_page_answers_a_stranger_and_a_wrong_password()
    {
        await using var known = await VisitorAsync();
        await using var unknown = new StaffClient(_site.Address, new Person { Name = "Personne", Email = "inconnu@essais.example" });
        var pages = new List<string>();
        foreach (var visitor in new[] { known, unknown })
        {
            using var answer = await visitor.SignInAsync("un autre mot de passe");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var page = await StaffClient.ReadAsync(answer);
            Assert.StartsWith("Erreur : ", page.Title, StringComparison.Ordinal);
            Assert.Equal(visitor.Person.Email, page.QuerySelector("#Email")!.GetAttribute("value"));
            page.QuerySelector("#Email")!.RemoveAttribute("value");
            foreach (var token in page.QuerySelectorAll("input[name=__RequestVerificationToken]")) token.Remove();
            pages.Add(page.Body!.OuterHtml);
        }
        Assert.Equal(pages[0], pages[1]);
    }

    [Theory]
    [InlineData("/espace-cpne/compte?a=1", "/espace-cpne/compte?a=1")]
    [InlineData("https://ailleurs.example/", "/espace-cpne")]
    [InlineData("//ailleurs.example/", "/espace-cpne")]
    [InlineData("/\\ailleurs.example/", "/espace-cpne")]
    public async Task Goes_on_to_an_address_of_this_site_only(string retour, string expected)
    {
        await using var visitor = await VisitorAsync();
        using var answer = await visitor.PostAsync("/connexion", ("Email", visitor.Person.Email), ("Password", TestPeople.Password), ("Retour", retour));
        Assert.Equal(expected, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_cookie_holds_only_a_key_that_scripts_cannot_read()
    {
        await using var visitor = await VisitorAsync();
        using var answer = await visitor.SignInAsync();
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("cqp-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        await using var database = _data.CreateContext();
        var session = await database.Set<Session>().SingleAsync(session => session.PersonId == visitor.Person.Id, Stop);
        Assert.Equal(64, session.KeyDigest.Length);
    }

    [Fact]
    public async Task Who_may_not_come_in_is_told_why_after_the_right_password_only()
    {
        await using var closed = await VisitorAsync(person => person.ClosedAt = _clock.GetUtcNow());
        await using var invited = await VisitorAsync(person => person.EmailConfirmed = false);
        Assert.Contains("fermé", await RefusalAsync(closed, TestPeople.Password), StringComparison.Ordinal);
        Assert.Contains("invitation", await RefusalAsync(invited, TestPeople.Password), StringComparison.Ordinal);
        Assert.Contains("ne vont pas ensemble", await RefusalAsync(closed, "un autre mot de passe"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_account_opens_no_real_portal()
    {
        await Database.Demonstration.DemonstrationPeople.AddAsync(_data.ConnectionString, Stop);
        await using var database = _data.CreateContext();
        await using var visitor = new StaffClient(_site.Address, await database.Users.FirstAsync(person => person.IsDemonstration, Stop));
        Assert.Contains("démonstration et son mot de passe est public", await RefusalAsync(visitor, Database.Demonstration.DemonstrationPeople.Password), StringComparison.Ordinal);
        Assert.DoesNotContain(Database.Demonstration.DemonstrationPeople.Password, (await visitor.OpenAsync("/connexion")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailed_link_gives_a_new_password_once_and_ends_all_sessions()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.EditRules));
        await using var visitor = new StaffClient(_site.Address, staff.Person);
        using (await visitor.PostAsync("/connexion/mot-de-passe-oublie", ("Email", staff.Person.Email))) { }
        using (await visitor.PostAsync("/connexion/mot-de-passe-oublie", ("Email", staff.Person.Email))) { }
        using (await visitor.PostAsync("/connexion/mot-de-passe-oublie", ("Email", "inconnu@essais.example"))) { }
        await using var database = _data.CreateContext();
        var mail = await database.Set<OutgoingMail>().SingleAsync(Stop);
        var link = new Uri(mail.Body.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim()).PathAndQuery;
        using (var refused = await visitor.PostAsync(link, ("Lien", link.Split('=')[1]), ("Password", "court"))) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using (var changed = await visitor.PostAsync(link, ("Lien", link.Split('=')[1]), ("Password", "quatre mots bien choisis"))) Assert.Equal("/connexion?etat=mot-de-passe", changed.Headers.Location?.ToString());
        using (var again = await visitor.GetAsync(link)) Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        using (var old = await staff.GetAsync("/espace-cpne")) Assert.Equal(HttpStatusCode.Redirect, old.StatusCode);
        using var answer = await visitor.SignInAsync("quatre mots bien choisis");
        Assert.Equal("/espace-cpne", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_mailed_link_leads_to_the_portal_whatever_host_the_request_names()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.EditRules));
        await using var stranger = new StaffClient(_site.Address, staff.Person);
        stranger.Client.DefaultRequestHeaders.Host = "malveillant.example";
        using (await stranger.PostAsync("/connexion/mot-de-passe-oublie", ("Email", staff.Person.Email))) { }
        await using var database = _data.CreateContext();
        var mail = await database.Set<OutgoingMail>().SingleAsync(Stop);
        Assert.DoesNotContain("malveillant", mail.Body, StringComparison.Ordinal);
        Assert.Contains($"http://localhost:{_site.Address.Port}/connexion/nouveau-mot-de-passe?lien=", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_worth_nothing_after_an_hour()
    {
        await using var visitor = await VisitorAsync();
        using (await visitor.PostAsync("/connexion/mot-de-passe-oublie", ("Email", visitor.Person.Email))) { }
        await using var database = _data.CreateContext();
        var mail = await database.Set<OutgoingMail>().SingleAsync(Stop);
        var link = new Uri(mail.Body.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)).Trim()).PathAndQuery;
        using (var works = await visitor.GetAsync(link)) Assert.Equal(HttpStatusCode.OK, works.StatusCode);
        _clock.Advance(TimeSpan.FromMinutes(61));
        using var late = await visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_asks_to_sign_in_again()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.EditRules));
        var cookie = staff.Cookies["cqp-session"]!;
        using (var answer = await staff.PostAsync("/deconnexion")) Assert.Equal("/connexion?etat=deconnecte", answer.Headers.Location?.ToString());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/espace-cpne", UriKind.Relative));
        request.Headers.Add("Cookie", $"{cookie.Name}={cookie.Value}");
        using var stolen = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _site.Address };
        using var refused = await stolen.SendAsync(request, Stop);
        Assert.Equal("/connexion?retour=%2Fespace-cpne", refused.Headers.Location?.ToString());
        Assert.Contains(AuditAction.SignedOut, await ActionsAsync(staff.Person));
    }

    [Theory]
    [InlineData("court", "plus long")]
    [InlineData("camille-essai-2026", "ni votre nom")]
    [InlineData("motdepasse123", "moins courant")]
    [InlineData("aaaaaaaaaaaaaaa", "moins courant")]
    [InlineData("cheval agrafe pile correct", null)]
    [InlineData("zk7-plume-rive", null)]
    public void Passwords_are_long_and_not_obvious(string password, string? expected)
    {
        var refusal = PasswordRule.Refuse(password, "camille@essais.example", "Camille Essai");
        if (expected is null) Assert.Null(refusal);
        else Assert.Contains(expected, refusal, StringComparison.Ordinal);
    }

    private async Task<StaffClient> VisitorAsync(Action<Person>? change = null) => new(_site.Address, await TestPeople.AddAsync(_data.ConnectionString, [], change: change));

    private static async Task<string> RefusalAsync(StaffClient visitor, string password)
    {
        using var answer = await visitor.SignInAsync(password);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return (await StaffClient.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent;
    }

    private async Task<List<AuditAction>> ActionsAsync(Person person)
    {
        await using var database = _data.CreateContext();
        return await database.Set<AuditLine>().Where(line => line.PersonId == person.Id).OrderBy(line => line.Id).Select(line => line.Action).ToListAsync(Stop);
    }
}
