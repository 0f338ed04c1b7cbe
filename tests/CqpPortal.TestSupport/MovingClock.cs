namespace CqpPortal.TestSupport;

/// <summary>A clock that moves when the test says so.</summary>
public sealed class MovingClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;
}
