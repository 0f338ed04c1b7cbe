using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Startup;
using CqpPortal.Database.Tests.Eligibility;
using CqpPortal.Domain.Certifications;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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
        await database.Database.ExecuteSqlRawAsync("update owning_branches set joined_on = '2015-01-01' where branch = '0044'", Stop);
        problem = await Assert.ThrowsAsync<PostgresException>(() => database.Database.ExecuteSqlRawAsync("update owning_branches set left_on = '2014-12-31' where branch = '1938'", Stop));
        Assert.Contains("at the same time", problem.MessageText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("insert into transmissions (certification_id, authority, sent_on) select id, 'Cncp', '2019-01-01' from certifications", "ck_transmissions_day")]
    [InlineData("insert into transmissions (certification_id, authority, sent_on) select id, 'FranceCompetences', '2018-12-31' from certifications", "ck_transmissions_day")]
    [InlineData("insert into cpf_listings (certification_id, scope, branch, listed_from, listed_until) select id, 'Branch', '0044', '2015-01-01', '2019-01-01' from certifications", "ck_cpf_listings_days")]
    [InlineData("insert into registrations (certification_id, number, ends_on) select id, 'RNCP1', '2026-06-30' from certifications; insert into habilitations (registration_id, siret, may_train, state) select id, '123', true, '' from registrations", "ck_habilitations_siret")]
    [InlineData("insert into registrations (certification_id, number, ends_on) select id, 'RNCP1', '2026-06-30' from certifications; insert into habilitations (registration_id, siret, may_train, state, active_from, active_until) select id, '99000001000019', true, '', '2025-08-31', '2025-08-30' from registrations", "ck_habilitations_period")]
    [InlineData("insert into successions (certification_id, kind, successor_id) select id, 'Merge', id from certifications", "ck_successions_not_itself")]
    [InlineData("insert into successions (certification_id, kind, external_number) select id, 'Merge', n from certifications, unnest(array['RNCP1', 'RNCP1']) n", "ix_successions_certification_id_external_number")]
    [InlineData("insert into registrations (certification_id, number, ends_on, published_on, withdrawn_on) select id, 'RNCP1', '2026-06-30', '2021-07-01', '2026-07-01' from certifications", "ck_registrations_withdrawal")]
    [InlineData("insert into registrations (certification_id, number, ends_on, published_on, withdrawn_on) select id, 'RNCP1', '2026-06-30', '2021-07-01', '2021-06-30' from certifications", "ck_registrations_withdrawal")]
    public async Task The_database_refuses_what_the_domain_refuses(string sql, string rule)
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        database.Add(new Certification(CertificationKind.Cqp, "titre", "Titre", [new(Idcc.Parse("0044", null))]));
        await database.SaveChangesAsync(Stop);
        var problem = await Assert.ThrowsAsync<PostgresException>(() => database.Database.ExecuteSqlRawAsync(sql, Stop));
        Assert.Equal(rule, problem.ConstraintName);
    }

    [Fact]
    public async Task A_database_of_the_first_release_is_brought_up_to_date_with_what_it_holds()
    {
        await using var data = await server.CreateEmptyDatabaseAsync();
        await using (var database = data.CreateContext())
        {
            await database.GetService<IMigrator>().MigrateAsync("Initial", Stop);
            await database.Database.ExecuteSqlRawAsync(
                """
                insert into certifications (slug, kind, title, target_jobs, is_demonstration) values ('un', 'Cqp', 'Soudeur', array[]::text[], false);
                insert into cpf_listings (certification_id, branch, listed_from, listed_until)
                select id, b, date '2015-01-01', date '2018-12-31' from certifications, unnest(array['0044', '3248']) b;
                """, Stop);
        }
        await PortalDatabase.PrepareAsync(data.ConnectionString, demoData: false, Stop);
        await using var later = data.CreateContext();
        var found = await new CertificationLookup(later).FindAsync("un", Stop);
        Assert.Equal([(CpfListScope.Branch, "0044"), (CpfListScope.Branch, "3248")], found!.Facts.CpfListings.Select(list => (list.Scope, list.Branch!.ToString())).Order());
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
        await using (var database = PortalDatabase.CreateContext(role.ConnectionString(data)))
        {
            // A new law comes through a page: no deployment, no owner.
            await StoredRules.AddAsync(database, Rules.Rule("added", "2027-01-01"), Stop);
            Assert.NotNull((await StoredRules.ReadAsync(database, Stop)).InForce("added", new DateOnly(2027, 1, 1)));
        }
        // It opens a database that needs no change, all that comes with the portal included.
        Assert.Equal(0, await PortalDatabase.PrepareAsync(role.ConnectionString(data), demoData: false, Stop));
        foreach (var change in new[] { "create table public.x (n int)", "create schema x", "drop table synonyms", "alter table branches add column x int", "create extension hstore" })
        {
            await using var command = new NpgsqlCommand(change, site);
            var problem = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop));
            Assert.Equal((change, PostgresErrorCodes.InsufficientPrivilege), (change, problem.SqlState));
        }
    }
}
