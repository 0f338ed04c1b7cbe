using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Rules;
using CqpPortal.Domain.Eligibility.Vae;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.Eligibility;

/// <summary>The filters of the search are derived in the database, the answers by the rules: both say the same of every certification.</summary>
public sealed class SearchAgreementTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly RuleBook Rules = new(PublishedRules.Read(), "published");
    private TestDatabase _data = null!;

    public static TheoryData<string> Days =>
    [
        "2019-01-01", "2020-12-31", "2021-01-01", "2021-06-30", "2021-07-01", "2023-06-15", "2025-04-30", "2025-09-01", "2026-06-30", "2026-07-01", "2026-09-01", "2026-11-24",
        "2027-01-14", "2027-01-15", "2028-12-31", "2031-07-01",
    ];

    public async ValueTask InitializeAsync() => _data = await server.CreateDatabaseAsync(demonstration: true);

    public async ValueTask DisposeAsync() => await _data.DisposeAsync();

    [Theory]
    [MemberData(nameof(Days))]
    public async Task The_filters_find_what_the_rules_say_yes_to_be_it_under_conditions(string written)
    {
        var day = DateOnly.Parse(written, null);
        await using var database = _data.CreateContext();
        var slugs = await database.Certifications.Select(entry => entry.Slug).ToListAsync(TestContext.Current.CancellationToken);
        var facts = await new CertificationLookup(database).FindManyAsync(slugs, TestContext.Current.CancellationToken);
        Assert.Equal(slugs.Count, facts.Count);

        IEnumerable<string> SaidYes(Func<CertificationFacts, EligibilityAnswer> ask) =>
            slugs.Where(slug => ask(facts[slug].Facts).Verdict is Verdict.Eligible or Verdict.EligibleUnderConditions).Order(StringComparer.Ordinal);
        Assert.Equal(
            SaidYes(known => CpfEligibility.Answer(Rules, new CpfQuestion { Certification = known, OrderedOn = day, StartsOn = day })),
            await FoundAsync(database, new CatalogueQuery { Cpf = true }, day));
        Assert.Equal(
            SaidYes(known => VaeEligibility.Answer(Rules, new VaeQuestion { Certification = known, AppliesOn = day, Day = day, ExperienceMonths = 36 })),
            await FoundAsync(database, new CatalogueQuery { Vae = true }, day));
    }

    private static async Task<IEnumerable<string>> FoundAsync(PortalDbContext database, CatalogueQuery query, DateOnly day)
    {
        var found = await new CatalogueSearch(database).FindAsync(query with { PageSize = CatalogueQuery.MaxPageSize }, day, TestContext.Current.CancellationToken);
        Assert.InRange(found.Total, 0, CatalogueQuery.MaxPageSize);
        return found.Items.Select(item => item.Slug).Order(StringComparer.Ordinal);
    }
}
