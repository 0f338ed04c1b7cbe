using System.Net;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Access;

/// <summary>A session that ends in the middle of a long text. The page of people stands for any page with a form.</summary>
public sealed class KeptFormTests(PostgresServer server) : IAsyncLifetime
{
    private const string Page = "/espace-cpne/personnes";

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
    public async Task What_was_sent_too_late_comes_back_and_is_sent_again_with_one_click()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.Administer));
        var token = await TokenAsync(staff, Page);
        _clock.Advance(TimeSpan.FromHours(9));
        using (var late = await staff.SendAsync(Page, ("Name", "Léa \"Lou\"\r\nMartin"), ("Email", "lea@essais.example"), ("Portal", "EditRules"), ("Portal", "RunImports"), ("__RequestVerificationToken", token)))
            Assert.Equal("/connexion?retour=%2Fespace-cpne%2Fpersonnes&etat=gardee", late.Headers.Location?.ToString());
        Assert.Contains("Ce que vous avez écrit est gardé", (await staff.OpenAsync("/connexion?etat=gardee")).Body!.TextContent, StringComparison.Ordinal);

        using (var welcome = await staff.PostAsync("/connexion", ("Email", staff.Person.Email), ("Password", TestPeople.Password), ("Retour", Page))) Assert.Equal(Page, welcome.Headers.Location?.ToString());
        Assert.Null((await staff.OpenAsync("/espace-cpne")).QuerySelector("section[aria-label='Ce que vous aviez écrit']"));
        var banner = (await staff.OpenAsync(Page)).QuerySelector("section[aria-label='Ce que vous aviez écrit']")!;
        var form = banner.QuerySelector("form")!;
        var fields = form.QuerySelectorAll("input").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value"))).ToArray();
        Assert.Equal(["Name", "Email", "Portal", "Portal", "__RequestVerificationToken"], fields.Select(field => field.Item1));
        Assert.Equal("Léa \"Lou\"\r\nMartin".ReplaceLineEndings("\n"), fields[0].Item2!.ReplaceLineEndings("\n"));
        using (var sent = await staff.SendAsync(form.GetAttribute("action")!, fields)) Assert.StartsWith($"{Page}/", sent.Headers.Location?.ToString(), StringComparison.Ordinal);
        await using var database = _data.CreateContext();
        Assert.True(await database.Users.AnyAsync(person => person.Email == "lea@essais.example", Stop));
        Assert.Empty(await database.Set<KeptForm>().ToListAsync(Stop));
    }

    [Fact]
    public async Task It_can_be_left_and_is_its_owners_alone()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.Administer));
        var token = await TokenAsync(staff, Page);
        _clock.Advance(TimeSpan.FromHours(9));
        using (await staff.SendAsync($"{Page}/{staff.Person.Id}?handler=Grants", ("Portal", "Administer"), ("__RequestVerificationToken", token))) { }
        await using var other = await _site.SignInAsync(new Grant(Permission.Administer));
        var page = $"{Page}/{staff.Person.Id}";
        Assert.Null((await other.OpenAsync(page)).QuerySelector("section[aria-label='Ce que vous aviez écrit']"));
        using (await staff.SignInAsync()) { }
        Assert.Equal($"{page}?handler=Grants", (await staff.OpenAsync(page)).QuerySelector("section[aria-label='Ce que vous aviez écrit'] form")!.GetAttribute("action"));
        using (var left = await staff.PostAsync("/espace-cpne/texte-garde", ("path", $"{page}?handler=Grants"))) Assert.Equal(page, left.Headers.Location?.ToString());
        Assert.Null((await staff.OpenAsync(page)).QuerySelector("section[aria-label='Ce que vous aviez écrit']"));
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("closed")]
    [InlineData("forged")]
    [InlineData("heavy")]
    [InlineData("password")]
    public async Task Nothing_is_kept_of(string what)
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.Administer));
        var token = await TokenAsync(staff, Page);
        await using var database = _data.CreateContext();
        if (what == "ended") await database.Set<Session>().ExecuteUpdateAsync(change => change.SetProperty(session => session.EndedAt, _clock.GetUtcNow()), Stop);
        if (what == "closed") await database.Users.ExecuteUpdateAsync(change => change.SetProperty(person => person.ClosedAt, _clock.GetUtcNow()), Stop);
        _clock.Advance(TimeSpan.FromHours(9));
        var page = what == "password" ? "/espace-cpne/compte?handler=Password" : Page;
        using var late = await staff.SendAsync(page, ("Name", what == "heavy" ? new string('x', 600_001) : "Léa"), ("__RequestVerificationToken", what == "forged" ? "x" : token));
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        Assert.DoesNotContain("gardee", late.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await database.Set<KeptForm>().ToListAsync(Stop));
    }

    [Fact]
    public async Task A_script_that_saves_a_draft_is_told_so_and_the_draft_is_kept_too()
    {
        await using var staff = await _site.SignInAsync(new Grant(Permission.Administer));
        var token = await TokenAsync(staff, Page);
        _clock.Advance(TimeSpan.FromHours(9));
        staff.Client.DefaultRequestHeaders.Add("Accept", "application/json");
        using var late = await staff.SendAsync(Page, ("Name", "Léa"), ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        await using var database = _data.CreateContext();
        Assert.Equal(Page, (await database.Set<KeptForm>().SingleAsync(Stop)).Path);
    }

    private static async Task<string> TokenAsync(StaffClient staff, string page) =>
        (await staff.OpenAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
