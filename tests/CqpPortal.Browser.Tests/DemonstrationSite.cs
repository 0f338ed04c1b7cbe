using CqpPortal.TestSupport;
using CqpPortal.Web.Tests;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>The site with the demonstration data, on a real port.</summary>
public sealed class DemonstrationSite(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _data = null!;
    private PortalSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    public string At(string address) => new Uri(_site.Address, address).ToString();
}
