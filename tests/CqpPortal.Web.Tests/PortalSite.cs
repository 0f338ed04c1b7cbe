using CqpPortal.TestSupport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CqpPortal.Web.Tests;

/// <summary>The whole site over HTTP, on a database of the test and a clock that stands still.</summary>
internal sealed class PortalSite : WebApplicationFactory<Program>
{
    private readonly string _connectionString;
    private readonly IReadOnlyDictionary<string, string> _settings;

    public PortalSite(string connectionString, IReadOnlyDictionary<string, string>? settings = null)
    {
        _connectionString = connectionString;
        _settings = settings ?? new Dictionary<string, string>();
        // A real server on a real port: what is tested is what a browser meets.
        UseKestrel();
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Where mails are written while no server is configured; gone with the site.</summary>
    public string MailFolder { get; } = Path.Combine(Path.GetTempPath(), "cqp-mails-" + Guid.NewGuid().ToString("N"));

    /// <summary>A client that follows no redirection and unpacks nothing.</summary>
    public HttpClient CreatePlainClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Portal", _connectionString);
        builder.UseSetting("Portal:DemoData", "false");
        builder.UseSetting("Portal:MailFolder", MailFolder);
        // A mail that nobody waits for would stand among those of a test.
        builder.UseSetting("Portal:Digests", "false");
        foreach (var (name, value) in _settings) builder.UseSetting(name, value);
        // Here, not through UseKestrel(port): that one is set while the site may already be starting.
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseEnvironment("Production");
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(FixedClock.Demonstration)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(MailFolder)) Directory.Delete(MailFolder, recursive: true);
    }
}
