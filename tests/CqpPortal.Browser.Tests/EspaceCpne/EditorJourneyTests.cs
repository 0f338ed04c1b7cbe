using System.Diagnostics;
using System.Globalization;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Web.Tests;
using Microsoft.Playwright;
using OtpNet;
using Xunit;

namespace CqpPortal.Browser.Tests.EspaceCpne;

/// <summary>From an invitation to a certification that is published, revised, compared and suppressed, in a browser as its people do it.</summary>
public sealed class EditorJourneyTests(PostgresServer server, Chromium chromium)
{
    private const string Title = "Opératrice, opérateur de ligne zébrée";
    private const string Password = "quatre mots sans rapport entre eux";

    [Fact]
    public async Task Somebody_invited_writes_a_certification_that_is_signed_published_revised_compared_and_suppressed()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var site = new PortalSite(data.ConnectionString);
        string At(string address) => new Uri(site.Address, address).ToString();
        await using var administrator = await site.SignInAsync("Ada Essai", new Grant(Permission.Administer));
        await using var chemist = await site.SignInAsync("Chloé Chimie", new Grant(Permission.Sign, "cpne-0044"));

        // Invited, with a second factor.
        var office = await chromium.OpenAsync(1280, administrator);
        await office.GotoAsync(At("/espace-cpne/personnes"));
        await office.FillAsync("#Name", "Inès Nouvelle");
        await office.FillAsync("#Email", "ines@essais.example");
        await office.SelectOptionAsync("#Rows-0", "cpne-3248");
        await office.CheckAsync("#Rows-0-WriteDrafts");
        await office.CheckAsync("#Rows-0-Sign");
        await Button(office, "Envoyer l’invitation").ClickAsync();
        var link = new Uri(await office.InnerTextAsync("#lien ~ p code")).PathAndQuery;
        await office.Context.CloseAsync();
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(At(link));
        await page.FillAsync("#Password", Password);
        await Button(page, "Enregistrer le mot de passe").ClickAsync();
        await page.GotoAsync(At("/espace-cpne/compte"));
        if (page.Url.Contains("/connexion", StringComparison.Ordinal)) await SignInAsync(page);
        await Button(page, "Activer le second facteur").ClickAsync();
        var key = new Totp(Base32Encoding.ToBytes((await page.InnerTextAsync("#cle")).Replace(" ", "", StringComparison.Ordinal)));
        await page.FillAsync("#Code", key.ComputeTotp());
        await Button(page, "Activer le second facteur").ClickAsync();
        await Assertions.Expect(page.Locator(".secrets code")).ToHaveCountAsync(10);
        await page.ClickAsync("text=Je les ai gardés");
        await Button(page, "Se déconnecter").ClickAsync();
        await page.GotoAsync(At("/connexion?retour=/espace-cpne/certifications/creer"));
        await SignInAsync(page);
        await page.FillAsync("#Code", key.ComputeTotp());
        await Button(page, "Continuer").ClickAsync();

        // Written by two branches, saved by itself.
        await page.FillAsync("#Titre", Title);
        await Button(page, "Créer la fiche").ClickAsync();
        await page.WaitForURLAsync("**/presentation");
        var id = int.Parse(new Uri(page.Url).Segments[^2].TrimEnd('/'), CultureInfo.InvariantCulture);
        var window = new EditorWindow(page, site.Address, id);
        await page.SelectOptionAsync("#kind", "Cqpi");
        await page.SelectOptionAsync("#add-owner", "cpne-0044");
        await window.PressAsync("Ajouter");
        await Assertions.Expect(page.Locator("#owner fieldset")).ToHaveCountAsync(2);
        await window.TypeAsync("#purpose", "Conduire une ligne et en répondre.");
        await window.SaysAsync("Enregistré à");
        foreach (var (selector, text) in new[] { ("#local-code", "ZEB-1"), ("#sectors", "Industrie"), ("#entry-prerequisites", "Aucune"), ("#validation-prerequisites", "Tous les blocs"), ("#partial-validation", "Par blocs"), ("#rome", "H3301"), ("#nsf", "201s"), ("#formacodes", "31608") })
            await page.FillAsync(selector, text);
        await page.SelectOptionAsync("#route-ContinuingTraining-open", "yes");
        await page.FillAsync("#route-ContinuingTraining-jury", "Deux professionnels");
        await window.PressAsync("Enregistrer");
        await window.OpenAsync();
        await page.FillAsync("#target-jobs", "Opératrice de ligne\nOpérateur de ligne");
        await page.FillAsync("#work-situations", "En atelier, en équipe.");
        await window.PressAsync("Ajouter une activité");
        await page.Keyboard.TypeAsync("Conduire la ligne");
        await window.PressAsync("Ajouter un bloc");
        await page.Keyboard.TypeAsync("Conduite");
        await page.Locator("[id^=block-][id$=-code]").FillAsync("BC01");
        await window.PressAsync("Écrire une évaluation");
        await page.Keyboard.TypeAsync("Mise en situation");
        await page.Locator("[id^=assessment-] > details > summary").ClickAsync();
        await page.Locator("[id^=assessment-][id$=-method]").FillAsync("Une heure en atelier.");
        await page.Locator("[id^=assessment-][id$=-criteria]").FillAsync("Sécurité\nQualité");
        await page.Locator("[id^=assessment-][id$=-threshold]").FillAsync("12 sur 20");
        for (var number = 1; number <= 10; number++)
        {
            await window.PressAsync("Ajouter une compétence à l’activité 1");
            await page.Keyboard.TypeAsync($"Savoir faire le geste numéro {number}");
            var row = page.Locator(".skills > li").Nth(number - 1);
            await row.Locator(".block select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await row.Locator(".tests summary").ClickAsync();
            await row.Locator(".tests input").CheckAsync();
        }
        await page.Locator(".skills > li").First.GetByLabel("Transversale").CheckAsync();
        await window.PressAsync("Enregistrer");
        await Assertions.Expect(page.Locator("#couverture")).ToContainTextAsync("Tout est couvert");

        // Reviewed, signed by each, published, found.
        await SubmitAndSignAsync();
        await page.FillAsync("#Reason", "Création par les deux commissions.");
        await Button(page, "Publier").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Title);
        var address = page.Url;
        var watch = Stopwatch.StartNew();
        await page.GotoAsync(At($"/certifications?q={Uri.EscapeDataString(Title)}"));
        await Assertions.Expect(page.Locator("main a").Filter(new() { HasText = Title }).First).ToBeVisibleAsync();
        Assert.InRange(watch.ElapsedMilliseconds, 0, 2000);

        // Revised: the public still reads the first version until the second is signed.
        await window.OpenAsync();
        await window.TypeAsync(".skills > li:first-child textarea", "Savoir faire le geste essentiel");
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("geste numéro 1");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("geste essentiel");
        await SubmitAndSignAsync();
        await page.FillAsync("#Reason", "Un geste est dit autrement.");
        await Button(page, "Publier").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("geste essentiel");
        await page.GotoAsync(At($"/espace-cpne/certifications/{id}/historique?de=1&a=2"));
        await Assertions.Expect(page.Locator("#comparer del").First).ToContainTextAsync("numéro");
        await Assertions.Expect(page.Locator("#comparer ins").First).ToContainTextAsync("essentiel");

        // Suppressed, and the public is told.
        await RecordAsync("Ajouter une décision", ("Kind", "Creation"), ("Committee", "cpne-3248"), ("Day", "2026-11-02"));
        await RecordAsync("Ajouter une transmission", ("Authority", "FranceCompetences"), ("Day", "2026-11-10"));
        await RecordAsync("Supprimer la certification", ("Day", "2026-11-20"), ("Reason", "Le métier a disparu."), ("Confirm", "true"));
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Le métier a disparu.");
        await page.Context.CloseAsync();

        async Task RecordAsync(string link, params (string Field, string Value)[] answers)
        {
            await page.GotoAsync(At($"/espace-cpne/certifications/{id}/faits"));
            await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
            foreach (var (field, value) in answers)
            {
                if (await page.Locator($"select#{field}").CountAsync() > 0) await page.SelectOptionAsync($"#{field}", value);
                else await page.FillAsync($"#{field}", value);
            }
            await page.ClickAsync("main form .btn-primary");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("C’est enregistré");
        }

        async Task SubmitAndSignAsync()
        {
            await page.GotoAsync(At($"/espace-cpne/certifications/{id}/relecture"));
            await Button(page, "Envoyer en relecture").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Signer pour" }).ClickAsync();
            await Assertions.Expect(page.Locator("#signatures")).ToContainTextAsync("par Inès Nouvelle");
            var other = await chromium.OpenAsync(1280, chemist);
            await other.GotoAsync(page.Url);
            await other.GetByRole(AriaRole.Button, new() { Name = "Signer pour" }).ClickAsync();
            await Assertions.Expect(other.Locator("#signatures")).ToContainTextAsync("par Chloé Chimie");
            await other.Context.CloseAsync();
            await page.ReloadAsync();
        }
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task SignInAsync(IPage page)
    {
        await page.FillAsync("#Email", "ines@essais.example");
        await page.FillAsync("#Password", Password);
        await Button(page, "Se connecter").ClickAsync();
    }
}
