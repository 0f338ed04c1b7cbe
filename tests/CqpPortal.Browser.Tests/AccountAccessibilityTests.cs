using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Web.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>The pages of accounts in their normal state and in error, and a passkey from end to end.</summary>
public sealed class AccountAccessibilityTests(DemonstrationSite site, Chromium chromium, PostgresServer server) : IClassFixture<DemonstrationSite>
{
    [Theory]
    [InlineData("/connexion", null)]
    [InlineData("/connexion?etat=gardee", "Se connecter")]
    [InlineData("/connexion/mot-de-passe-oublie", "Envoyer le lien")]
    [InlineData("/connexion/nouveau-mot-de-passe", null)]
    [InlineData("/invitation", null)]
    [InlineData("/deconnexion", null)]
    [InlineData("/en/connexion", "Sign in")]
    public async Task Pages_of_the_sign_in_are_accessible(string address, string? send)
    {
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(site.At(address));
        await SoundAsync(page);
        if (send is not null)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = send }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await SoundAsync(page);
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/espace-cpne", null)]
    [InlineData("/espace-cpne/compte", "Changer le mot de passe")]
    [InlineData("/espace-cpne/personnes", "Envoyer l’invitation")]
    [InlineData("/espace-cpne/personnes/{me}", "Fermer le compte de Camille Essai")]
    public async Task Pages_of_the_staff_are_accessible(string address, string? send)
    {
        await using var staff = await site.SignInAsync(new Grant(Permission.Administer), new Grant(Permission.Sign, "cpne-3248"));
        var page = await chromium.OpenAsync(1280, staff);
        await page.GotoAsync(site.At(address.Replace("{me}", $"{staff.Person.Id}", StringComparison.Ordinal)));
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Espace CPNE" })).ToBeVisibleAsync();
        await SoundAsync(page);
        if (send is not null && !address.Contains("{me}", StringComparison.Ordinal))
        {
            await page.GetByRole(AriaRole.Button, new() { Name = send }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await SoundAsync(page);
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/en/espace-cpne/compte", "Change the password")]
    [InlineData("/en/espace-cpne/personnes", "Send the invitation")]
    [InlineData("/en/espace-cpne/commissions", "Add the committee")]
    [InlineData("/en/espace-cpne/journal", null)]
    [InlineData("/en/espace-cpne/regles/ajouter?serie=contribution", "See what this changes")]
    public async Task Pages_of_the_staff_are_accessible_in_English(string address, string? send)
    {
        await using var staff = await site.SignInAsync(new Grant(Permission.Administer), new Grant(Permission.EditRules), new Grant(Permission.Sign, "cpne-3248"));
        var page = await chromium.OpenAsync(1280, staff);
        await page.GotoAsync(site.At(address));
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "CPNE area" })).ToBeVisibleAsync();
        await SoundAsync(page);
        if (send is not null)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = send }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await SoundAsync(page);
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_second_factor_and_the_page_that_refuses_are_accessible()
    {
        await using var staff = await site.SignInAsync(new Grant(Permission.EditRules));
        var page = await chromium.OpenAsync(1280, staff);
        var answer = await page.GotoAsync(site.At("/espace-cpne/personnes"));
        Assert.Equal(403, answer!.Status);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Cette page n’est pas ouverte à votre compte");
        await SoundAsync(page);
        await page.GotoAsync(site.At("/espace-cpne/compte"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Activer le second facteur" }).ClickAsync();
        await Assertions.Expect(page.Locator("svg.qr")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Activer le second facteur" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await SoundAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_sent_after_the_session_expired_is_given_back_after_signing_in()
    {
        await using var data = await server.CreateDatabaseAsync();
        var clock = new MovingClock();
        await using var own = new PortalSite(data.ConnectionString, clock);
        await using var staff = await own.SignInAsync(new Grant(Permission.Administer));
        var page = await chromium.OpenAsync(1280, staff);
        await page.GotoAsync(new Uri(own.Address, "/espace-cpne/personnes").ToString());
        await page.GetByLabel("Prénom et nom").FillAsync("Léa Martin");
        clock.Advance(TimeSpan.FromHours(9));
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer l’invitation" }).ClickAsync();
        await Assertions.Expect(page.Locator(".note")).ToContainTextAsync("Ce que vous avez écrit est gardé");
        await page.GetByLabel("Adresse électronique").FillAsync(staff.Person.Email!);
        await page.GetByLabel("Mot de passe").FillAsync(TestPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Ce que vous aviez écrit" })).ToBeVisibleAsync();
        await SoundAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Reprendre ce que vous aviez écrit" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Prénom et nom")).ToHaveValueAsync("Léa Martin");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_passkey_is_added_named_and_opens_the_account_until_it_is_removed()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var own = new PortalSite(data.ConnectionString);
        // A passkey belongs to a name: an address in figures has none.
        var address = new UriBuilder(own.Address) { Host = "localhost" }.Uri;
        await using var staff = await own.SignInAsync(new Grant(Permission.EditRules));
        var page = await chromium.OpenAsync(1280);
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync(new Uri(address, "/connexion?retour=/espace-cpne/compte").ToString());
        await page.GetByLabel("Adresse électronique").FillAsync(staff.Person.Email!);
        await page.GetByLabel("Mot de passe").FillAsync(TestPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await page.GetByLabel("Nom de la nouvelle clé").FillAsync("Mon téléphone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter une clé d’accès" }).ClickAsync();
        await Assertions.Expect(page.Locator("#cles ~ ul strong")).ToHaveTextAsync("Mon téléphone");
        await SoundAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Utiliser ma clé d’accès" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Bonjour");
        await page.GotoAsync(new Uri(address, "/espace-cpne/compte").ToString());
        await page.GetByLabel("Nouveau nom").FillAsync("Le portable");
        await page.GetByRole(AriaRole.Button, new() { Name = "Renommer la clé « Mon téléphone »" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enlever la clé « Le portable »" }).ClickAsync();
        await Assertions.Expect(page.Locator("#cles ~ ul")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Utiliser ma clé d’accès" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ne reconnaît pas cette clé");
        await page.Context.CloseAsync();
    }

    private static async Task SoundAsync(IPage page)
    {
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (1280, ColorScheme.Dark), (320, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            Assert.Empty((await page.RunAxe(AccessibilityTests.Rules)).Violations.Select(violation => $"{page.Url} {width} {scheme}: {violation.Id}, {violation.Nodes[0].Html}"));
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        }
        Assert.Empty(await page.EvaluateAsync<string[]>(MarkupChecks.Script));
        Assert.Equal("", await HtmlValidator.FaultsAsync([(page.Url, await page.EvaluateAsync<string>("fetch(location.href).then(answer => answer.text())"))]));
    }
}
