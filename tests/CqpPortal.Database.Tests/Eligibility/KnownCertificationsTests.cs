using System.Diagnostics;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Startup;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Xunit;

namespace CqpPortal.Database.Tests.Eligibility;

public sealed class KnownCertificationsTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_found_is_kept_under_every_way_of_typing_it()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        using var known = Kept(data, TimeSpan.FromHours(1));
        var found = await known.GetAsync("RNCP99001", Stop);
        Assert.NotNull(found);
        Assert.Same(found, await known.GetAsync(" rncp n° 99001", Stop));
        Assert.NotSame(found, await known.GetAsync("RNCP99002", Stop));
        Assert.Equal("RNCP99001BC02", (await known.GetAsync("rncp99001bc2", Stop))!.Block);
        Assert.Null(await known.GetAsync("RNCP1", Stop));
        Assert.Null(await known.GetAsync(null, Stop));
    }

    [Fact]
    public async Task Nothing_is_kept_for_no_time_and_anything_for_its_time_only()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        using (var none = Kept(data, TimeSpan.Zero)) Assert.NotSame(await none.GetAsync("RNCP99001", Stop), await none.GetAsync("RNCP99001", Stop));

        using var known = Kept(data, TimeSpan.FromMilliseconds(50));
        var (first, clock) = (await known.GetAsync("RNCP99001", Stop), Stopwatch.StartNew());
        while (ReferenceEquals(first, await known.GetAsync("RNCP99001", Stop))) Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), "It is kept far too long.");
    }

    [Fact]
    public async Task What_was_not_found_is_looked_for_again()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        using var known = Kept(data, TimeSpan.FromHours(1));
        Assert.Null(await known.GetAsync("RNCP99777", Stop));
        await using (var database = data.CreateContext()) await database.Database.ExecuteSqlRawAsync("update registrations set number = 'RNCP99777' where number = 'RNCP99001'", Stop);
        Assert.NotNull(await known.GetAsync("RNCP99777", Stop));
    }

    [Fact]
    public async Task Suggestions_and_providers_are_read_as_of_now()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        using var known = Kept(data, TimeSpan.Zero);
        Assert.Contains("RNCP99010", (await known.SuggestAsync("RNCP99100", Stop)).Select(suggestion => suggestion.Code));
        var number = (await known.GetAsync("RNCP99001", Stop))!.Number!;
        Assert.Single((await known.HabilitationsAsync(number, "99000001000019", Stop))!);
    }

    private static KnownCertifications Kept(TestDatabase data, TimeSpan time)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        PortalDatabase.Configure(options, data.ConnectionString);
        return new KnownCertifications(new PooledDbContextFactory<PortalDbContext>(options.Options), FixedClock.Demonstration, time);
    }
}
