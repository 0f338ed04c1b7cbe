using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Records;

/// <summary>A <see cref="Registration"/> as a value, with its incidents; its blocks are those that the register gives.</summary>
/// <param name="EndsOn">Last active day, included.</param>
public sealed record RegistrationRecord(RegistryNumber Number, DateOnly EndsOn)
{
    public int? Level { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public DateOnly? EffectOn { get; init; }

    public DateOnly? DeliveryDeadline { get; init; }

    public IReadOnlyList<ValidityPeriod> Suspensions { get; init; } = [];

    public DateOnly? WithdrawnOn { get; init; }

    public DateOnly? EffectiveOn => PublishedOn ?? EffectOn ?? DecidedOn;

    public static RegistrationRecord Of(Registration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return new RegistrationRecord(registration.Number, registration.EndsOn)
        {
            Level = registration.Level?.Value,
            DecidedOn = registration.DecidedOn,
            PublishedOn = registration.PublishedOn,
            EffectOn = registration.EffectOn,
            DeliveryDeadline = registration.DeliveryDeadline,
            Suspensions = registration.Suspensions,
            WithdrawnOn = registration.WithdrawnOn,
        };
    }

    /// <exception cref="ArgumentException">The dates or the level are impossible: <see cref="RegistrationRules"/> says which.</exception>
    public Registration ToRegistration()
    {
        var registration = new Registration(Number, Level is { } level ? new QualificationLevel(level) : null, new RegistrationDates(EndsOn)
        {
            DecidedOn = DecidedOn,
            PublishedOn = PublishedOn,
            EffectOn = EffectOn,
            DeliveryDeadline = DeliveryDeadline,
        });
        registration.Undergo(Suspensions, WithdrawnOn);
        return registration;
    }

    public bool SaysTheSameAs(RegistrationRecord other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Suspensions = [] } == other with { Suspensions = [] } && Suspensions.SequenceEqual(other.Suspensions);
    }
}
