using System.Diagnostics;
using CqpPortal.EmbeddedPostgres;
using Npgsql;
using Xunit;

namespace CqpPortal.Database.Tests.EmbeddedPostgres;

public sealed class EmbeddedPostgresServerTests : IDisposable
{
    // A space and an accent: people have them in the names of their folders.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "données du portail " + Guid.NewGuid().ToString("N"));

    private EmbeddedPostgresOptions Options => new() { DataFolder = _folder };

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Data_survive_a_restart()
    {
        await using (var server = await EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken))
        {
            Assert.True(server.Started);
            await ExecuteAsync(server, "create table kept (n int); insert into kept values (42)");
        }
        Assert.Null(ServerProcess());
        await using (var server = await EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken))
            Assert.Equal(42, await ExecuteAsync(server, "select n from kept"));
    }

    [Fact]
    public async Task A_second_one_joins_and_the_last_to_go_stops_the_server()
    {
        var first = await EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken);
        var second = await EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken);
        Assert.False(second.Started);
        Assert.Equal(first.ConnectionString, second.ConnectionString);
        await first.DisposeAsync();
        Assert.Equal(1, await ExecuteAsync(second, "select 1"));
        await second.DisposeAsync();
        Assert.Null(ServerProcess());
    }

    [Fact]
    public async Task Two_that_start_together_share_one_server()
    {
        var both = await Task.WhenAll(
            EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken), EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken));
        Assert.Single(both, server => server.Started);
        foreach (var server in both) await server.DisposeAsync();
    }

    [Fact]
    public async Task Recovers_what_was_committed_before_the_server_was_killed()
    {
        var killed = await EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken);
        await ExecuteAsync(killed, "create table kept (n int); insert into kept values (7)");
        using (var process = ServerProcess()!) process.Kill();

        var next = await EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken);
        Assert.True(next.Started);
        Assert.Equal(7, await ExecuteAsync(next, "select n from kept"));
        await next.DisposeAsync();
        await killed.DisposeAsync();
    }

    [Fact]
    public async Task A_number_of_process_that_now_belongs_to_another_program_does_not_block_the_start()
    {
        await (await EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken)).DisposeAsync();
        var cluster = Directory.GetDirectories(_folder, "postgres-*").Single();
        await File.WriteAllLinesAsync(Path.Combine(cluster, "postmaster.pid"), [Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), cluster, "0", "1", "", "127.0.0.1"], TestContext.Current.CancellationToken);

        await using var server = await EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken);
        Assert.True(server.Started);
        Assert.Equal(1, await ExecuteAsync(server, "select 1"));
    }

    [Fact]
    public async Task Begins_an_interrupted_creation_again()
    {
        foreach (var major in new[] { 15, 16, 17, 18 }) Directory.CreateDirectory(Path.Combine(_folder, $"postgres-{major}.new", "base"));
        await using var server = await EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken);
        Assert.Equal(1, await ExecuteAsync(server, "select 1"));
    }

    [Fact]
    public async Task Listens_on_this_machine_only_and_asks_for_a_password()
    {
        await using var server = await EmbeddedPostgresServer.StartOrJoinAsync(Options, TestContext.Current.CancellationToken);
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var listens = new NpgsqlCommand("select current_setting('listen_addresses') || ' ' || rolsuper from pg_roles where rolname = current_user", connection);
        Assert.Equal("127.0.0.1 false", await listens.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        await connection.CloseAsync();

        var without = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "x", Pooling = false }.ConnectionString;
        await using var refused = new NpgsqlConnection(without);
        var problem = await Assert.ThrowsAsync<PostgresException>(() => refused.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, problem.SqlState);
    }

    [Fact]
    public async Task Without_PostgreSQL_the_message_names_the_three_ways_out()
    {
        var problem = await Assert.ThrowsAsync<EmbeddedPostgresException>(() =>
            EmbeddedPostgresServer.StartOrJoinAsync(Options with { BinaryFolders = [Path.GetTempPath()] }, TestContext.Current.CancellationToken));
        Assert.Contains("ConnectionStrings__Portal", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Node.js", problem.Message, StringComparison.Ordinal);
        Assert.Contains("PostgreSQL 15", problem.Message, StringComparison.Ordinal);
    }

    private static async Task<int> ExecuteAsync(EmbeddedPostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as int? ?? 0;
    }

    private Process? ServerProcess()
    {
        var file = Path.Combine(Directory.GetDirectories(_folder, "postgres-*").Single(), "postmaster.pid");
        return File.Exists(file) ? Process.GetProcessById(int.Parse(File.ReadLines(file).First(), null)) : null;
    }
}
