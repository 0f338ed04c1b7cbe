using CqpPortal.Database;
using CqpPortal.Database.Mail;
using CqpPortal.Database.Startup;
using CqpPortal.TestSupport;
using CqpPortal.Web.Mail;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using Xunit;

namespace CqpPortal.Web.Tests.Mail;

public sealed class MailSendingTests(PostgresServer server)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    private readonly MovingClock _clock = new(Start);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_was_down_gets_the_mail_at_the_next_attempt_and_once()
    {
        await using var data = await server.CreateDatabaseAsync();
        var port = MailServer.FreePort();
        await WriteAsync(data, "camille@exemple.fr");
        var sender = Sender(data, port);
        Assert.True(await sender.SendNextAsync(Stop));
        Assert.False(await sender.SendNextAsync(Stop));
        var waiting = await OnlyAsync(data);
        Assert.Equal((1, Start.AddMinutes(1)), (waiting.Attempts, waiting.NextAttemptAt));
        Assert.False(string.IsNullOrWhiteSpace(waiting.LastRefusal));

        await using var up = new MailServer(port);
        _clock.Now = Start.AddMinutes(1);
        Assert.True(await sender.SendNextAsync(Stop));
        Assert.False(await sender.SendNextAsync(Stop));
        var (message, recipients) = Assert.Single(up.Taken);
        Assert.Equal("Écrit par Zoé", message.Subject);
        Assert.Equal("Première ligne\nDeuxième ligne", message.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(["camille@exemple.fr"], recipients);
        Assert.Equal((2, _clock.Now, null), ((await OnlyAsync(data)).Attempts, (await OnlyAsync(data)).SentAt, (await OnlyAsync(data)).LastRefusal));
    }

    [Fact]
    public async Task One_recipient_refused_keeps_the_servers_words_and_blocks_nobody()
    {
        await using var data = await server.CreateDatabaseAsync();
        var port = MailServer.FreePort();
        await using var up = new MailServer(port, accepts: to => to != "inconnu@exemple.fr");
        await WriteAsync(data, "inconnu@exemple.fr");
        await WriteAsync(data, "pas une adresse");
        await WriteAsync(data, "camille@exemple.fr");
        var sender = Sender(data, port);
        while (await sender.SendNextAsync(Stop)) { }
        Assert.Equal("camille@exemple.fr", Assert.Single(Assert.Single(up.Taken).Recipients));
        await using var database = data.CreateContext();
        var refused = await database.Set<OutgoingMail>().SingleAsync(mail => mail.To == "inconnu@exemple.fr", Stop);
        Assert.StartsWith("550", refused.LastRefusal, StringComparison.Ordinal);
        Assert.Null(refused.SentAt);
        Assert.Equal("L’adresse du destinataire ne s’écrit pas ainsi.", (await database.Set<OutgoingMail>().SingleAsync(mail => mail.To == "pas une adresse", Stop)).LastRefusal);
    }

    [Fact]
    public async Task A_server_slower_than_the_portals_patience_lets_the_mail_wait()
    {
        await using var data = await server.CreateDatabaseAsync();
        var port = MailServer.FreePort();
        await using var slow = new MailServer(port, delay: TimeSpan.FromMinutes(1));
        await WriteAsync(data, "camille@exemple.fr");
        Assert.True(await Sender(data, port, TimeSpan.FromMilliseconds(700)).SendNextAsync(Stop));
        Assert.Equal("Le serveur n’a pas répondu en 0.7 s.", (await OnlyAsync(data)).LastRefusal);
    }

    [Fact]
    public async Task A_process_that_stops_in_the_middle_loses_nothing_and_meanwhile_no_other_node_takes_the_mail()
    {
        await using var data = await server.CreateDatabaseAsync();
        var port = MailServer.FreePort();
        await using (var slow = new MailServer(port, delay: TimeSpan.FromMinutes(1)))
        {
            await WriteAsync(data, "camille@exemple.fr");
            using var kill = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var first = Sender(data, port).SendNextAsync(kill.Token);
            await slow.Began.Task.WaitAsync(Stop);
            Assert.False(await Sender(data, port).SendNextAsync(Stop));
            await kill.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        }
        Assert.Equal((0, null), ((await OnlyAsync(data)).Attempts, (await OnlyAsync(data)).SentAt));
        await using var up = new MailServer(port);
        Assert.True(await Sender(data, port).SendNextAsync(Stop));
        Assert.Single(up.Taken);
    }

    [Fact]
    public async Task Twenty_mails_and_four_nodes_make_twenty_sendings()
    {
        await using var data = await server.CreateDatabaseAsync();
        var port = MailServer.FreePort();
        await using var up = new MailServer(port);
        for (var index = 0; index < 20; index++) await WriteAsync(data, $"personne{index}@exemple.fr");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (await Sender(data, port).SendNextAsync(Stop)) { }
        }));
        Assert.Equal(20, up.Taken.Count);
        Assert.Equal(20, up.Taken.SelectMany(taken => taken.Recipients).Distinct().Count());
    }

    [Fact]
    public void Delays_grow_then_the_portal_gives_up_after_two_days_and_tries_again_when_asked()
    {
        var mail = new OutgoingMail { To = "a@exemple.fr", Subject = "s", Body = "b", WrittenAt = Start, NextAttemptAt = Start };
        var delays = new List<double>();
        while (mail.GivenUpAt is null)
        {
            var now = mail.NextAttemptAt;
            mail.Refused("450 plus tard", now);
            if (mail.GivenUpAt is null) delays.Add((mail.NextAttemptAt - now).TotalMinutes);
        }
        Assert.Equal([1, 5, 15, 60], delays.Take(4));
        Assert.Equal(48, delays.Skip(4).Count(minutes => minutes == 60));
        Assert.Equal(52, delays.Count);
        mail.TryAgain(Start.AddDays(3));
        Assert.Equal((null, Start.AddDays(3)), (mail.GivenUpAt, mail.NextAttemptAt));
        mail.Refused("450 toujours pas", Start.AddDays(3));
        Assert.Equal(Start.AddDays(3), mail.GivenUpAt);
    }

    [Theory]
    [InlineData("Bonjour\r\nBcc: victime@exemple.fr", "camille@exemple.fr")]
    [InlineData("Bonjour\nSubject: autre", "camille@exemple.fr")]
    [InlineData("Bonjour", "camille@exemple.fr\r\nBcc: victime@exemple.fr")]
    [InlineData("Bonjour", "camille@exemple.fr, victime@exemple.fr")]
    public async Task Nobody_adds_a_header_or_a_recipient(string subject, string to)
    {
        var mail = new OutgoingMail { To = to, Subject = subject, Body = "b", WrittenAt = Start, NextAttemptAt = Start };
        if (to != "camille@exemple.fr")
        {
            Assert.Throws<ParseException>(() => MailMessage.Of(mail, null));
            return;
        }
        using var message = MailMessage.Of(mail, new MailboxAddress("Portail\r\nBcc: victime@exemple.fr", "portail@exemple.fr"));
        using var stream = new MemoryStream();
        await message.WriteToAsync(stream, Stop);
        stream.Position = 0;
        using var read = await MimeMessage.LoadAsync(stream, Stop);
        Assert.Empty(read.Bcc);
        Assert.Single(read.To);
        Assert.Single(read.Headers, header => header.Id == HeaderId.Subject);
        Assert.StartsWith("Bonjour", read.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host manque", "Port=25")]
    [InlineData("écrivez None, StartTls ou Tls", "Host=a", "Security=ssl", "From=a@b.fr")]
    [InlineData("de 1 à 65535", "Host=a", "Port=beaucoup", "From=a@b.fr")]
    [InlineData("From doit être", "Host=a")]
    [InlineData("From doit être", "Host=a", "From=personne")]
    [InlineData("vont ensemble", "Host=a", "From=a@b.fr", "UserName=u")]
    [InlineData("en clair", "Host=a", "From=a@b.fr", "Security=None", "UserName=u", "Password=secret")]
    public void A_setting_that_cannot_be_meant_is_said_at_start(string words, params string[] settings)
    {
        var problem = Assert.Throws<PortalServerException>(() => SmtpSettings.Read(Configured(settings)));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_configured_is_said_without_its_password()
    {
        var settings = MailSettings.Read(Configured("Host=smtp.exemple.fr", "From=Portail <portail@exemple.fr>", "UserName=u", "Password=tres-secret"));
        Assert.Equal((587, SecureSocketOptions.StartTls), (settings.Smtp!.Port, settings.Smtp.Security));
        Assert.Equal("Courriels envoyés par smtp.exemple.fr:587", settings.InWords);
        Assert.DoesNotContain("tres-secret", settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_leaves_within_two_seconds_of_being_written_and_goes_to_the_folder_without_a_server()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var site = new PortalSite(data.ConnectionString);
        await WriteAsync(data, "camille@exemple.fr");
        var patience = TimeProvider.System.GetTimestamp();
        OutgoingMail mail;
        while ((mail = await OnlyAsync(data)).SentAt is null && TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(10)) await Task.Yield();
        Assert.InRange(TimeProvider.System.GetElapsedTime(patience).TotalSeconds, 0, 4);
        Assert.NotNull(mail.SentAt);
        using var message = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(site.MailFolder, "*.eml")), Stop);
        Assert.Equal("Écrit par Zoé", message.Subject);
    }

    private static IConfiguration Configured(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Portal:Smtp:" + setting.Split('=')[0], (string?)setting.Split('=')[1]))).Build();

    private static async Task<OutgoingMail> OnlyAsync(TestDatabase data)
    {
        await using var database = data.CreateContext();
        return await database.Set<OutgoingMail>().AsNoTracking().SingleAsync(Stop);
    }

    private static async Task WriteAsync(TestDatabase data, string to)
    {
        await using var database = data.CreateContext();
        database.Add(new OutgoingMail { To = to, Subject = "Écrit par Zoé", Body = "Première ligne\nDeuxième ligne", WrittenAt = Start, NextAttemptAt = Start });
        await database.SaveChangesAsync(Stop);
    }

    private MailSender Sender(TestDatabase data, int port, TimeSpan? patience = null)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        PortalDatabase.Configure(options, data.ConnectionString);
        var settings = new MailSettings(new SmtpSettings("127.0.0.1", port, SecureSocketOptions.None, new MailboxAddress("Portail CQP", "portail@exemple.fr")), "", null);
        return new MailSender(new PooledDbContextFactory<PortalDbContext>(options.Options), new MailTransport(settings) { Patience = patience ?? TimeSpan.FromSeconds(20) },
            new MailSignal(), _clock, NullLogger<MailSender>.Instance);
    }
}
