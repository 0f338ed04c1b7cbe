using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;
using Npgsql;
using Testcontainers.PostgreSql;
using Xunit;

namespace CqpPortal.TestSupport;

/// <summary>
/// The PostgreSQL of a test run: the server of <c>ConnectionStrings__Portal</c>, else one in Docker, else the embedded one. Every test
/// gets a database of its own, copied from a template that is prepared once.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly SemaphoreSlim _preparing = new(1);
    private readonly Dictionary<bool, string> _templates = [];
    private PostgreSqlContainer? _container;
    private EmbeddedPostgresServer? _embedded;
    private string _administration = null!;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Portal") is { Length: > 0 } configured)
        {
            _administration = configured;
            TestContext.Current.SendDiagnosticMessage("Tests on the PostgreSQL of ConnectionStrings__Portal");
        }
        else if (Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } || File.Exists("/var/run/docker.sock"))
        {
            _container = new PostgreSqlBuilder("postgres:18-alpine").Build();
            await _container.StartAsync();
            _administration = _container.GetConnectionString();
            TestContext.Current.SendDiagnosticMessage("Tests on a PostgreSQL in Docker");
        }
        else
        {
            _embedded = await EmbeddedPostgresServer.StartOrJoinAsync(EmbeddedPostgresOptions.Temporary);
            _administration = _embedded.ConnectionString;
            TestContext.Current.SendDiagnosticMessage($"Tests on the embedded PostgreSQL {_embedded.Version}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var template in _templates.Values) await DropAsync(template);
        NpgsqlConnection.ClearAllPools();
        if (_container is not null) await _container.DisposeAsync();
        if (_embedded is not null) await _embedded.DisposeAsync();
        _preparing.Dispose();
    }

    /// <summary>A database with the schema and the reference data, and the demonstration data if asked for.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync(bool demonstration = false)
    {
        var template = await TemplateAsync(demonstration);
        var name = NewName();
        await ExecuteAsync($"create database {name} template {template}");
        return new TestDatabase(this, name, For(name));
    }

    /// <summary>An empty database, not even migrated.</summary>
    public async Task<TestDatabase> CreateEmptyDatabaseAsync()
    {
        var name = NewName();
        await ExecuteAsync($"create database {name}");
        return new TestDatabase(this, name, For(name));
    }

    /// <summary>A role that may log in and nothing else. Dispose it after the databases in which it has rights.</summary>
    public async Task<TestRole> CreateRoleAsync()
    {
        var name = NewName();
        // A member of the role may end its sessions, which dropping a database asks for.
        await ExecuteAsync($"create role {name} login password '{name}'; grant {name} to current_user");
        return new TestRole(this, name);
    }

    internal Task DropRoleAsync(string name) => ExecuteAsync($"drop role {name}");

    internal async Task DropAsync(string name)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(For(name)));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ExecuteAsync($"drop database if exists {name} with (force)");
                return;
            }
            // An automatic vacuum is the server's own: nobody but it may end it, and it ends by itself.
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege && attempt < 40)
            {
                await Task.Delay(250);
            }
        }
    }

    private async Task<string> TemplateAsync(bool demonstration)
    {
        await _preparing.WaitAsync();
        try
        {
            if (_templates.TryGetValue(demonstration, out var known)) return known;
            var name = NewName();
            await ExecuteAsync($"create database {name}");
            await PortalDatabase.PrepareAsync(For(name), demonstration, CancellationToken.None);
            // Nobody may be connected to a template while it is copied.
            NpgsqlConnection.ClearAllPools();
            _templates.Add(demonstration, name);
            return name;
        }
        finally
        {
            _preparing.Release();
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_administration) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private string For(string database) => new NpgsqlConnectionStringBuilder(_administration) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    private static string NewName() => "test_" + Guid.NewGuid().ToString("N");
}
