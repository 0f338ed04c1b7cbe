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

    public PortalSite(string connectionString)
    {
        _connectionString = connectionString;
        // A real server on a real port: what is tested is what a browser meets.
        UseKestrel();
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>A client that follows no redirection and unpacks nothing.</summary>
    public HttpClient CreatePlainClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Portal", _connectionString);
        builder.UseSetting("Portal:DemoData", "false");
        // Here, not through UseKestrel(port): that one is set while the site may already be starting.
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseEnvironment("Production");
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(FixedClock.Demonstration)));
    }
}
