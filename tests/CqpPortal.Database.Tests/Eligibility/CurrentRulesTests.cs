using CqpPortal.Database.Eligibility;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static CqpPortal.Database.Tests.Eligibility.Rules;

namespace CqpPortal.Database.Tests.Eligibility;

public sealed class CurrentRulesTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rules_are_read_again_after_a_second_and_stay_the_same_object_while_nothing_changed()
    {
        await using var data = await server.CreateDatabaseAsync();
        var clock = new MovingClock();
        using var current = new CurrentRules(new Contexts(data), clock);
        var first = await current.GetAsync(Stop);
        await using (var database = data.CreateContext()) await StoredRules.AddAsync(database, Rule("added", "2026-11-25"), Stop);

        clock.Move(TimeSpan.FromSeconds(0.9));
        Assert.Same(first, await current.GetAsync(Stop));
        clock.Move(TimeSpan.FromSeconds(0.2));
        var second = await current.GetAsync(Stop);
        Assert.NotNull(second.InForce("added", new DateOnly(2026, 11, 25)));
        clock.Move(TimeSpan.FromSeconds(2));
        Assert.Same(second, await current.GetAsync(Stop));
    }

    [Fact]
    public async Task While_one_reads_the_others_take_what_is_known_or_wait_when_it_is_old()
    {
        await using var data = await server.CreateDatabaseAsync();
        var clock = new MovingClock();
        var contexts = new Contexts(data);
        using var current = new CurrentRules(contexts, clock);
        var known = await current.GetAsync(Stop);
        await using (var database = data.CreateContext()) await StoredRules.AddAsync(database, Rule("added", "2026-11-25"), Stop);

        contexts.Gate = new TaskCompletionSource();
        clock.Move(TimeSpan.FromSeconds(5));
        var reading = current.GetAsync(Stop).AsTask();
        Assert.Same(known, await current.GetAsync(Stop));
        clock.Move(TimeSpan.FromSeconds(6));
        var waiting = current.GetAsync(Stop).AsTask();
        Assert.False(waiting.IsCompleted);
        contexts.Gate.SetResult();
        Assert.NotSame(known, await reading);
        Assert.Equal((await reading).Version, (await waiting).Version);
        Assert.InRange(contexts.Created, 2, 3);
    }

    private sealed class Contexts(TestDatabase data) : IDbContextFactory<PortalDbContext>
    {
        public TaskCompletionSource? Gate { get; set; }

        public int Created { get; private set; }

        public PortalDbContext CreateDbContext() => data.CreateContext();

        public async Task<PortalDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            Created++;
            if (Gate is not null) await Gate.Task;
            return CreateDbContext();
        }
    }

    private sealed class MovingClock : TimeProvider
    {
        private TimeSpan _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public void Move(TimeSpan by) => _now += by;
    }
}
