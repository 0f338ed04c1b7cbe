using CqpPortal.Database.Demonstration;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.OpenData;
using CqpPortal.Database.ReferenceData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CqpPortal.Database.Startup;

/// <summary>Opens a database of the portal and brings it up to date.</summary>
public static class PortalDatabase
{
    /// <summary>A page that waits longer than that says that the database is down rather than hang.</summary>
    private const int SecondsToConnect = 3;

    private const int SecondsToAnswer = 5;

    private const int MillisecondsToCancel = 500;

    /// <summary>Older ones lack what the schema uses.</summary>
    private const int OldestMajor = 15;

    /// <summary>Names the advisory lock of the preparation: several processes may open a new database at the same time.</summary>
    private const long PreparationLock = 0x4371_7050_7265;

    /// <summary>Planning a search takes as long as running it: the statements of the pages are planned once a connection.</summary>
    private const int PreparedStatements = 100;

    /// <summary>The options of a context on that database. What the connection string says of delays wins over the portal's own.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.UseNpgsql(Patience(connectionString), npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
    }

    public static PortalDbContext CreateContext(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        Configure(options, connectionString);
        return new PortalDbContext(options.Options);
    }

    /// <summary>Creates or migrates the schema and loads the reference data and the rules that changed, then the demonstration data if asked for.</summary>
    /// <returns>Demonstration certifications added.</returns>
    /// <exception cref="PortalServerException">The server is too old.</exception>
    public static async Task<int> PrepareAsync(string connectionString, bool demoData, CancellationToken cancellationToken)
    {
        // A session of its own, which ends here and its lock with it.
        await using var database = CreateContext(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        // Building an index or loading reference data takes longer than a page may.
        database.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await CreateIfMissingAsync(database, cancellationToken);
        // Who comes second waits, and finds everything done.
        await database.Database.ExecuteSqlAsync($"select pg_advisory_lock({PreparationLock})", cancellationToken);
        // A role that cannot change the schema may open a database that needs no change.
        if ((await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) await database.Database.MigrateAsync(cancellationToken);
        await ReferenceDataLoader.LoadAsync(database, cancellationToken);
        await StoredRules.LoadAsync(database, cancellationToken);
        await StoredFacts.RewriteAsync(database, cancellationToken);
        await Habilitations.RewriteAsync(database, cancellationToken);
        await PublicDocument.RewriteAsync(database, cancellationToken);
        return demoData ? await DemonstrationData.LoadAsync(database, cancellationToken) : 0;
    }

    /// <summary>Lets the site's role read and write every table of the schema, and nothing more: it owns none of them.</summary>
    public static async Task GrantAsync(string ownerConnectionString, string siteRole, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellationToken);
        var role = new NpgsqlCommandBuilder().QuoteIdentifier(siteRole);
        await using var grant = new NpgsqlCommand(
            $"""
            revoke create on schema public from public, {role};
            grant usage on schema public to {role};
            grant select, insert, update, delete on all tables in schema public to {role};
            revoke update, delete, truncate on audit_log, entry_versions from {role};
            grant usage on all sequences in schema public to {role};
            """, connection);
        await grant.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether the pages could be read with this connection string.</summary>
    internal static async Task<bool> CanReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var database = CreateContext(connectionString);
        return await database.Certifications.AnyAsync(cancellationToken);
    }

    private static async Task CreateIfMissingAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        var creator = database.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            try
            {
                await creator.CreateAsync(cancellationToken);
            }
            catch (PostgresException problem) when (problem.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // Another process was quicker.
            }
            catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                var name = database.Database.GetDbConnection().Database;
                throw new PortalServerException($"La base « {name} » n’existe pas et ce rôle ne peut pas la créer. Créez-la avec : create database {name} owner …", problem);
            }
        }
        await database.Database.OpenConnectionAsync(cancellationToken);
        var version = ((NpgsqlConnection)database.Database.GetDbConnection()).PostgreSqlVersion;
        if (version.Major < OldestMajor) throw new PortalServerException($"Le serveur est un PostgreSQL {version} : il faut la version {OldestMajor} ou une plus récente.");
    }

    private static string Patience(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        // ContainsKey says yes to every keyword there is, given or not.
        var keys = given.Keys.Cast<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!keys.Contains("Timeout")) given.Timeout = SecondsToConnect;
        if (!keys.Contains("Command Timeout")) given.CommandTimeout = SecondsToAnswer;
        // A server that does not answer will not answer that either.
        if (!keys.Contains("Cancellation Timeout")) given.CancellationTimeout = MillisecondsToCancel;
        if (!keys.Contains("Max Auto Prepare")) given.MaxAutoPrepare = PreparedStatements;
        // Compiling a search to machine code takes longer than running it.
        if (string.IsNullOrEmpty(given.Options)) given.Options = "-c jit=off";
        given.ApplicationName ??= "CqpPortal";
        return given.ConnectionString;
    }
}
