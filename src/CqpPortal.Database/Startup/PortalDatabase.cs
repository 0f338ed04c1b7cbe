using CqpPortal.Database.Demonstration;
using CqpPortal.Database.ReferenceData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Startup;

/// <summary>Opens a database of the portal and brings it up to date.</summary>
public static class PortalDatabase
{
    /// <summary>A page that waits longer than that says that the database is down rather than hang.</summary>
    private const int SecondsToConnect = 3;

    private const int SecondsToAnswer = 10;

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

    /// <summary>Creates or migrates the schema and loads the reference data that changed, then the demonstration data if asked for.</summary>
    /// <returns>Demonstration certifications added.</returns>
    public static async Task<int> PrepareAsync(string connectionString, bool demoData, CancellationToken cancellationToken)
    {
        await using var database = CreateContext(connectionString);
        // Building an index or loading reference data takes longer than a page may.
        database.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await database.Database.MigrateAsync(cancellationToken);
        await ReferenceDataLoader.LoadAsync(database, cancellationToken);
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
            grant usage on schema public to {role};
            grant select, insert, update, delete on all tables in schema public to {role};
            grant usage on all sequences in schema public to {role};
            """, connection);
        await grant.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Patience(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        if (!given.ContainsKey("Timeout")) given.Timeout = SecondsToConnect;
        if (!given.ContainsKey("Command Timeout")) given.CommandTimeout = SecondsToAnswer;
        if (!given.ContainsKey("Max Auto Prepare")) given.MaxAutoPrepare = PreparedStatements;
        // Compiling a search to machine code takes longer than running it.
        if (string.IsNullOrEmpty(given.Options)) given.Options = "-c jit=off";
        given.ApplicationName ??= "CqpPortal";
        return given.ConnectionString;
    }
}
