using System.Net;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Access;

public sealed class ExternalProviderTests(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _data = null!;
    private TinyProvider _provider = null!;
    private PortalSite _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync();
        _provider = await TinyProvider.StartAsync();
        // Tokens have the time of the provider: this site has it too.
        _site = new PortalSite(_data.ConnectionString, TimeProvider.System, builder =>
        {
            builder.UseSetting("Portal:OpenIdConnect:Authority", _provider.Authority);
            builder.UseSetting("Portal:OpenIdConnect:ClientId", TinyProvider.ClientId);
            builder.UseSetting("Portal:OpenIdConnect:ClientSecret", TinyProvider.ClientSecret);
            builder.UseSetting("Portal:OpenIdConnect:Name", "Fédération d’essai");
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _provider.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_invited_comes_in_with_a_verified_address_and_is_known_by_it_no_more()
    {
        var person = await TestPeople.AddAsync(_data.ConnectionString, [new Grant(Permission.EditRules)], change: invited => invited.EmailConfirmed = false);
        _provider.Someone = ("42", person.Email!.ToUpperInvariant(), true);
        await using var visitor = new StaffClient(_site.Address, person);
        var button = (await visitor.OpenAsync("/connexion?retour=%2Fespace-cpne%2Fcompte")).QuerySelector("#autre ~ p a")!;
        Assert.Equal("Continuer avec Fédération d’essai", button.TextContent);
        Assert.Equal("/espace-cpne/compte", await ComeAsync(visitor, button.GetAttribute("href")!));
        using (var open = await visitor.GetAsync("/espace-cpne/compte")) Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        await using var database = _data.CreateContext();
        Assert.True(await database.Users.Where(other => other.Id == person.Id).Select(other => other.EmailConfirmed).SingleAsync(Stop));
        Assert.Equal([AuditAction.AddressConfirmed, AuditAction.SignedIn], await database.Set<AuditLine>().OrderBy(line => line.Id).Select(line => line.Action).ToListAsync(Stop));

        // The provider gives the address to somebody else, and another one to this person.
        _provider.Someone = ("42", "autre@essais.example", false);
        await using var later = new StaffClient(_site.Address, person);
        Assert.Equal("/espace-cpne", await ComeAsync(later, "/connexion/externe"));
    }

    [Fact]
    public async Task Whoever_leaves_an_English_page_comes_back_to_one_through_the_address_that_the_provider_knows()
    {
        var person = await TestPeople.AddAsync(_data.ConnectionString, [new Grant(Permission.EditRules)]);
        _provider.Someone = ("42", person.Email!, true);
        await using var visitor = new StaffClient(_site.Address, person);
        var button = (await visitor.OpenAsync("/en/connexion?retour=%2Fespace-cpne%2Fcompte")).QuerySelector("#autre ~ p a")!;
        Assert.Equal("Continue with Fédération d’essai", button.TextContent);
        Assert.StartsWith("/connexion/externe?", button.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("/en/espace-cpne/compte", await ComeAsync(visitor, button.GetAttribute("href")!));

        _provider.Someone = ("7", "inconnu@essais.example", true);
        await using var stranger = new StaffClient(_site.Address, person);
        Assert.Equal("/en/connexion?etat=inconnu", await ComeAsync(stranger, button.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("inconnu@essais.example", true, "inconnu")]
    [InlineData(null, false, "adresse")]
    public async Task Whoever_is_not_invited_or_not_verified_stays_outside(string? email, bool verified, string state)
    {
        var person = await TestPeople.AddAsync(_data.ConnectionString, []);
        _provider.Someone = ("7", email ?? person.Email!, verified);
        await using var visitor = new StaffClient(_site.Address, person);
        Assert.Equal($"/connexion?etat={state}", await ComeAsync(visitor, "/connexion/externe"));
        Assert.NotNull((await visitor.OpenAsync($"/connexion?etat={state}")).QuerySelector("[role=status].note"));
        using var outside = await visitor.GetAsync("/espace-cpne");
        Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);
    }

    [Fact]
    public async Task A_closed_account_stays_closed()
    {
        var person = await TestPeople.AddAsync(_data.ConnectionString, [], change: closed => closed.ClosedAt = TimeProvider.System.GetUtcNow());
        _provider.Someone = ("7", person.Email!, true);
        await using var visitor = new StaffClient(_site.Address, person);
        Assert.Equal("/connexion?etat=ferme", await ComeAsync(visitor, "/connexion/externe"));
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_is_refused()
    {
        await using var visitor = new StaffClient(_site.Address, new Person { Name = "Personne" });
        using var answer = await visitor.GetAsync("/connexion/externe/retour?code=1&state=2");
        Assert.Equal("/connexion?etat=fournisseur", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Without_a_provider_there_is_neither_button_nor_address()
    {
        await using var plain = new PortalSite(_data.ConnectionString);
        await using var visitor = new StaffClient(plain.Address, new Person { Name = "Personne" });
        Assert.Null((await visitor.OpenAsync("/connexion")).QuerySelector("#autre"));
        using var answer = await visitor.GetAsync("/connexion/externe");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>Follows the way to the provider and back.</summary>
    private static async Task<string> ComeAsync(StaffClient visitor, string start)
    {
        using var away = await visitor.GetAsync(start);
        using var back = await visitor.Client.GetAsync(away.Headers.Location, Stop);
        using var answer = await visitor.Client.GetAsync(back.Headers.Location, Stop);
        return answer.Headers.Location!.ToString();
    }
}
