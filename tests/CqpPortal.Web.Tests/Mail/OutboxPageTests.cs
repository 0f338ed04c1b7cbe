using CqpPortal.Database.Audit;
using CqpPortal.Database.Mail;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Mail;

public sealed class OutboxPageTests(PostgresServer server)
{
    private static readonly DateTimeOffset Now = FixedClock.Demonstration.GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shows_what_was_refused_in_the_servers_words_and_tries_again_when_asked()
    {
        await using var data = await server.CreateDatabaseAsync();
        await Staff.AddAsync(data, "admin@exemple.fr", new Grant(Permission.Administer));
        var mail = Mail("parti@exemple.fr", "Objet <script>alert(1)</script>");
        mail.Refused("550 boîte inconnue", Now.AddHours(1));
        await AddAsync(data, mail);
        await using var site = new PortalSite(data.ConnectionString);
        using var client = await Staff.SignInAsync(site, "admin@exemple.fr");
        var page = await client.ReadPageAsync("/espace-cpne/courriels");
        Assert.Contains("550 boîte inconnue", page.QuerySelector("#courriel-" + mail.Id)!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Refusé, en attente", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Le secret de l’invitation", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main script"));

        using var answer = await client.PostFormAsync("/espace-cpne/courriels", "/espace-cpne/courriels", ("id", $"{mail.Id}"));
        Assert.Equal((302, $"/espace-cpne/courriels#courriel-{mail.Id}"), ((int)answer.StatusCode, answer.Headers.Location!.OriginalString));
        await using var database = data.CreateContext();
        Assert.Equal("Nadia Benali", (await database.Set<AuditLine>().SingleAsync(line => line.Action == AuditAction.MailTriedAgain, Stop)).PersonName);
        var start = TimeProvider.System.GetTimestamp();
        while (!await database.Set<OutgoingMail>().AnyAsync(row => row.SentAt != null, Stop) && TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(10)) await Task.Yield();
        Assert.True(await database.Set<OutgoingMail>().AnyAsync(row => row.SentAt != null, Stop));
    }

    [Fact]
    public async Task The_text_stays_between_writer_and_reader_once_a_server_sends_it_and_a_dead_server_blocks_no_page()
    {
        await using var data = await server.CreateDatabaseAsync();
        await Staff.AddAsync(data, "admin@exemple.fr", new Grant(Permission.Administer));
        await AddAsync(data, Mail("a@exemple.fr", "Invitation"));
        await using var site = new PortalSite(data.ConnectionString, configure: builder => builder.UseSetting("Portal:Smtp:Host", "127.0.0.1")
            .UseSetting("Portal:Smtp:Port", $"{MailServer.FreePort()}").UseSetting("Portal:Smtp:Security", "None").UseSetting("Portal:Smtp:From", "portail@exemple.fr"));
        using var client = await Staff.SignInAsync(site, "admin@exemple.fr");
        var page = await client.ReadPageAsync("/espace-cpne/courriels");
        Assert.Contains("Invitation", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Le secret de l’invitation", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_see_it()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await Staff.AddAsync(data, "redacteur@exemple.fr", new Grant(Permission.Sign, "cpne-3248"));
        await AddAsync(data, Mail("a@exemple.fr", "Invitation"));
        await using var site = new PortalSite(data.ConnectionString);
        using var client = await Staff.SignInAsync(site, "redacteur@exemple.fr");
        using var refused = await client.GetAsync(new Uri("/espace-cpne/courriels", UriKind.Relative), Stop);
        Assert.NotEqual(200, (int)refused.StatusCode);
        using var nobody = site.CreatePlainClient();
        using var asked = await nobody.GetAsync(new Uri("/espace-cpne/courriels", UriKind.Relative), Stop);
        Assert.Equal(302, (int)asked.StatusCode);
    }

    private static OutgoingMail Mail(string to, string subject) => new() { To = to, Subject = subject, Body = "Le secret de l’invitation", WrittenAt = Now, NextAttemptAt = Now };

    private static async Task AddAsync(TestDatabase data, OutgoingMail mail)
    {
        await using var database = data.CreateContext();
        database.Add(mail);
        await database.SaveChangesAsync(Stop);
    }
}
