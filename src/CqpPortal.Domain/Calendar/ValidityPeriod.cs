namespace CqpPortal.Domain.Calendar;

/// <summary>Days from <see cref="From"/> to <see cref="Until"/>, both included; no <see cref="Until"/> means still open.</summary>
public readonly record struct ValidityPeriod
{
    public ValidityPeriod(DateOnly from, DateOnly? until)
    {
        if (until < from)
            throw new ArgumentException($"A period cannot end ({until:O}) before it begins ({from:O}).", nameof(until));
        From = from;
        Until = until;
    }

    public DateOnly From { get; }

    public DateOnly? Until { get; }

    public bool Contains(DateOnly day) => day >= From && (Until is null || day <= Until);

    public bool Overlaps(ValidityPeriod other) =>
        (other.Until is null || From <= other.Until) && (Until is null || other.From <= Until);
}
