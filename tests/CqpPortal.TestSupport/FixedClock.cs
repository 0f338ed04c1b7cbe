namespace CqpPortal.TestSupport;

/// <summary>A clock that stands still: law depends on the day, and so do tests.</summary>
public sealed class FixedClock(DateOnly day) : TimeProvider
{
    public static FixedClock Demonstration { get; } = new(new DateOnly(2026, 11, 24));

    public DateOnly Day => day;

    public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
}
