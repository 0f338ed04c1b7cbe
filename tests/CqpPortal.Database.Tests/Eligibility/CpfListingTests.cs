using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace CqpPortal.Database.Tests.Eligibility;

public sealed class CpfListingTests(PostgresServer server)
{
    private const string Insert =
        "insert into cpf_listings (certification_id, scope, branch, region, listed_from, listed_until) select id, {0}, date '2016-01-01', date '2018-06-30' from certifications";

    private static readonly DateOnly From = new(2016, 1, 1);
    private static readonly DateOnly Until = new(2018, 12, 31);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_of_every_scope_are_kept_and_known()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        var certification = Made();
        database.Add(certification);
        await database.SaveChangesAsync(Stop);
        await SearchIndex.RefreshAsync(database, [certification.Id], Stop);
        var facts = (await new CertificationLookup(database).FindAsync("un", Stop))!.Facts;
        Assert.Equal([(CpfListScope.National, null, null), (CpfListScope.Regional, null, "2A"), (CpfListScope.Branch, "3248", null)],
            facts.CpfListings.OrderBy(list => list.Scope).Select(list => (list.Scope, list.Branch?.ToString(), list.Region)));
        Assert.All(facts.CpfListings, list => Assert.Equal((From, Until), (list.ListedFrom, list.ListedUntil)));
        Assert.False(facts.CpfListingsAreKnown);

        certification.Cite(new FactSource(CertificationFact.CpfListings, FactOrigin.Committee, new DateOnly(2026, 9, 1)));
        await database.SaveChangesAsync(Stop);
        await SearchIndex.RefreshAsync(database, [certification.Id], Stop);
        Assert.True((await new CertificationLookup(database).FindAsync("un", Stop))!.Facts.CpfListingsAreKnown);
    }

    [Fact]
    public async Task The_demonstration_knows_its_lists_and_has_each_scope()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        var slugs = await database.Certifications.Select(certification => certification.Slug).ToListAsync(Stop);
        var all = (await new CertificationLookup(database).FindManyAsync(slugs, Stop)).Values.Select(found => found.Facts).ToList();
        Assert.Equal(slugs.Count, all.Count);
        Assert.All(all, facts => Assert.True(facts.CpfListingsAreKnown));
        Assert.Equal(Enum.GetValues<CpfListScope>(), all.SelectMany(facts => facts.CpfListings).Select(list => list.Scope).Distinct().Order());
    }

    [Theory]
    [InlineData("'Branch', null, null", "ck_cpf_listings_scope")]
    [InlineData("'Branch', '3248', '84'", "ck_cpf_listings_scope")]
    [InlineData("'National', '3248', null", "ck_cpf_listings_scope")]
    [InlineData("'National', null, '84'", "ck_cpf_listings_scope")]
    [InlineData("'Regional', null, null", "ck_cpf_listings_scope")]
    [InlineData("'Regional', null, 'XX'", "ck_cpf_listings_scope")]
    [InlineData("'National', null, null", "ix_cpf_listings_once")]
    [InlineData("'Regional', null, '2A'", "ix_cpf_listings_once")]
    public async Task The_database_refuses_a_list_of_no_scope_or_twice_the_same(string values, string constraint)
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        database.Add(Made());
        await database.SaveChangesAsync(Stop);
        var insert = Insert.Replace("{0}", values, StringComparison.Ordinal);
        var problem = await Assert.ThrowsAsync<PostgresException>(() => database.Database.ExecuteSqlRawAsync(insert, Stop));
        Assert.Equal(constraint, problem.ConstraintName);
    }

    private static Certification Made()
    {
        var certification = new Certification(CertificationKind.Cqp, "un", "Soudeur", [new(Idcc.Parse("3248", null))]);
        certification.ListForCpf(CpfListing.National(From, Until));
        certification.ListForCpf(CpfListing.Regional("2A", From, Until));
        certification.ListForCpf(new CpfListing(Idcc.Parse("3248", null), From, Until));
        return certification;
    }
}
