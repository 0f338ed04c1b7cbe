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
    /// <exception cref="NpgsqlException">The configured server does not answer or refuses.</exception>
    public static async Task<PortalServer> OpenAsync(PortalSettings settings, Action<string> say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(say);
        var server = string.IsNullOrWhiteSpace(settings.ConnectionString)
            ? await OpenEmbeddedAsync(settings, say, cancellationToken)
            : OpenConfigured(settings.ConnectionString, say);
        try
        {
            await server.PrepareAsync(settings, say, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
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
        return new PortalServer(embedded.ConnectionString, embedded);
    }

    private static PortalServer OpenConfigured(string connectionString, Action<string> say)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        say($"Serveur PostgreSQL configuré : {given.Host}:{given.Port}, base {given.Database}");
        return new PortalServer(connectionString, null);
    }

    private async Task PrepareAsync(PortalSettings settings, Action<string> say, CancellationToken cancellationToken)
    {
        var owner = string.IsNullOrWhiteSpace(settings.OwnerConnectionString) ? ConnectionString : settings.OwnerConnectionString;
        var added = await PortalDatabase.PrepareAsync(owner, settings.DemoData, cancellationToken);
        if (owner != ConnectionString && new NpgsqlConnectionStringBuilder(ConnectionString).Username is { } role)
            await PortalDatabase.GrantAsync(owner, role, cancellationToken);
        say(added > 0
            ? $"Base à jour, {added} certifications de démonstration chargées (Portal__DemoData=false pour une base vide)"
            : "Base à jour");
    }
}
