using Npgsql;

namespace CqpPortal.TestSupport;

/// <summary>A role of one test, without any right of its own, dropped with it.</summary>
public sealed class TestRole(PostgresServer server, string name) : IAsyncDisposable
{
    public string Name => name;

    public string ConnectionString(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = name, Password = name, Pooling = false }.ConnectionString;
    }

    public async ValueTask DisposeAsync() => await server.DropRoleAsync(name);
}
