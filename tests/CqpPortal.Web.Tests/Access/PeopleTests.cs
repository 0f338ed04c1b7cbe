using System.Net;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Mail;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Access;

public sealed class PeopleTests(PostgresServer server) : IAsyncLifetime
{
    private const string Committee = "cpne-3248";

    private readonly MovingClock _clock = new();
    private TestDatabase _data = null!;
    private PortalSite _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync();
        await TestPeople.AddAsync(_data.ConnectionString, [new Grant(Permission.Sign, Committee), new Grant(Permission.Sign, "cpne-0044")]);
        _site = new PortalSite(_data.ConnectionString, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_invited_chooses_a_password_and_does_what_was_granted()
    {
        await using var administrator = await _site.SignInAsync(new Grant(Permission.Administer));
        var details = await InviteAsync(administrator, "lea@essais.example");
        var shown = await administrator.OpenAsync(details);
        var link = new Uri(shown.QuerySelector("#lien ~ p code")!.TextContent).PathAndQuery;
        Assert.Null((await administrator.OpenAsync(details)).QuerySelector("#lien"));
        await using var database = _data.CreateContext();
        var mail = await database.Set<OutgoingMail>().SingleAsync(Stop);
        Assert.Equal("lea@essais.example", mail.To);
        Assert.Contains(link, mail.Body, StringComparison.Ordinal);

        var person = await database.Users.AsNoTracking().SingleAsync(person => person.Email == "lea@essais.example", Stop);
        await using var invited = new StaffClient(_site.Address, person);
        using (var early = await invited.SignInAsync("quatre mots bien choisis")) Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        using (var chosen = await invited.PostAsync(link, ("Lien", link.Split('=')[1]), ("Password", "quatre mots bien choisis"))) Assert.Equal("/connexion?etat=bienvenue", chosen.Headers.Location?.ToString());
        using (var again = await invited.GetAsync(link)) Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        using (var answer = await invited.SignInAsync("quatre mots bien choisis")) Assert.Equal("/espace-cpne", answer.Headers.Location?.ToString());
        person = await database.Users.AsNoTracking().SingleAsync(other => other.Id == person.Id, Stop);
        Assert.Equal([new Grant(Permission.EditRules), new Grant(Permission.WriteDrafts, Committee)], person.Grants.OrderBy(grant => grant.Committee));
        Assert.Contains(AuditAction.Invited, await ActionsAsync(administrator.Person));
        Assert.Contains(AuditAction.AddressConfirmed, await ActionsAsync(person));
    }

    [Fact]
    public async Task An_invitation_lasts_seven_days_and_is_replaced_when_sent_again()
    {
        await using var administrator = await _site.SignInAsync(new Grant(Permission.Administer));
        var details = await InviteAsync(administrator, "lea@essais.example");
        var first = LinkOf(await administrator.OpenAsync(details));
        using (await administrator.PostAsync($"{details}?handler=Invite")) { }
        var second = LinkOf(await administrator.OpenAsync(details));
        await AssertStatusAsync(administrator, first, HttpStatusCode.NotFound);
        await AssertStatusAsync(administrator, second, HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromDays(7));
        await AssertStatusAsync(administrator, second, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_mail_is_configured_the_link_is_for_the_person_alone()
    {
        await using var mailing = new PortalSite(_data.ConnectionString, _clock, builder => builder.UseSetting("Portal:Smtp:Host", "127.0.0.1").UseSetting("Portal:Smtp:From", "portail@exemple.fr"));
        await using var administrator = await mailing.SignInAsync(new Grant(Permission.Administer));
        Assert.Null((await administrator.OpenAsync(await InviteAsync(administrator, "lea@essais.example"))).QuerySelector("#lien"));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost()
    {
        await using var administrator = await _site.SignInAsync(new Grant(Permission.Administer));
        using var answer = await administrator.PostAsync("/espace-cpne/personnes", ("Name", ""), ("Email", "pas une adresse"), ("Rows[0].Committee", Committee));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await StaffClient.ReadAsync(answer);
        Assert.Equal(["#Name", "#Email", "#Rows-0"], page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
        Assert.Equal("pas une adresse", page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Equal(Committee, page.QuerySelector("#Rows-0 option[selected]")!.GetAttribute("value"));
        using var twice = await administrator.PostAsync("/espace-cpne/personnes", ("Name", "Autre"), ("Email", administrator.Person.Email), ("Portal", "EditRules"));
        Assert.Contains("déjà un compte", (await StaffClient.ReadAsync(twice)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permissions_change_at_once_and_the_log_says_from_what_to_what()
    {
        await using var administrator = await _site.SignInAsync(new Grant(Permission.Administer));
        await using var other = await _site.SignInAsync(new Grant(Permission.Administer));
        await AssertStatusAsync(other, "/espace-cpne/personnes", HttpStatusCode.OK);
        using (var changed = await administrator.PostAsync($"/espace-cpne/personnes/{other.Person.Id}?handler=Grants",
            ("Rows[0].Committee", Committee), ("Rows[0].Allowed", "Sign"), ("Rows[0].Allowed", "Review"))) Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        await AssertStatusAsync(other, "/espace-cpne/personnes", HttpStatusCode.Forbidden);
        await using var database = _data.CreateContext();
        var line = await database.Set<AuditLine>().SingleAsync(line => line.Action == AuditAction.GrantsChanged, Stop);
        Assert.Contains("Avant : Tout le portail : administrer. Après : ", line.Details, StringComparison.Ordinal);
        Assert.Contains("relire, signer", line.Details, StringComparison.Ordinal);
        var refused = await database.Set<AuditLine>().SingleAsync(line => line.Action == AuditAction.AccessRefused, Stop);
        Assert.Equal((other.Person.Id, "GET /espace-cpne/personnes"), (refused.PersonId, refused.Subject));
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_comes_back_with_its_permissions()
    {
        await using var administrator = await _site.SignInAsync(new Grant(Permission.Administer));
        await using var other = await _site.SignInAsync(new Grant(Permission.Sign, Committee));
        var details = $"/espace-cpne/personnes/{other.Person.Id}";
        using (await administrator.PostAsync($"{details}?handler=Close")) { }
        await AssertStatusAsync(other, "/espace-cpne", HttpStatusCode.Redirect);
        using (var refused = await other.SignInAsync()) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using (await administrator.PostAsync($"{details}?handler=Reopen")) { }
        using (var welcome = await other.SignInAsync()) Assert.Equal(HttpStatusCode.Redirect, welcome.StatusCode);
        Assert.Equal([AuditAction.SignedIn, AuditAction.AccountClosed, AuditAction.AccountReopened], await ActionsAsync(administrator.Person));
    }

    [Fact]
    public async Task The_last_administrator_stays_even_when_two_leave_together()
    {
        await using var one = await _site.SignInAsync(new Grant(Permission.Administer));
        await TestPeople.AddAsync(_data.ConnectionString, [new Grant(Permission.Administer)], "Pas encore venu", person => person.EmailConfirmed = false);
        using (var refused = await one.PostAsync($"/espace-cpne/personnes/{one.Person.Id}?handler=Close")) Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using (var refused = await one.PostAsync($"/espace-cpne/personnes/{one.Person.Id}?handler=Grants", ("Portal", "EditRules"))) Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        await using var two = await _site.SignInAsync(new Grant(Permission.Administer));
        var answers = await Task.WhenAll(one.PostAsync($"/espace-cpne/personnes/{two.Person.Id}?handler=Close"), two.PostAsync($"/espace-cpne/personnes/{one.Person.Id}?handler=Close"));
        foreach (var answer in answers) answer.Dispose();
        await using var database = _data.CreateContext();
        Assert.Equal(1, await database.Users.CountAsync(person => person.ClosedAt == null && person.EmailConfirmed && person.Grants.Any(grant => grant.Permission == Permission.Administer), Stop));
    }

    [Fact]
    public async Task People_are_found_by_name_without_accents_and_by_address()
    {
        await TestPeople.AddAsync(_data.ConnectionString, [], "Éloïse Nègre");
        await using var administrator = await _site.SignInAsync(new Grant(Permission.Administer));
        foreach (var words in new[] { "eloise", "NEGRE" }) Assert.Equal("Éloïse Nègre", (await administrator.OpenAsync($"/espace-cpne/personnes?q={words}")).QuerySelectorAll("tbody th").Single().TextContent);
        Assert.Single((await administrator.OpenAsync($"/espace-cpne/personnes?q={administrator.Person.Email}")).QuerySelectorAll("tbody th"));
        Assert.Empty((await administrator.OpenAsync("/espace-cpne/personnes?q=%25")).QuerySelectorAll("tbody th"));
    }

    private static async Task<string> InviteAsync(StaffClient administrator, string email)
    {
        using var answer = await administrator.PostAsync("/espace-cpne/personnes", ("Name", "Léa Martin"), ("Email", email), ("Portal", "EditRules"),
            ("Rows[0].Committee", Committee), ("Rows[0].Allowed", "WriteDrafts"), ("Rows[1].Committee", ""));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static string LinkOf(AngleSharp.Dom.IDocument page) => new Uri(page.QuerySelector("#lien ~ p code")!.TextContent).PathAndQuery;

    private static async Task AssertStatusAsync(StaffClient client, string address, HttpStatusCode expected)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<List<AuditAction>> ActionsAsync(Person person)
    {
        await using var database = _data.CreateContext();
        return await database.Set<AuditLine>().Where(line => line.PersonId == person.Id).OrderBy(line => line.Id).Select(line => line.Action).ToListAsync(Stop);
    }
}
