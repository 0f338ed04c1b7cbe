using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.Search;

/// <summary>What SQL counts is what the domain derives, certification by certification.</summary>
public sealed class CatalogueFiguresTests(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _data = null!;

    public async ValueTask InitializeAsync() => _data = await server.CreateDatabaseAsync(demonstration: true);

    public async ValueTask DisposeAsync() => await _data.DisposeAsync();

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2026-06-30")]
    [InlineData("2026-07-01")]
    [InlineData("2020-02-29")]
    public async Task Counts_what_the_domain_derives_on_the_day(string date)
    {
        var day = DateOnly.Parse(date, null);
        await using var database = _data.CreateContext();
        var read = await CatalogueFigures.ReadAsync(database, day, TestContext.Current.CancellationToken);
        var all = (await database.Certifications.AsNoTracking().AsSplitQuery().Include(one => one.Registrations).Include(one => one.Branches).Include(one => one.Routes).Include(one => one.Transmissions).Include(one => one.Decisions)
            .ToListAsync(TestContext.Current.CancellationToken)).Select(one => (Certification: one, Recognition: one.RecognitionOn(day))).ToList();
        Assert.Equal(all.Count, read.Total);
        Assert.All(read.Recognitions, count => Assert.Equal(all.Count(one => one.Recognition.Status == count.Status), count.Count));

        var registered = all.Where(one => one.Recognition.Status == RecognitionStatus.Rncp).ToList();
        Assert.Equal(registered.CountBy(one => one.Recognition.Level?.Value ?? 9).OrderBy(level => level.Key), read.Levels.Select(level => KeyValuePair.Create(level.Level?.Value ?? 9, level.Count)));
        Assert.Equal(registered.Count(one => one.Certification.Routes.Any(route => route.Code == AccessRouteCode.PriorExperience && route.IsOpen)), read.OpenToVae);

        // A certification leaves its register in the month after whose end it is in none, whatever continues it until then.
        var first = new DateOnly(day.Year, day.Month, 1);
        Assert.Equal(Enumerable.Range(0, CatalogueFigures.Months).Select(first.AddMonths), read.Ends.Select(month => month.Month));
        Assert.All(read.Ends, month => Assert.Equal(LeavingIn(month.Month), (month.Rncp, month.Rs)));

        (int, int) LeavingIn(DateOnly month)
        {
            var leaving = all.Where(one => one.Recognition.IsRegistered && one.Certification.Registrations.Max(registration => registration.LastDay) is var last
                && last >= day && last >= month && last < month.AddMonths(1)).ToList();
            return (leaving.Count(one => one.Recognition.Status == RecognitionStatus.Rncp), leaving.Count(one => one.Recognition.Status == RecognitionStatus.Rs));
        }
    }

    [Fact]
    public async Task Names_the_branches_that_share_a_CQPI_on_the_day_and_not_one_that_left()
    {
        await using var database = _data.CreateContext();
        var before = await CatalogueFigures.ReadAsync(database, FixedClock.Demonstration.Day, TestContext.Current.CancellationToken);
        var shared = before.SharedCertifications.First(one => one.Branches.Count > 2);
        await database.Database.ExecuteSqlAsync(
            $"update owning_branches set joined_on = '2001-01-01', left_on = '2026-11-23' where branch = {shared.Branches[0].Idcc} and certification_id = (select id from certifications where slug = {shared.Slug})",
            TestContext.Current.CancellationToken);
        var after = await CatalogueFigures.ReadAsync(database, FixedClock.Demonstration.Day, TestContext.Current.CancellationToken);
        Assert.Equal(shared.Branches.Skip(1), after.SharedCertifications.First(one => one.Slug == shared.Slug).Branches);
        Assert.Contains(shared.Branches[0], (await CatalogueFigures.ReadAsync(database, new DateOnly(2026, 11, 23), TestContext.Current.CancellationToken)).SharedCertifications.First(one => one.Slug == shared.Slug).Branches);
    }

    [Fact]
    public async Task An_empty_catalogue_counts_nothing()
    {
        await using var empty = await server.CreateDatabaseAsync();
        await using var database = empty.CreateContext();
        var read = await CatalogueFigures.ReadAsync(database, FixedClock.Demonstration.Day, TestContext.Current.CancellationToken);
        Assert.Equal((0, 0, 0, 0, false), (read.Total, read.Levels.Count, read.Branches.Count, read.SharedCertifications.Count, read.HasDemonstration));
        Assert.Equal(CatalogueFigures.Months, read.Ends.Count);
    }
}
