using CqpPortal.Database;
using CqpPortal.Database.Startup;

namespace CqpPortal.TestSupport;

/// <summary>A database of one test, dropped with it.</summary>
public sealed class TestDatabase(PostgresServer server, string name, string connectionString) : IAsyncDisposable
{
    public string ConnectionString { get; } = connectionString;

    public PortalDbContext CreateContext() => PortalDatabase.CreateContext(ConnectionString);

    public async ValueTask DisposeAsync() => await server.DropAsync(name);
}
