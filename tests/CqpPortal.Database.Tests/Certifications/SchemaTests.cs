using CqpPortal.Database.Startup;
using CqpPortal.Domain.Certifications;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace CqpPortal.Database.Tests.Certifications;

public sealed class SchemaTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_change_of_the_model_waits_for_a_migration()
    {
        await using var data = await server.CreateEmptyDatabaseAsync();
        await using var database = data.CreateContext();
        Assert.False(database.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task The_database_refuses_a_CQPI_of_one_branch()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        database.Add(new Certification(CertificationKind.Cqpi, "i", "Titre", [new(Idcc.Parse("0044", null)), new(Idcc.Parse("1938", null))]));
        await database.SaveChangesAsync(Stop);

        var problem = await Assert.ThrowsAsync<PostgresException>(() => database.Database.ExecuteSqlRawAsync("delete from owning_branches where branch = '0044'", Stop));
        Assert.Contains("fewer than two branches", problem.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_reads_and_writes_but_cannot_change_the_schema()
    {
        await using var role = await server.CreateRoleAsync();
        await using var data = await server.CreateDatabaseAsync();
        await PortalDatabase.GrantAsync(data.ConnectionString, role.Name, Stop);
        await using var site = new NpgsqlConnection(role.ConnectionString(data));
        await site.OpenAsync(Stop);
        await using var read = new NpgsqlCommand("select count(*) from certifications", site);
        Assert.Equal(0L, await read.ExecuteScalarAsync(Stop));
        await using var write = new NpgsqlCommand("insert into synonyms (word, meaning) values ('essai', 'test')", site);
        Assert.Equal(1, await write.ExecuteNonQueryAsync(Stop));
        foreach (var change in new[] { "create table public.x (n int)", "create schema x", "drop table synonyms", "alter table branches add column x int", "create extension hstore" })
        {
            await using var command = new NpgsqlCommand(change, site);
            var problem = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop));
            Assert.Equal((change, PostgresErrorCodes.InsufficientPrivilege), (change, problem.SqlState));
        }
    }
}
