using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Editing;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.EspaceCpne;

/// <summary>A site of its own with the demonstration certifications, for tests that edit them.</summary>
public sealed class StaffSite(PostgresServer server) : IAsyncLifetime
{
    /// <summary>CPNE of the metal industry, which owns <see cref="Welder"/>.</summary>
    public const string Metal = "cpne-3248";

    public const string Chemistry = "cpne-0044";

    public const string Welder = "soudeur-chaudronnier-d-atelier";

    private PortalSite _site = null!;

    public TestDatabase Data { get; private set; } = null!;

    public Uri Address => _site.Address;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(Data.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await Data.DisposeAsync();
    }

    /// <summary>Somebody new who may do these things for a committee, signed in.</summary>
    internal Task<StaffClient> SignInAsync(string committee, string name, params Permission[] permissions) =>
        StaffClient.SignInAsync(Data.ConnectionString, Address, [.. permissions.Select(permission => new Grant(permission, committee))], name);

    /// <summary>Somebody new who writes for a committee.</summary>
    internal Task<StaffClient> WriterAsync(string name = "Nadia Benali", string committee = Metal) => SignInAsync(committee, name, Permission.WriteDrafts);

    /// <summary>The entry of the welder, opened as its writer would.</summary>
    internal async Task<int> OpenWelderAsync()
    {
        await using var database = Data.CreateContext();
        var id = await database.Certifications.Where(row => row.Slug == Welder).Select(row => row.Id).SingleAsync(Stop);
        return (await EntryOpening.ForAsync(database, id, FixedClock.Demonstration.GetUtcNow(), Stop)).Id;
    }

    /// <summary>A new entry of a committee, with a draft of this text.</summary>
    internal async Task<int> CreateAsync(EntryText text, StaffClient by)
    {
        await using var database = Data.CreateContext();
        return (await EntryOpening.CreateAsync(database, text, new Author(by.Person.Id, by.Person.Name, FixedClock.Demonstration.GetUtcNow()), Stop)).Id;
    }

    /// <summary>The draft, or what is published where there is none.</summary>
    internal async Task<EntryText> TextAsync(int entry)
    {
        await using var database = Data.CreateContext();
        var found = await database.Entries.Include(row => row.Certification).SingleAsync(row => row.Id == entry, Stop);
        return (await EntryOpening.TextAsync(database, found, Stop)).Text;
    }
}
