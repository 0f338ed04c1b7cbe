using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>Does the certification exist, where is it recognised, and which level does it give? Facts that nobody told are null.</summary>
public sealed record WorthQuestion
{
    public required CertificationFacts Certification { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Branch of the company in which it should count.</summary>
    public Idcc? Branch { get; init; }

    /// <summary>Entry into training, or day on which the VAE file became admissible.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>Day of the award; the day of the question where nobody told.</summary>
    public DateOnly? AwardedOn { get; init; }

    internal DateOnly Award => AwardedOn ?? Day;

    /// <summary>The registration that decides on the level, on the day of the award.</summary>
    internal Registration? Registration => Certification.RegistrationOn(Award);

    /// <summary>Recognition on the day of the question, through the registration asked for where one is.</summary>
    internal RecognitionOnDay OnDay => RecognitionOnDay.Derive(
        Certification.Asked is { } asked
            ? Certification.Recognition with { Registrations = [.. Certification.Recognition.Registrations.Where(registration => registration.Number == asked)] }
            : Certification.Recognition,
        Day);

    /// <summary>Awarded by a registration, or begun under it: its holder keeps what it gives.</summary>
    internal bool IsHeldUnder(Registration registration) => registration.IsActiveOn(Award) || IsCompletedUnder(registration);

    /// <summary>An award was told and a registration stands behind it: its holder is recognised everywhere for good, whatever became of the registration.</summary>
    internal bool IsHeldForGood => AwardedOn is not null && Registration is { } registration && IsHeldUnder(registration);

    internal bool IsCompletedUnder(Registration registration) =>
        registration.WithdrawnOn is null && Award > registration.LastDay && !(Award > registration.DeliveryDeadline) && StartedOn is { } start && registration.IsActiveOn(start);
}
