namespace CqpPortal.Domain.Recognition;

/// <summary>The reminders before the end of one registration that nothing continues yet: 18, 12, 6, 3 and 1 months before its last day.</summary>
public sealed record RenewalLadder
{
    /// <summary>An application takes about seven months to be examined: half a year before the end is late already.</summary>
    public const int MonthsOfExamination = 7;

    /// <summary>From the first reminder to the last.</summary>
    public static readonly IReadOnlyList<int> Months = [18, 12, 6, 3, 1];

    private RenewalLadder(Registration registration)
    {
        Registration = registration;
        // A month without that day gives its last one (art. 641 of the code of civil procedure).
        Steps = [.. Months.Select(months => new RenewalStep(months, registration.EndsOn.AddMonths(-months)))];
    }

    public Registration Registration { get; }

    public DateOnly EndsOn => Registration.EndsOn;

    public IReadOnlyList<RenewalStep> Steps { get; }

    /// <summary>Those of the registrations of one certification that still run on that day, are not withdrawn and that no later one continues.</summary>
    /// <param name="registrations">All those of the certification.</param>
    public static IReadOnlyList<RenewalLadder> Of(IReadOnlyCollection<Registration> registrations, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(registrations);
        return
        [
            .. registrations.Where(registration => !registration.HasEndedOn(day) && registration.WithdrawnOn is null && !registrations.Any(other => Continues(other, registration)))
                .OrderBy(registration => registration.EndsOn).Select(registration => new RenewalLadder(registration)),
        ];
    }

    /// <summary>The last step reached on that day; null before the first.</summary>
    public RenewalStep? StepOn(DateOnly day) => Steps.LastOrDefault(step => step.On <= day);

    /// <summary>The last step reached after one day and up to another; null when none was.</summary>
    /// <param name="since">Excluded: told already.</param>
    public RenewalStep? ReachedBetween(DateOnly since, DateOnly until) => StepOn(until) is { } step && step.On > since ? step : null;

    /// <summary>Days from that day to the last active one.</summary>
    public int DaysLeft(DateOnly day) => EndsOn.DayNumber - day.DayNumber;

    private static bool Continues(Registration later, Registration earlier) =>
        later != earlier && later.WithdrawnOn is null && later.EndsOn > earlier.EndsOn
        && !(later.EffectiveOn <= earlier.EffectiveOn);
}
