using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using CqpPortal.TestSupport;
using CqpPortal.Web.Tests;
using CqpPortal.Web.Tests.Pages.EspaceCpne;
using Xunit;

namespace CqpPortal.Browser.Tests.EspaceCpne;

/// <summary>A site whose clock can be moved, with two people who write for one committee.</summary>
public sealed class EditorSite(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _data = null!;
    private PortalSite _site = null!;

    internal MovingClock Clock { get; } = new();

    internal StaffClient Nadia { get; private set; } = null!;

    internal StaffClient Paul { get; private set; } = null!;

    internal SignedEntries Entries { get; private set; } = null!;

    internal Uri Address => _site.Address;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString, Clock);
        Entries = new SignedEntries(_data, _site);
        Nadia = await SignInAsync("Nadia Benali");
        Paul = await SignInAsync("Paul Roussel");
    }

    public async ValueTask DisposeAsync()
    {
        await Nadia.DisposeAsync();
        await Paul.DisposeAsync();
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    internal Task<StaffClient> SignInAsync(string name) => _site.SignInAsync(name, SignedEntries.Writing);

    internal Task<StaffClient> AdministratorAsync() => _site.SignInAsync("Claire Fontaine", new Grant(Permission.Administer));

    internal Task<StaffClient> ReaderAsync() => _site.SignInAsync("Luc Lecteur", new Grant(Permission.Review, SignedEntries.Chemistry));

    internal async Task<int> CreateAsync(EntryText? text = null) => (await Entries.CreateAsync(Nadia, text)).Id;

    /// <summary>The draft as it is saved.</summary>
    internal async Task<EntryText> TextAsync(int id)
    {
        await using var database = _data.CreateContext();
        var entry = await database.Entries.FindAsync([id], TestContext.Current.CancellationToken);
        return (await EntryOpening.TextAsync(database, entry!, TestContext.Current.CancellationToken)).Text;
    }
}
