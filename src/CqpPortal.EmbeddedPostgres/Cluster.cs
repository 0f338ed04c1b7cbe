using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace CqpPortal.EmbeddedPostgres;

/// <summary>One data directory of PostgreSQL: made, started, reached and stopped under the account that owns it.</summary>
internal sealed class Cluster(string folder, PostgresBinaries binaries, ServerAccount account, bool isTemporary)
{
    /// <summary>Owner of the server, used to create the portal's role and database.</summary>
    private const string Owner = "portal_owner";

    /// <summary>The portal's own role: it owns its database and is no superuser.</summary>
    private const string Role = "portal";

    private const string Database = "cqp_portal";

    private const long LongestLog = 5_000_000;

    /// <summary>Backends of a killed server need a moment to notice that it is gone.</summary>
    private static readonly TimeSpan LeftoversEnd = TimeSpan.FromSeconds(15);

    private string PidFile => Path.Combine(folder, "postmaster.pid");

    // Beside the data, not in it: initdb wants an empty folder.
    private string PasswordFile => folder + ".password";

    private string Log => Path.Combine(folder, "server.log");

    private string PortFile => Path.Combine(folder, "portal.port");

    /// <summary>Makes the data directory if it is not there. An interrupted creation is begun again.</summary>
    public async Task CreateAsync(CancellationToken cancellation)
    {
        if (Directory.Exists(folder)) return;
        if (!File.Exists(PasswordFile)) WriteSecret(PasswordFile, Convert.ToHexString(RandomNumberGenerator.GetBytes(24)));
        var unfinished = folder + ".new";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        await account.GiveAsync(unfinished, cancellation);

        // initdb reads the password under the server's account, from a copy that lives for this one command.
        var forInitdb = unfinished + ".password";
        WriteSecret(forInitdb, await File.ReadAllTextAsync(PasswordFile, cancellation));
        await account.GiveAsync(forInitdb, cancellation);
        try
        {
            var made = await account.RunAsync(
                [
                    binaries.Initdb, "-D", unfinished, "-U", Owner, "--pwfile", forInitdb, "--auth", "scram-sha-256", "-E", "UTF8", "--no-locale",
                    .. isTemporary ? ["--no-sync"] : Array.Empty<string>(),
                ],
                unfinished, cancellation);
            if (!made.Succeeded) throw new EmbeddedPostgresException($"PostgreSQL n’a pas pu créer ses données dans {folder} : {made.Output}");
        }
        finally
        {
            File.Delete(forInitdb);
        }
        Directory.Move(unfinished, folder);
    }

    /// <summary>The server's connection string if it already answers; null if it must be started.</summary>
    public async Task<string?> JoinAsync(CancellationToken cancellation)
    {
        if (await ReadPidFileAsync(cancellation) is not { } running) return null;
        return await AnswersAsync(running.Port, cancellation) ? ConnectionString(Role, Database, running.Port) : null;
    }

    /// <summary>Starts the server, recovering from a crash if there was one, and creates the portal's database if it is not there.</summary>
    /// <exception cref="EmbeddedPostgresException">It does not start; the message holds what PostgreSQL says.</exception>
    public async Task<string> StartAsync(CancellationToken cancellation)
    {
        await ForgetPidOfAnotherProgramAsync(cancellation);
        if (File.Exists(Log) && new FileInfo(Log).Length > LongestLog) File.Move(Log, Log + ".old", overwrite: true);
        var port = ChoosePort();
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            // Not cancelled half-way: what is begun here is stopped below, cleanly.
            var started = await account.RunAsync(
                [binaries.PgCtl, "start", "-s", "-D", folder, "-w", "-t", "60", "-l", Log, "-o", Options(port)], folder, CancellationToken.None, capture: false);
            if (started.Succeeded) break;
            if (deadline.Elapsed > LeftoversEnd)
                throw new EmbeddedPostgresException($"PostgreSQL ne démarre pas sur {folder}. Ses derniers mots :\n{await LastWordsAsync(cancellation)}");
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellation);
            // A process that outlived the crash goes on asking at the old port: another one only if somebody took it.
            if (!IsFree(port)) port = FreePort();
        }
        try
        {
            await File.WriteAllTextAsync(PortFile, port.ToString(CultureInfo.InvariantCulture), cancellation);
            await CreateDatabaseAsync(port, cancellation);
            return ConnectionString(Role, Database, port);
        }
        catch
        {
            await StopAsync(CancellationToken.None);
            throw;
        }
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        if (File.Exists(PidFile))
            await account.RunAsync([binaries.PgCtl, "stop", "-s", "-D", folder, "-m", isTemporary ? "immediate" : "fast", "-w"], folder, cancellation);
    }

    private string Options(int port)
    {
        var options = $"-p {port.ToString(CultureInfo.InvariantCulture)} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=128MB -c max_connections=100";
        return isTemporary ? options + " -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_wal_size=2GB" : options + " -c max_wal_size=2GB";
    }

    private async Task CreateDatabaseAsync(int port, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(Owner, "postgres", port));
        await connection.OpenAsync(cancellation);
        var password = await File.ReadAllTextAsync(PasswordFile, cancellation);
        await using var role = new NpgsqlCommand(
            $"""
            do $$ begin
                if not exists (select from pg_roles where rolname = '{Role}') then create role {Role} login createdb{(isTemporary ? " createrole" : "")}; end if;
            end $$;
            alter role {Role} password '{password}';
            """, connection);
        await role.ExecuteNonQueryAsync(cancellation);
        await using var exists = new NpgsqlCommand($"select exists (select from pg_database where datname = '{Database}')", connection);
        if ((bool)(await exists.ExecuteScalarAsync(cancellation))!) return;
        await using var create = new NpgsqlCommand($"create database {Database} owner {Role}", connection);
        await create.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>A number left by a crash may by now be that of another program, and PostgreSQL would wait for that one for ever.</summary>
    private async Task ForgetPidOfAnotherProgramAsync(CancellationToken cancellation)
    {
        if (await ReadPidFileAsync(cancellation) is not { } left) return;
        try
        {
            using var process = Process.GetProcessById(left.Pid);
            if (process.ProcessName.StartsWith("postgres", StringComparison.Ordinal)) return;
        }
        catch (ArgumentException)
        {
            return;
        }
        File.Delete(PidFile);
    }

    /// <summary>Number of the server's process and its port, where a server runs or was killed.</summary>
    private async Task<(int Pid, int Port)?> ReadPidFileAsync(CancellationToken cancellation)
    {
        if (!File.Exists(PidFile)) return null;
        var lines = await File.ReadAllLinesAsync(PidFile, cancellation);
        return lines.Length > 3 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid) && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
            ? (pid, port)
            : null;
    }

    private async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString(Role, Database, port));
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private string ConnectionString(string role, string database, int port) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = database,
        Username = role,
        Password = File.ReadAllText(PasswordFile),
        Pooling = role != Owner,
    }.ConnectionString;

    private async Task<string> LastWordsAsync(CancellationToken cancellation) =>
        File.Exists(Log) ? string.Join('\n', (await File.ReadAllLinesAsync(Log, cancellation)).TakeLast(8)) : "(no log)";

    /// <summary>The port of last time if it is free, so that a connection string noted somewhere stays good.</summary>
    private int ChoosePort() =>
        File.Exists(PortFile) && int.TryParse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture, out var port) && IsFree(port) ? port : FreePort();

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void WriteSecret(string path, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.Write(secret);
    }
}
