using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CqpPortal.Web.Tests;

/// <summary>The whole site over HTTP, on a database of the test and a clock that stands still.</summary>
internal sealed class PortalSite : WebApplicationFactory<Program>
{
    private readonly string _connectionString;
    private readonly TimeProvider _clock;
    private readonly Action<IWebHostBuilder>? _configure;

    /// <param name="clock">Null for one that stands still on the day of the demonstration.</param>
    /// <param name="configure">Settings and services of the test, after those of all tests.</param>
    public PortalSite(string connectionString, TimeProvider? clock = null, Action<IWebHostBuilder>? configure = null)
    {
        _connectionString = connectionString;
        _clock = clock ?? FixedClock.Demonstration;
        _configure = configure;
        // A real server on a real port: what is tested is what a browser meets.
        UseKestrel();
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>The moment it is on the site's clock.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Where mails are written while no server is configured; gone with the site.</summary>
    public string MailFolder { get; } = Path.Combine(Path.GetTempPath(), "cqp-mails-" + Guid.NewGuid().ToString("N"));

    /// <summary>A client that follows no redirection and unpacks nothing.</summary>
    public HttpClient CreatePlainClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>Somebody new with these permissions, signed in: <c>await using var staff = await site.SignInAsync(new Grant(Permission.Sign, "cpne-3248"))</c>.</summary>
    public Task<StaffClient> SignInAsync(params Grant[] grants) => StaffClient.SignInAsync(_connectionString, Address, grants);

    /// <summary>Somebody new of that name, to tell two people apart.</summary>
    public Task<StaffClient> SignInAsync(string name, params Grant[] grants) => StaffClient.SignInAsync(_connectionString, Address, grants, name);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Portal", _connectionString);
        builder.UseSetting("Portal:DemoData", "false");
        builder.UseSetting("Portal:MailFolder", MailFolder);
        // A mail that nobody waits for would stand among those of a test.
        builder.UseSetting("Portal:Digests", "false");
        // Here, not through UseKestrel(port): that one is set while the site may already be starting.
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseEnvironment("Production");
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(_clock))
            .Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = TestPeople.HashIterations));
        _configure?.Invoke(builder);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(MailFolder)) Directory.Delete(MailFolder, recursive: true);
    }
}
