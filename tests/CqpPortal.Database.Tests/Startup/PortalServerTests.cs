using CqpPortal.Database.Configuration;
using CqpPortal.Database.Startup;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace CqpPortal.Database.Tests.Startup;

public sealed class PortalServerTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_that_open_a_new_database_together_prepare_it_once()
    {
        await using var data = await server.CreateEmptyDatabaseAsync();
        var added = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PortalDatabase.PrepareAsync(data.ConnectionString, demoData: true, Stop)));
        await using var database = data.CreateContext();
        Assert.Equal(await database.Certifications.CountAsync(Stop), Assert.Single(added, count => count > 0));
    }

    [Fact]
    public async Task The_owner_prepares_the_database_and_the_site_then_opens_it_by_itself()
    {
        await using var role = await server.CreateRoleAsync();
        await using var data = await server.CreateEmptyDatabaseAsync();
        var said = new List<string>();
        var settings = new PortalSettings { ConnectionString = role.ConnectionString(data), OwnerConnectionString = data.ConnectionString, DemoData = false };
        await using (await PortalServer.OpenAsync(settings, said.Add, Stop)) Assert.Equal(2, said.Count);
        await using (await PortalServer.OpenAsync(settings with { OwnerConnectionString = null }, said.Add, Stop)) Assert.Equal("Base à jour", said[^1]);
    }

    [Theory]
    [InlineData("Password=wrong", "vérifiez le nom et le mot de passe dans ConnectionStrings__Portal")]
    [InlineData("Port=1", "ne répond pas")]
    [InlineData("Host=nowhere.invalid", "ne répond pas")]
    [InlineData("Database=missing_one", "create database missing_one")]
    [InlineData("", "ConnectionStrings__PortalOwner")]
    [InlineData("Nonsense=1", "ne se lit pas")]
    public async Task What_the_server_refuses_is_said_in_words(string change, string expected)
    {
        await using var role = await server.CreateRoleAsync();
        await using var data = await server.CreateEmptyDatabaseAsync();
        var settings = new PortalSettings { ConnectionString = role.ConnectionString(data) + ";" + change };
        var problem = await Assert.ThrowsAsync<PortalServerException>(() => PortalServer.OpenAsync(settings, _ => { }, Stop));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_are_impatient_unless_the_connection_string_says_otherwise()
    {
        using var ours = PortalDatabase.CreateContext("Host=127.0.0.1");
        var impatient = new NpgsqlConnectionStringBuilder(ours.Database.GetConnectionString());
        Assert.Equal((3, 5, 100), (impatient.Timeout, impatient.CommandTimeout, impatient.MaxAutoPrepare));
        using var theirs = PortalDatabase.CreateContext("Host=127.0.0.1;Timeout=15;CommandTimeout=30;Max Auto Prepare=0");
        var patient = new NpgsqlConnectionStringBuilder(theirs.Database.GetConnectionString());
        Assert.Equal((15, 30, 0), (patient.Timeout, patient.CommandTimeout, patient.MaxAutoPrepare));
    }

    [Fact]
    public async Task Long_work_may_take_longer_than_a_page()
    {
        await using var data = await server.CreateEmptyDatabaseAsync();
        await using var database = PortalDatabase.CreateContext(data.ConnectionString + ";Command Timeout=1");
        await using var impatient = await database.CommandAsync("select pg_sleep(1.5)", Stop);
        await Assert.ThrowsAsync<NpgsqlException>(() => impatient.ExecuteNonQueryAsync(Stop));

        database.Database.SetCommandTimeout(TimeSpan.FromMinutes(1));
        await using var command = await database.CommandAsync("select pg_sleep(1.5)", Stop);
        await command.ExecuteNonQueryAsync(Stop);
        await using var batch = await database.BatchAsync(Stop);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select pg_sleep(1.5)"));
        await batch.ExecuteNonQueryAsync(Stop);
    }

    [Fact]
    public async Task An_opening_that_is_interrupted_leaves_no_server_behind()
    {
        var folder = Path.Combine(Path.GetTempPath(), "portail interrompu " + Guid.NewGuid().ToString("N"));
        try
        {
            using var stop = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PortalServer.OpenAsync(new PortalSettings { DataFolder = folder }, _ => stop.Cancel(), stop.Token));
            Assert.Empty(Directory.GetFiles(folder, "postmaster.pid", SearchOption.AllDirectories));
            Assert.NotEmpty(Directory.GetFiles(folder, "PG_VERSION", SearchOption.AllDirectories));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
