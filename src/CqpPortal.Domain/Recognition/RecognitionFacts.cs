namespace CqpPortal.Domain.Recognition;

/// <summary>The dated facts from which recognition on a day follows, and nothing else.</summary>
public sealed record RecognitionFacts
{
    /// <summary>First decision of a CPNE, where known.</summary>
    public DateOnly? CreatedOn { get; init; }

    /// <summary>Day from which the CPNE abolished the certification.</summary>
    public DateOnly? SuppressedOn { get; init; }

    public IReadOnlyCollection<Transmission> Transmissions { get; init; } = [];

    public IReadOnlyCollection<Registration> Registrations { get; init; } = [];

    /// <summary>The days on which <see cref="RecognitionOnDay"/> may change, in order. From one to the next it stays the same.</summary>
    public IReadOnlyList<DateOnly> TurningDays =>
    [
        .. new[] { CreatedOn, SuppressedOn, RecognitionOnDay.TransmissionToCncpRequired, Registration.ReformDay }.OfType<DateOnly>()
            .Concat(Transmissions.Select(sent => sent.SentOn))
            .Concat(Registrations.SelectMany(registration => registration.TurningDays))
            .Distinct().Order(),
    ];
}
