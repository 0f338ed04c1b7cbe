using System.Collections.Concurrent;
using System.Net;
using CqpPortal.Database;
using CqpPortal.Database.Links;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using CqpPortal.Web.Links;
using CqpPortal.Web.Tests.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CqpPortal.Web.Tests.Links;

public sealed class LinkCheckTests(PostgresServer server)
{
    private static readonly DateTimeOffset Now = FixedClock.Demonstration.GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.100.200")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:4136:e378::1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    public void No_address_of_a_network_of_ones_own_is_public(string address) => Assert.False(PublicNetwork.Holds(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2a01:e0a::1")]
    public void Others_are(string address) => Assert.True(PublicNetwork.Holds(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    public async Task By_default_nothing_on_this_machine_is_called(string host)
    {
        await using var site = await LocalSite.StartAsync();
        using var client = new LinkClient();
        var answer = await client.AskAsync($"http://{host}:{site.Port}/ici", Stop);
        Assert.Equal((null, "L’adresse mène à un réseau privé : elle n’est pas appelée."), (answer.Status, answer.Problem));
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task A_redirect_to_the_inside_is_barred_and_so_is_a_name_that_turns_inside_after_it_was_looked_at()
    {
        await using var site = await LocalSite.StartAsync();
        var inside = IPAddress.Parse("127.0.0.2");
        var asked = 0;
        using var client = new LinkClient(address => !address.Equals(inside), (host, _) => Task.FromResult(host switch
        {
            "rebinding.invalid" => [Interlocked.Increment(ref asked) == 1 ? IPAddress.Loopback : inside],
            "both.invalid" => [IPAddress.Loopback, inside],
            "inside.invalid" => [inside],
            _ => new[] { IPAddress.Loopback },
        }));
        Assert.Equal("L’adresse mène à un réseau privé : elle n’est pas appelée.", (await client.AskAsync($"http://dehors.invalid:{site.Port}/vers?ou=http://inside.invalid:{site.Port}/ici", Stop)).Problem);
        Assert.Equal("L’adresse mène à un réseau privé : elle n’est pas appelée.", (await client.AskAsync($"http://both.invalid:{site.Port}/ici", Stop)).Problem);
        // The first connection goes to the public address; the second one asks the name again and is looked at again.
        Assert.Equal("L’adresse mène à un réseau privé : elle n’est pas appelée.", (await client.AskAsync($"http://rebinding.invalid:{site.Port}/vers?ou=http://rebinding.invalid:{site.Port}/ici", Stop)).Problem);
        Assert.DoesNotContain(site.Asked, line => line.EndsWith("/ici", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/ici", 200, null)]
    [InlineData("/sans-head", 200, null)]
    [InlineData("/prive", 403, null)]
    [InlineData("/parti", 404, "La page n’existe plus.")]
    [InlineData("/casse", 500, "Le site répond par l’erreur 500.")]
    [InlineData("/vers?ou=/ici", 200, null)]
    [InlineData("/boucle", null, "Plus de 5 renvois.")]
    [InlineData("/vers?ou=file:///etc/passwd", null, "L’adresse mène ailleurs que sur le web.")]
    public async Task Says_what_came_back(string path, int? status, string? problem)
    {
        await using var site = await LocalSite.StartAsync();
        using var client = new LinkClient(_ => true, Dns.GetHostAddressesAsync);
        var answer = await client.AskAsync($"http://127.0.0.1:{site.Port}{path}", Stop);
        Assert.Equal((status, problem), (answer.Status, answer.Problem));
        Assert.All(site.Agents, agent => Assert.StartsWith("PortailCQP/1.0", agent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ftp://exemple.fr/", "L’adresse mène ailleurs que sur le web.")]
    [InlineData("javascript:alert(1)", "L’adresse mène ailleurs que sur le web.")]
    [InlineData("n’importe quoi", "Cette adresse ne s’écrit pas ainsi.")]
    public async Task Only_the_web_is_called(string url, string problem)
    {
        using var client = new LinkClient(_ => true, (_, _) => throw new InvalidOperationException("Nobody is asked."));
        Assert.Equal(problem, (await client.AskAsync(url, Stop)).Problem);
    }

    [Fact]
    public async Task Official_pages_are_checked_once_a_week_and_what_fails_is_shown_to_its_committee()
    {
        await using var data = await server.CreateDatabaseAsync();
        await Catalogue.AddAsync(data, "essayeur", "Essayeur", "cpne-essai",
            new Registration(RegistryNumber.Parse("RNCP88123", null), null, new RegistrationDates(new DateOnly(2028, 1, 1)) { EffectOn = new DateOnly(2024, 1, 1) }));
        var clock = new MovingClock(Now);
        // No name of the outside is asked for.
        using var client = new LinkClient(_ => true, (_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound));
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        PortalDatabase.Configure(options, data.ConnectionString);
        var round = new LinkRound(new PooledDbContextFactory<PortalDbContext>(options.Options), client, clock);
        Assert.Equal(1, await round.RunAsync(Stop));
        Assert.Equal(0, await round.RunAsync(Stop));
        clock.Now = Now.AddDays(7).AddSeconds(-1);
        Assert.Equal(0, await round.RunAsync(Stop));
        clock.Now = Now.AddDays(7);
        Assert.Equal(1, await round.RunAsync(Stop));
        await using var database = data.CreateContext();
        var failing = Assert.Single(await LinkChecks.FailingAsync(database, ["cpne-essai"], Stop));
        Assert.Equal(("essayeur", Now, "Ce nom de site n’existe pas, ou plus."), (failing.Slug, failing.Since, failing.Problem));
        Assert.Equal(RegistryNumber.Parse("RNCP88123", null).OfficialPage.AbsoluteUri, failing.Url);
        Assert.Empty(await LinkChecks.FailingAsync(database, ["cpne-autre"], Stop));
        await LinkChecks.NoteAsync(database, new LinkAnswer(failing.Url, 200, null), clock.Now, Stop);
        Assert.Empty(await LinkChecks.FailingAsync(database, ["cpne-essai"], Stop));
    }

    [Fact]
    public async Task What_is_made_up_is_never_called()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        Assert.Empty(await LinkChecks.DueAsync(database, Now, Stop));
    }

    /// <summary>A site on the loopback that answers well, badly or elsewhere.</summary>
    private sealed class LocalSite(WebApplication app) : IAsyncDisposable
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        public ConcurrentQueue<string> Agents { get; } = new();

        public int Port => new Uri(app.Urls.First()).Port;

        public static async Task<LocalSite> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var site = new LocalSite(builder.Build());
            await site.RunAsync();
            return site;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task RunAsync()
        {
            app.Run(context =>
            {
                Asked.Enqueue($"{context.Request.Method} {context.Request.Path}");
                Agents.Enqueue(context.Request.Headers.UserAgent.ToString());
                context.Response.StatusCode = context.Request.Path.Value switch
                {
                    "/ici" => 200,
                    "/sans-head" => HttpMethods.IsHead(context.Request.Method) ? 405 : 200,
                    "/prive" => 403,
                    "/casse" => 500,
                    "/vers" or "/boucle" => 302,
                    _ => 404,
                };
                if (context.Response.StatusCode == 302) context.Response.Headers.Location = context.Request.Query["ou"].FirstOrDefault() ?? "/boucle";
                return Task.CompletedTask;
            });
            return app.StartAsync(Stop);
        }
    }
}
