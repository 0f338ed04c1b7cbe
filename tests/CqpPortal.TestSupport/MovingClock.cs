namespace CqpPortal.TestSupport;

/// <summary>A clock that moves when the test says so.</summary>
public sealed class MovingClock : TimeProvider
{
    private DateTimeOffset _now = FixedClock.Demonstration.GetUtcNow();

    public void Advance(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => _now;
}
