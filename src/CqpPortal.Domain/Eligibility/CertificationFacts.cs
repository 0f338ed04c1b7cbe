using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility;

/// <summary>What the rules need to know of a certification: dated facts only, nothing about a person.</summary>
public sealed record CertificationFacts
{
    public required RecognitionFacts Recognition { get; init; }

    /// <summary>The registration that the question names; null when it names the certification, through its registration active that day.</summary>
    public RegistryNumber? Asked { get; init; }

    public IReadOnlyList<OwningBranch> Branches { get; init; } = [];

    public IReadOnlyList<CpfListing> CpfListings { get; init; } = [];

    /// <summary>Whether <see cref="CpfListings"/> is known to be whole: registers do not hold the lists of 2015 to 2018.</summary>
    public bool CpfListingsAreKnown { get; init; }

    public IReadOnlyList<AccessRoute> Routes { get; init; } = [];

    /// <summary>CléA: the certificate of the common base of knowledge, which several rules treat apart.</summary>
    public bool IsClea { get; init; }

    /// <summary>A titre à finalité professionnelle takes its place.</summary>
    public bool IsReplacedByTitle { get; init; }

    /// <summary>
    /// The registration that decides on a day: the one asked for; else the active one, else one that is suspended or to come, else the last that ended. Null where the
    /// certification has none.
    /// </summary>
    public Registration? RegistrationOn(DateOnly day)
    {
        if (Asked is not null) return Recognition.Registrations.FirstOrDefault(registration => registration.Number == Asked);
        var onDay = RecognitionOnDay.Derive(Recognition, day);
        return onDay.IsRegistered
            ? onDay.Registration
            : onDay.Suspended ?? Recognition.Registrations.Where(registration => registration.HasEndedOn(day)).MaxBy(registration => registration.LastDay) ?? onDay.Next;
    }

    /// <summary>The registration that follows another one of the same certification: a renewal under a new number.</summary>
    public Registration? Following(Registration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return Recognition.Registrations
            .Where(other => other.Number != registration.Number && other.EndsOn > registration.EndsOn && other.EffectiveOn > registration.EffectiveOn)
            .MinBy(other => other.EffectiveOn);
    }

    /// <summary>Whether the fiche opens a route; null where it does not tell.</summary>
    public bool? IsOpen(AccessRouteCode route) => Routes.FirstOrDefault(known => known.Code == route)?.IsOpen;
}
