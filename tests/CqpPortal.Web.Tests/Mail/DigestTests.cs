using System.Text.RegularExpressions;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Mail;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using CqpPortal.Web.Mail;
using CqpPortal.Web.Mail.Digests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CqpPortal.Web.Tests.Mail;

public sealed partial class DigestTests(PostgresServer server)
{
    /// <summary>Seven in the morning in Paris, in winter.</summary>
    private static readonly DateTimeOffset Seven = new(2027, 1, 11, 6, 0, 0, TimeSpan.Zero);

    private readonly MovingClock _clock = new(Seven);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_step_is_told_once_on_its_day_over_two_years_of_days()
    {
        await using var data = await CatalogueAsync(new DateOnly(2028, 12, 31));
        await using var site = new PortalSite(data.ConnectionString);
        await Staff.AddAsync(data, "nadia@exemple.fr", new Grant(Permission.Sign, "cpne-essai"), new Grant(Permission.Review, "cpne-essai"));
        var round = Round(data, site);
        var days = new List<DateOnly>();
        for (var day = 0; day < 760; day++)
        {
            _clock.Now = Seven.AddDays(day).AddHours(2);
            if (await round.RunAsync(Stop) > 0) days.Add(_clock.TodayInParis());
            Assert.Equal(0, await round.RunAsync(Stop));
        }
        Assert.Equal([new DateOnly(2027, 6, 30), new(2027, 12, 31), new(2028, 6, 30), new(2028, 9, 30), new(2028, 11, 30)], days);
    }

    [Fact]
    public async Task Says_what_ends_when_and_what_to_do_with_links_that_lead_there()
    {
        await using var data = await CatalogueAsync(new DateOnly(2027, 4, 11));
        await using var site = new PortalSite(data.ConnectionString);
        await Staff.AddAsync(data, "nadia@exemple.fr", new Grant(Permission.Sign, "cpne-essai"));
        Assert.Equal(1, await Round(data, site).RunAsync(Stop));
        var mail = await OnlyMailAsync(data);
        Assert.Equal("nadia@exemple.fr", mail.To);
        Assert.Contains("Essayeur (RNCP88123) prend fin le 11 avril 2027, dans 3 mois.", mail.Body.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal($"http://localhost:{site.Address.Port}/certifications/essayeur", CertificationLink().Match(mail.Body).Value);
    }

    [Fact]
    public async Task Waits_for_seven_in_Paris_in_summer_as_in_winter()
    {
        await using var data = await CatalogueAsync(new DateOnly(2027, 12, 31));
        await using var site = new PortalSite(data.ConnectionString);
        await Staff.AddAsync(data, "nadia@exemple.fr", new Grant(Permission.Sign, "cpne-essai"));
        var round = Round(data, site);
        _clock.Now = new DateTimeOffset(2027, 6, 30, 4, 59, 59, TimeSpan.Zero);
        Assert.Equal(0, await round.RunAsync(Stop));
        _clock.Now = _clock.Now.AddSeconds(1);
        Assert.Equal(1, await round.RunAsync(Stop));
    }

    [Fact]
    public async Task Four_nodes_at_the_same_moment_write_one_mail_a_person()
    {
        await using var data = await CatalogueAsync(new DateOnly(2027, 4, 11));
        await using var site = new PortalSite(data.ConnectionString);
        for (var index = 0; index < 5; index++) await Staff.AddAsync(data, $"personne{index}@exemple.fr", new Grant(Permission.Sign, "cpne-essai"));
        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Round(data, site).RunAsync(Stop)));
        Assert.Equal(5, written.Sum());
        await using var database = data.CreateContext();
        Assert.Equal(5, await database.Set<OutgoingMail>().Select(mail => mail.To).Distinct().CountAsync(Stop));
    }

    [Fact]
    public async Task Writes_to_nobody_who_has_no_committee_no_wish_no_confirmed_address_or_no_account_any_more()
    {
        await using var data = await CatalogueAsync(new DateOnly(2027, 4, 11));
        await using var site = new PortalSite(data.ConnectionString);
        await Staff.AddAsync(data, "admin@exemple.fr", new Grant(Permission.Administer));
        foreach (var (email, change) in new (string, Action<Person>)[]
        {
            ("sans-envie@exemple.fr", person => person.WantsDigest = false), ("ferme@exemple.fr", person => person.ClosedAt = Seven), ("inconnu@exemple.fr", person => person.EmailConfirmed = false),
        })
        {
            var added = await Staff.AddAsync(data, email, new Grant(Permission.Sign, "cpne-essai"));
            await using var database = data.CreateContext();
            change(await database.Users.SingleAsync(person => person.Id == added.Id, Stop));
            await database.SaveChangesAsync(Stop);
        }
        Assert.Equal(0, await Round(data, site).RunAsync(Stop));
    }

    [Fact]
    public async Task One_click_without_signing_in_ends_it_and_a_look_does_not()
    {
        await using var data = await CatalogueAsync(new DateOnly(2027, 4, 11));
        await using var site = new PortalSite(data.ConnectionString);
        var nadia = await Staff.AddAsync(data, "nadia@exemple.fr", new Grant(Permission.Sign, "cpne-essai"));
        await Round(data, site).RunAsync(Stop);
        var mail = await OnlyMailAsync(data);
        using (var message = MailMessage.Of(mail, null))
        {
            Assert.Equal($"<{mail.UnsubscribeAddress}>", message.Headers["List-Unsubscribe"]);
            Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        }
        using var client = site.CreatePlainClient();
        var path = new Uri(new Uri(mail.UnsubscribeAddress!).PathAndQuery, UriKind.Relative);
        Assert.Contains("Ne plus le recevoir", (await client.ReadPageAsync(path.OriginalString)).Body!.TextContent, StringComparison.Ordinal);
        Assert.True((await Staff.ReadAsync(data, nadia.Id)).WantsDigest);

        using var oneClick = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var done = await client.PostAsync(path, oneClick, Stop);
        Assert.Equal(200, (int)done.StatusCode);
        Assert.False((await Staff.ReadAsync(data, nadia.Id)).WantsDigest);
        Assert.Contains("C’est fait", (await client.ReadPageAsync(path.OriginalString)).Body!.TextContent, StringComparison.Ordinal);
        using var again = await client.PostAsync(path, new FormUrlEncodedContent([]), Stop);
        Assert.Equal(302, (int)again.StatusCode);
        await using var database = data.CreateContext();
        Assert.Single(await database.Set<AuditLine>().Where(line => line.Action == AuditAction.DigestSwitched).ToListAsync(Stop));
        using var forged = await client.GetAsync(new Uri("/desabonnement/CfDJ8-invente", UriKind.Relative), Stop);
        Assert.Equal(404, (int)forged.StatusCode);
    }

    [Fact]
    public async Task The_account_page_switches_it_off_and_on()
    {
        await using var data = await CatalogueAsync(new DateOnly(2027, 4, 11));
        await using var site = new PortalSite(data.ConnectionString);
        var nadia = await Staff.AddAsync(data, "nadia@exemple.fr", new Grant(Permission.Sign, "cpne-essai"));
        using var client = await Staff.SignInAsync(site, "nadia@exemple.fr");
        using var off = await client.PostFormAsync("/espace-cpne/compte/courriels", "/espace-cpne/compte/courriels?handler=Digest");
        Assert.Equal(302, (int)off.StatusCode);
        Assert.False((await Staff.ReadAsync(data, nadia.Id)).WantsDigest);
        Assert.False((await client.ReadPageAsync("/espace-cpne/compte/courriels")).QuerySelector("#WantsDigest")!.HasAttribute("checked"));
        using var on = await client.PostFormAsync("/espace-cpne/compte/courriels", "/espace-cpne/compte/courriels?handler=Digest", ("WantsDigest", "true"));
        Assert.True((await Staff.ReadAsync(data, nadia.Id)).WantsDigest);
    }

    [Fact]
    public async Task A_further_source_stands_beside_the_others_and_nothing_to_say_is_no_mail()
    {
        await using var data = await CatalogueAsync(new DateOnly(2031, 12, 31));
        await using var site = new PortalSite(data.ConnectionString);
        await Staff.AddAsync(data, "nadia@exemple.fr", new Grant(Permission.Sign, "cpne-essai"));
        Assert.Equal(0, await Round(data, site).RunAsync(Stop));
        _clock.Now = Seven.AddDays(1);
        Assert.Equal(1, await Round(data, site, new RenewalDigest(), new Waiting()).RunAsync(Stop));
        var mail = await OnlyMailAsync(data);
        Assert.Contains("Votre signature est attendue", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Fins d’enregistrement", mail.Body, StringComparison.Ordinal);
    }

    /// <summary>A catalogue of one certification, registered until that day.</summary>
    private async Task<TestDatabase> CatalogueAsync(DateOnly end)
    {
        var data = await server.CreateDatabaseAsync();
        await Catalogue.AddAsync(data, "essayeur", "Essayeur", "cpne-essai", new Registration(RegistryNumber.Parse("RNCP88123", null), null, new RegistrationDates(end) { EffectOn = end.AddYears(-4) }));
        return data;
    }

    private static async Task<OutgoingMail> OnlyMailAsync(TestDatabase data)
    {
        await using var database = data.CreateContext();
        return await database.Set<OutgoingMail>().AsNoTracking().SingleAsync(Stop);
    }

    private DigestRound Round(TestDatabase data, PortalSite site, params IDigestSource[] sources)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        PortalDatabase.Configure(options, data.ConnectionString);
        return new DigestRound(new PooledDbContextFactory<PortalDbContext>(options.Options), sources is [] ? [new RenewalDigest()] : sources,
            site.Services.GetRequiredService<DigestLetter>(), _clock, NullLogger<DigestRound>.Instance);
    }

    [GeneratedRegex(@"http://\S+/certifications/\S+")]
    private static partial Regex CertificationLink();

    private sealed class Waiting : IDigestSource
    {
        public Task<DigestSection?> FindAsync(PortalDbContext database, DigestReader reader, CancellationToken cancellationToken) =>
            Task.FromResult<DigestSection?>(new DigestSection("À signer", [new DigestLine("Votre signature est attendue.", "/espace-cpne")]));
    }
}
