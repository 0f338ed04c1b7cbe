using System.Globalization;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Mail;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using CqpPortal.Web.Mail.Digests;
using CqpPortal.Web.Wording;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CqpPortal.Web.Tests.Mail;

/// <summary>What leaves the portal is in the language of who reads it, whatever the page that caused it.</summary>
public sealed class EnglishMailTests(PostgresServer server) : IAsyncLifetime
{
    private const string Committee = "cpne-essai";

    private static readonly DateTimeOffset Seven = new(2027, 1, 11, 6, 0, 0, TimeSpan.Zero);

    private TestDatabase _data = null!;
    private PortalSite _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync();
        await Catalogue.AddAsync(_data, "essayeur", "Essayeur", Committee, new Registration(RegistryNumber.Parse("RNCP88123", null), null, new RegistrationDates(new DateOnly(2027, 4, 11)) { EffectOn = new DateOnly(2023, 4, 11) }));
        _site = new PortalSite(_data.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Theory]
    [InlineData("/espace-cpne/personnes", "English", "Your invitation to the CQP Portal", "Camille Essai invites you to the CPNE area", "/en/invitation?lien=")]
    [InlineData("/en/espace-cpne/personnes", "French", "Votre invitation au Portail CQP", "Camille Essai vous invite à l’espace CPNE", "/invitation?lien=")]
    public async Task An_invitation_is_written_and_leads_in_the_language_of_the_invited(string page, string language, string subject, string sentence, string link)
    {
        await using var administrator = await _site.SignInAsync(new Grant(Permission.Administer));
        using var sent = await administrator.PostAsync(page, ("Name", "Léa Martin"), ("Email", "lea@essais.example"), ("Language", language), ("Portal", "EditRules"));
        Assert.Equal(302, (int)sent.StatusCode);

        await using var database = _data.CreateContext();
        var mail = await database.Set<OutgoingMail>().AsNoTracking().SingleAsync(Stop);
        Assert.Equal(subject, mail.Subject);
        Assert.Contains(sentence, mail.Body, StringComparison.Ordinal);
        Assert.Contains($"{_site.Address.Authority}{link}", mail.Body, StringComparison.Ordinal);
        var log = await database.AuditLog.AsNoTracking().SingleAsync(line => line.Action == Database.Audit.AuditAction.Invited, Stop);
        Assert.Equal("Tout le portail : modifier les règles", log.Details?.Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task Two_people_who_asked_for_the_same_digest_read_it_in_their_languages()
    {
        await AddAsync("nadia@essais.example", Language.French);
        await AddAsync("nell@essais.example", Language.English);
        Assert.Equal(2, await Round().RunAsync(Stop));
        Assert.Equal(Written.FrenchCulture.Name, CultureInfo.CurrentUICulture.Name);

        await using var database = _data.CreateContext();
        var mails = await database.Set<OutgoingMail>().AsNoTracking().ToDictionaryAsync(mail => mail.To, Stop);
        Assert.Equal("Portail CQP : votre point du 11 janvier 2027", Plain(mails["nadia@essais.example"].Subject));
        Assert.Contains("Essayeur (RNCP88123) prend fin le 11 avril 2027, dans 3 mois.", Plain(mails["nadia@essais.example"].Body), StringComparison.Ordinal);
        Assert.DoesNotContain("/en/", mails["nadia@essais.example"].Body, StringComparison.Ordinal);

        var english = mails["nell@essais.example"];
        Assert.Equal("CQP Portal: your update of 11 January 2027", Plain(english.Subject));
        Assert.Contains("Essayeur (RNCP88123) ends on 11 April 2027, in 3 months.", Plain(english.Body), StringComparison.Ordinal);
        Assert.Contains("/en/certifications/essayeur", english.Body, StringComparison.Ordinal);
        Assert.All(english.Body.Split('\n').Where(line => line.Contains("http", StringComparison.Ordinal)), line => Assert.Contains($"{_site.Address.Port}/en/", line, StringComparison.Ordinal));

        using var client = _site.CreatePlainClient();
        var leave = new Uri(english.UnsubscribeAddress!).PathAndQuery;
        Assert.StartsWith("/en/desabonnement/", leave, StringComparison.Ordinal);
        Assert.Contains("Stop receiving it", (await client.ReadPageAsync(leave)).Body!.TextContent, StringComparison.Ordinal);
        using var oneClick = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var left = await client.PostAsync(new Uri(leave, UriKind.Relative), oneClick, Stop);
        Assert.Equal(200, (int)left.StatusCode);
        Assert.Contains("You will no longer receive", (await client.ReadPageAsync(leave)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_is_answered_in_the_language_of_the_account_not_of_the_page()
    {
        await AddAsync("nell@essais.example", Language.English);
        using var client = _site.CreatePlainClient();
        using var asked = await client.PostFormAsync("/connexion/mot-de-passe-oublie", "/connexion/mot-de-passe-oublie", ("Email", "nell@essais.example"));
        Assert.Equal("/connexion/mot-de-passe-oublie?envoye=true", asked.Headers.Location?.ToString());

        await using var database = _data.CreateContext();
        var mail = await database.Set<OutgoingMail>().AsNoTracking().SingleAsync(Stop);
        Assert.Equal("Choose a new password", mail.Subject);
        var link = mail.Body.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal));
        Assert.Contains("Choose a new password", (await client.ReadPageAsync(new Uri(link).PathAndQuery)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_page_sets_the_language_and_the_calendar_follows()
    {
        var nadia = await AddAsync("nadia@essais.example", Language.French, calendarKey: "clef-du-calendrier");
        using var client = await Staff.SignInAsync(_site, "nadia@essais.example");
        var feed = new Uri("/espace-cpne/calendrier/clef-du-calendrier.ics", UriKind.Relative);
        Assert.Contains("Dernier jour", await client.GetStringAsync(feed, Stop), StringComparison.Ordinal);

        using (var wrong = await client.PostFormAsync("/espace-cpne/compte", "/espace-cpne/compte?handler=Language", ("Language", "Klingon"))) Assert.Equal(400, (int)wrong.StatusCode);
        using (var set = await client.PostFormAsync("/en/espace-cpne/compte", "/en/espace-cpne/compte?handler=Language", ("Language", "English"))) Assert.Equal("/en/espace-cpne/compte?fait=langue", set.Headers.Location?.ToString());
        Assert.Equal(Language.English, (await Staff.ReadAsync(_data, nadia.Id)).Language);
        var english = await client.GetStringAsync(feed, Stop);
        Assert.Contains("Last day: Essayeur", english, StringComparison.Ordinal);
        Assert.Contains("/en/certifications/essayeur", english, StringComparison.Ordinal);
    }

    private async Task<Person> AddAsync(string email, Language language, string? calendarKey = null)
    {
        var added = await Staff.AddAsync(_data, email, new Grant(Permission.Sign, Committee));
        await using var database = _data.CreateContext();
        var person = await database.Users.SingleAsync(person => person.Id == added.Id, Stop);
        (person.Language, person.CalendarKey) = (language, calendarKey);
        await database.SaveChangesAsync(Stop);
        return person;
    }

    private DigestRound Round()
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        PortalDatabase.Configure(options, _data.ConnectionString);
        return new DigestRound(new PooledDbContextFactory<PortalDbContext>(options.Options), [new RenewalDigest()], _site.Services.GetRequiredService<DigestLetter>(), new MovingClock(Seven), NullLogger<DigestRound>.Instance);
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
