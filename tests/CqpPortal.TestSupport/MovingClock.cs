namespace CqpPortal.TestSupport;

/// <summary>A clock that moves when the test says so.</summary>
/// <param name="start">Null for the day of the demonstration.</param>
public sealed class MovingClock(DateTimeOffset? start = null) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start ?? FixedClock.Demonstration.GetUtcNow();

    public void Advance(TimeSpan time) => Now += time;

    public override DateTimeOffset GetUtcNow() => Now;
}
