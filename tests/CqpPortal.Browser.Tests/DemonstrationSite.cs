using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Tests.Registers;
using CqpPortal.Domain.Access;
using CqpPortal.TestSupport;
using CqpPortal.Web.Tests;
using Npgsql;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>The site with the demonstration data and one fiche of the registers that is no CQP, on a real port.</summary>
public sealed class DemonstrationSite(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _data = null!;
    private TestDatabase? _lost;
    private PortalSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        using var samples = new DropSamples();
        var drop = samples.Xml(DropSamples.Fiche("RNCP88001", "Titre professionnel d’essai", DropSamples.Details));
        var report = await new RegisterImport(_data.ConnectionString, FixedClock.Demonstration, CataloguePromotion.RunAsync)
            .RunAsync([drop], new ImportOptions(), new Progress<ImportProgress>(), TestContext.Current.CancellationToken);
        Assert.Equal(0, report.ExitCode);
        _site = new PortalSite(_data.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _data.DisposeAsync();
        if (_lost is not null) await _lost.DisposeAsync();
    }

    public string At(string address) => new Uri(_site.Address, address).ToString();

    /// <summary>Somebody new with these permissions, signed in; <c>chromium.OpenAsync(1280, staff)</c> gives them a window.</summary>
    internal Task<StaffClient> SignInAsync(params Grant[] grants) => _site.SignInAsync(grants);

    /// <summary>A second site, which started well and then lost its database.</summary>
    internal async Task<PortalSite> WithoutDatabaseAsync()
    {
        _lost = await server.CreateDatabaseAsync(demonstration: true);
        var site = new PortalSite(_lost.ConnectionString);
        var place = new NpgsqlConnectionStringBuilder(_lost.ConnectionString);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_lost.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        foreach (var sql in new[] { $"alter database {place.Database} allow_connections false", $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{place.Database}'" })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        return site;
    }
}
