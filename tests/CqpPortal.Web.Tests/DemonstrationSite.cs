using AngleSharp;
using AngleSharp.Dom;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using Xunit;

namespace CqpPortal.Web.Tests;

/// <summary>One site with the demonstration data, for the tests that only read.</summary>
public sealed class DemonstrationSite(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _data = null!;
    private PortalSite _site = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString);
        Client = _site.CreatePlainClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    /// <summary>Somebody new with these permissions, signed in.</summary>
    internal Task<StaffClient> SignInAsync(params Grant[] grants) => _site.SignInAsync(grants);

    /// <summary>The page as a browser parses it.</summary>
    public async Task<IDocument> OpenAsync(string address)
    {
        using var answer = await Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await BrowsingContext.New().OpenAsync(response => response.Content(text), TestContext.Current.CancellationToken);
    }
}
