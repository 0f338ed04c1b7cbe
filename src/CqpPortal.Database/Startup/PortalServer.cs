using CqpPortal.EmbeddedPostgres;
using Npgsql;

namespace CqpPortal.Database.Startup;

/// <summary>
/// The database server of one process: the configured one, else the embedded one, started or joined. Disposing it lets go of the
/// embedded server, which stops with its last process.
/// </summary>
public sealed class PortalServer : IAsyncDisposable
{
    private readonly EmbeddedPostgresServer? _embedded;

    private PortalServer(string connectionString, EmbeddedPostgresServer? embedded)
    {
        ConnectionString = connectionString;
        _embedded = embedded;
    }

    public string ConnectionString { get; }

    /// <summary>Opens the server and brings its database up to date, saying in French what it does.</summary>
    /// <param name="say">Takes one readable line per step.</param>
    /// <exception cref="EmbeddedPostgresException">No PostgreSQL was found, or it does not start; the message says what to do.</exception>
    /// <exception cref="PortalServerException">The configured server does not answer or refuses; the message says what to do.</exception>
    public static async Task<PortalServer> OpenAsync(PortalSettings settings, Action<string> say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(say);
        return string.IsNullOrWhiteSpace(settings.ConnectionString)
            ? await OpenEmbeddedAsync(settings, say, cancellationToken)
            : await OpenConfiguredAsync(settings, settings.ConnectionString, say, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_embedded is not null) await _embedded.DisposeAsync();
    }

    private static async Task<PortalServer> OpenEmbeddedAsync(PortalSettings settings, Action<string> say, CancellationToken cancellationToken)
    {
        var embedded = await EmbeddedPostgresServer.StartOrJoinAsync(
            new EmbeddedPostgresOptions { DataFolder = settings.DataFolder }, cancellationToken);
        say($"PostgreSQL {embedded.Version} privé {(embedded.Started ? "démarré" : "rejoint")}, données dans {embedded.DataFolder}");
        var server = new PortalServer(embedded.ConnectionString, embedded);
        try
        {
            Say(await PortalDatabase.PrepareAsync(server.ConnectionString, settings.DemoData, cancellationToken), say);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private static async Task<PortalServer> OpenConfiguredAsync(
        PortalSettings settings, string connectionString, Action<string> say, CancellationToken cancellationToken)
    {
        var site = new ConfiguredRole("ConnectionStrings__Portal", connectionString);
        say($"Serveur PostgreSQL configuré : {site.Place.Host}:{site.Place.Port}, base {site.Place.Database}");
        if (string.IsNullOrWhiteSpace(settings.OwnerConnectionString))
        {
            Say(await site.UseAsync(() => PortalDatabase.PrepareAsync(connectionString, settings.DemoData, cancellationToken)), say);
            return new PortalServer(connectionString, null);
        }
        var owner = new ConfiguredRole("ConnectionStrings__PortalOwner", settings.OwnerConnectionString);
        var added = await owner.UseAsync(async () =>
        {
            var added = await PortalDatabase.PrepareAsync(settings.OwnerConnectionString, settings.DemoData, cancellationToken);
            if (site.Place.Username is { } role) await PortalDatabase.GrantAsync(settings.OwnerConnectionString, role, cancellationToken);
            return added;
        });
        // The owner's success says nothing of the role that the pages use.
        await site.UseAsync(() => PortalDatabase.CanReadAsync(connectionString, cancellationToken));
        Say(added, say);
        return new PortalServer(connectionString, null);
    }

    private static void Say(int added, Action<string> say) => say(added > 0
        ? $"Base à jour, {added} certifications de démonstration chargées (Portal__DemoData=false pour une base vide)"
        : "Base à jour");
}
