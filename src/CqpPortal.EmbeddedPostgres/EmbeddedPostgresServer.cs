using System.Globalization;

namespace CqpPortal.EmbeddedPostgres;

/// <summary>
/// A private PostgreSQL on 127.0.0.1, shared by the processes that use the same data folder: the first one starts it, the others join it,
/// the last one to go stops it. It outlives a process that is killed, and the next one joins it.
/// </summary>
public sealed class EmbeddedPostgresServer : IAsyncDisposable
{
    private const string TemporaryPrefix = "cqp-portal-temporary-";

    private readonly Cluster _cluster;
    private readonly bool _isTemporary;
    private FileStream? _use;

    private EmbeddedPostgresServer(Cluster cluster, bool isTemporary, FileStream use)
    {
        _cluster = cluster;
        _isTemporary = isTemporary;
        _use = use;
    }

    public required string ConnectionString { get; init; }

    public required string DataFolder { get; init; }

    public required string Version { get; init; }

    /// <summary>True when this process started the server, false when it joined a running one.</summary>
    public required bool Started { get; init; }

    /// <exception cref="EmbeddedPostgresException">PostgreSQL is not found or does not start, or its account cannot use the folder.</exception>
    public static async Task<EmbeddedPostgresServer> StartOrJoinAsync(EmbeddedPostgresOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.IsTemporary) await SweepAsync(options, cancellation);
        var folder = options.IsTemporary
            ? Path.Combine(options.DataFolder ?? Path.GetTempPath(), TemporaryPrefix + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture))
            : PortalDataFolder.Resolve(options.DataFolder);
        await using var starting = await EnterAsync(folder, cancellation);
        return await OpenAsync(folder, options, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_use is null) return;
        // Nobody can join between the question whether somebody else is here and the stop.
        await using (await FolderLock.ExclusiveAsync(StartLock(DataFolder), CancellationToken.None))
        {
            await _use.DisposeAsync();
            _use = null;
            if (FolderLock.TryExclusive(UseLock(DataFolder)) is not { } alone) return;
            await using (alone) await _cluster.StopAsync(CancellationToken.None);
        }
        if (_isTemporary) Directory.Delete(DataFolder, recursive: true);
    }

    private static async Task<EmbeddedPostgresServer> OpenAsync(string folder, EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        var clusters = ClustersIn(folder);
        var account = await ServerAccount.ChooseAsync(clusters.Values, cancellation);
        if (!await account.CanEnterAsync(folder, cancellation))
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL tourne sous l’utilisateur « {account.Name} », qui ne peut pas entrer dans {folder}. Donnez dans Portal__DataFolder un dossier "
                + $"qu’il peut atteindre (comme {PortalDataFolder.Default}), ou laissez passer par ses parents (chmod o+x).");
        }
        var binaries = await PostgresBinariesSearch.ChooseAsync(options.BinaryFolders, [.. clusters.Keys], folder, cancellation);
        binaries = await ReachableAsync(binaries, account, folder, cancellation);
        var cluster = new Cluster(Path.Combine(folder, "postgres-" + binaries.Major.ToString(CultureInfo.InvariantCulture)), binaries, account, options.IsTemporary);

        var use = FolderLock.Shared(UseLock(folder));
        try
        {
            await cluster.CreateAsync(cancellation);
            var joined = await cluster.JoinAsync(cancellation);
            return new EmbeddedPostgresServer(cluster, options.IsTemporary, use)
            {
                ConnectionString = joined ?? await cluster.StartAsync(cancellation),
                DataFolder = folder,
                Version = binaries.Version,
                Started = joined is null,
            };
        }
        catch
        {
            await use.DisposeAsync();
            throw;
        }
    }

    /// <summary>Data directories by major version of PostgreSQL.</summary>
    private static Dictionary<int, string> ClustersIn(string folder) =>
        Directory.EnumerateDirectories(folder, "postgres-*")
            .Where(cluster => int.TryParse(Path.GetFileName(cluster).AsSpan("postgres-".Length), CultureInfo.InvariantCulture, out _))
            .ToDictionary(cluster => int.Parse(Path.GetFileName(cluster).AsSpan("postgres-".Length), CultureInfo.InvariantCulture));

    /// <summary>The binaries themselves, or a copy in the data folder where the server's account cannot reach them, as below root's home.</summary>
    private static async Task<PostgresBinaries> ReachableAsync(
        PostgresBinaries binaries, ServerAccount account, string folder, CancellationToken cancellation)
    {
        if (await account.CanReadAsync(binaries.Postgres, cancellation)) return binaries;
        var copy = Path.Combine(folder, "binaries-" + binaries.Version);
        if (await PostgresBinaries.ReadAsync(Path.Combine(copy, "bin"), cancellation) is { } copied) return copied;
        if (Directory.Exists(copy + ".new")) Directory.Delete(copy + ".new", recursive: true);
        var made = await Command.RunAsync(["cp", "-a", Path.GetFullPath(Path.Combine(binaries.Folder, "..")), copy + ".new"], folder, cancellation);
        if (!made.Succeeded) throw new EmbeddedPostgresException($"PostgreSQL n’a pas pu être copié dans {copy} : {made.Output}");
        await Command.RunAsync(["chmod", "-R", "a+rX", copy + ".new"], folder, cancellation);
        Directory.Move(copy + ".new", copy);
        return (await PostgresBinaries.ReadAsync(Path.Combine(copy, "bin"), cancellation))!;
    }

    /// <summary>Ends and deletes temporary servers whose process died before it could.</summary>
    private static async Task SweepAsync(EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        foreach (var folder in Directory.EnumerateDirectories(options.DataFolder ?? Path.GetTempPath(), TemporaryPrefix + "*"))
        {
            if (!File.Exists(UseLock(folder)) || FolderLock.TryExclusive(StartLock(folder)) is not { } starting) continue;
            await using (starting)
            {
                if (FolderLock.TryExclusive(UseLock(folder)) is not { } alone) continue;
                await using (alone)
                {
                    foreach (var (major, data) in ClustersIn(folder))
                    {
                        var account = await ServerAccount.ChooseAsync([data], cancellation);
                        var binaries = await PostgresBinariesSearch.ChooseAsync(options.BinaryFolders, [major], folder, cancellation);
                        await new Cluster(data, await ReachableAsync(binaries, account, folder, cancellation), account, isTemporary: true).StopAsync(cancellation);
                    }
                }
            }
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Creates the folder if need be, and waits until no other process starts or stops the server in it.</summary>
    private static async Task<FileStream> EnterAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            CreateFolder(folder);
            return await FolderLock.ExclusiveAsync(StartLock(folder), cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"Le dossier {folder} ne peut pas recevoir les données : {problem.Message} Donnez-en un autre dans Portal__DataFolder.", problem);
        }
    }

    /// <summary>As root, the server's account must be able to pass through to its own data, and others see nothing but names.</summary>
    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) Directory.CreateDirectory(folder);
        else
        {
            const UnixFileMode Passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            Directory.CreateDirectory(folder, Passable);
        }
    }

    private static string StartLock(string folder) => Path.Combine(folder, "starting.lock");

    private static string UseLock(string folder) => Path.Combine(folder, "in-use.lock");
}
