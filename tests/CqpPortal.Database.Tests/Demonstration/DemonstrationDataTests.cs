using CqpPortal.Database.Demonstration;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.Demonstration;

public sealed class DemonstrationDataTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loads_complete_certifications_once()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        Assert.Equal(0, await DemonstrationData.LoadAsync(database, Stop));
        var all = await database.Certifications.AsNoTracking().Include(entry => entry.Registrations).Include(entry => entry.Activities)
            .Include(entry => entry.Assessments).Include(entry => entry.Blocks).ThenInclude(block => block.Skills).ToListAsync(Stop);
        Assert.True(all.Count >= 60, $"There are {all.Count} demonstration certifications.");
        Assert.All(all, entry =>
        {
            Assert.True(entry.IsDemonstration);
            Assert.NotEmpty(entry.Activities);
            Assert.NotEmpty(entry.Assessments);
            Assert.NotEmpty(entry.Blocks.SelectMany(block => block.Skills));
            Assert.NotEmpty(entry.TargetJobs);
        });

        var today = FixedClock.Demonstration.Day;
        Assert.Equal(Enum.GetValues<RecognitionStatus>().Order(), all.Select(entry => entry.RecognitionOn(today).Status).Distinct().Order());
        Assert.Superset(new HashSet<int> { 2, 5 }, all.Where(entry => entry.Kind == CertificationKind.Cqpi).Select(entry => entry.Branches.Count).ToHashSet());
    }

    [Theory]
    [InlineData("RNCP99001", "2021-07-01", "2026-06-30", 4)]
    [InlineData("RNCP99002", "2026-07-01", "2031-06-30", 4)]
    [InlineData("RS99001", "2024-01-15", "2027-01-14", null)]
    [InlineData("RNCP9003", "2016-01-01", "2020-12-31", null)]
    public async Task The_textbook_registrations_have_their_dates(string number, string from, string until, int? level)
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        var wanted = RegistryNumber.Parse(number, null);
        var registration = await database.Registrations.AsNoTracking().SingleAsync(entry => entry.Number == wanted, Stop);
        Assert.Equal(DateOnly.Parse(from, null), registration.EffectiveOn);
        Assert.Equal(DateOnly.Parse(until, null), registration.EndsOn);
        Assert.Equal(level, registration.Level?.Value);
    }

    [Fact]
    public async Task The_renewal_of_the_textbook_CQP_is_the_same_certification_with_three_blocks_and_an_open_VAE()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        var b = await database.Certifications.AsNoTracking().Include(entry => entry.Registrations).SingleAsync(entry => entry.LocalCode == "DEMO-B", Stop);
        Assert.Equal(["RNCP99001", "RNCP99002"], b.Registrations.Select(registration => registration.Number.ToString()).Order());
        Assert.Equal(["RNCP99001BC01", "RNCP99001BC02", "RNCP99001BC03"],
            b.Registrations.Single(registration => registration.Number.Digits == 99001).Blocks.Select(block => block.Code).Order());
        Assert.True(b.Routes.Single(route => route.Code == AccessRouteCode.PriorExperience).IsOpen);
    }

    [Fact]
    public async Task The_transmitted_CQP_stood_on_the_list_of_its_CPNE_and_the_CQPI_has_its_two_branches()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        var a = await database.Certifications.AsNoTracking().SingleAsync(entry => entry.LocalCode == "DEMO-A", Stop);
        Assert.Equal((new DateOnly(2015, 1, 1), new DateOnly(2018, 12, 31)), (a.CpfListings.Single().ListedFrom, a.CpfListings.Single().ListedUntil));
        Assert.Equal("3216", a.Branches.Single().Branch.ToString());
        var i = await database.Certifications.AsNoTracking().SingleAsync(entry => entry.LocalCode == "DEMO-I", Stop);
        Assert.Equal(["0044", "1938"], i.Branches.Select(owner => owner.Branch.ToString()).Order());
    }
}
