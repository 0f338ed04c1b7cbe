using CqpPortal.Database.Mail;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Web.Mail.Digests;
using CqpPortal.Web.Tests;
using CqpPortal.Web.Tests.Mail;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>The pages of mails and of the calendar, in each of their states.</summary>
public sealed class MailPagesTests(PostgresServer server, Chromium chromium)
{
    private static readonly DateTimeOffset Now = FixedClock.Demonstration.GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_in_any_state()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        var nadia = await Staff.AddAsync(data, "nadia@exemple.fr", new Grant(Permission.Administer), new Grant(Permission.Sign, "cpne-3248"));
        await using var site = new PortalSite(data.ConnectionString);
        var page = await chromium.OpenAsync(1280);
        await page.GotoAsync(At(site, "/connexion"));
        await page.Locator("#Email").FillAsync("nadia@exemple.fr");
        await page.Locator("#Password").FillAsync(Staff.Password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Se connecter" }).ClickAsync();

        await CheckAsync(page, At(site, "/espace-cpne/courriels"));
        await AddMailsAsync(data);
        await CheckAsync(page, At(site, "/espace-cpne/courriels"));
        await CheckAsync(page, At(site, "/espace-cpne/compte/courriels"));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Créer mon adresse de calendrier" }).ClickAsync();
        Assert.Equal("C’est enregistré.", await page.GetByRole(AriaRole.Status).InnerTextAsync());
        await CheckAsync(page, page.Url);

        var leave = At(site, site.Services.GetRequiredService<UnsubscribeLinks>().PathFor(nadia.Id));
        await CheckAsync(page, leave);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ne plus le recevoir" }).ClickAsync();
        await CheckAsync(page, page.Url);
        Assert.False((await Staff.ReadAsync(data, nadia.Id)).WantsDigest);

        // A registration that ends soon, on its public page.
        await CheckAsync(page, At(site, "/certifications/intervenir-en-espace-confine"));
        Assert.Equal(1, await page.Locator("#fin").CountAsync());
        await page.Context.CloseAsync();
    }

    private static string At(PortalSite site, string path) => new Uri(site.Address, path).ToString();

    private static async Task AddMailsAsync(TestDatabase data)
    {
        await using var database = data.CreateContext();
        OutgoingMail Mail(string subject) => new() { To = "une-adresse-tres-longue-de-la-commission-paritaire@une-federation-professionnelle.exemple.fr", Subject = subject, Body = "Bonjour,\n\nhttps://cqp.exemple.fr/invitation/" + new string('x', 120), WrittenAt = Now, NextAttemptAt = Now.AddHours(2) };
        var refused = Mail("Invitation à l’espace de la CPNE");
        refused.Refused("550 5.1.1 The email account that you tried to reach does not exist: une-adresse-tres-longue-de-la-commission-paritaire@une-federation-professionnelle.exemple.fr", Now);
        var givenUp = Mail("Votre signature est attendue");
        while (givenUp.GivenUpAt is null) givenUp.Refused("421 Service not available", Now);
        var sent = Mail("Portail CQP : votre point du 24 novembre 2026");
        sent.Sent(Now);
        database.AddRange(refused, givenUp, sent, Mail("Mot de passe"));
        await database.SaveChangesAsync(Stop);
    }

    private static async Task CheckAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        var faults = await HtmlValidator.FaultsAsync([("page", await (await page.APIRequest.GetAsync(address)).TextAsync())]);
        Assert.True(faults.Length == 0, faults);
        foreach (var width in new[] { 1280, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                var result = await page.RunAxe(AccessibilityTests.Rules);
                Assert.True(result.Violations.Length == 0, $"{address} {width} {scheme}: " + string.Join("; ",
                    result.Violations.Select(violation => $"{violation.Id} {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}")));
            }
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        }
        await page.SetViewportSizeAsync(1280, 900);
    }
}
