using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cases;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>The certifications of the worked cases and their variants, as the product holds them, and means to make others.</summary>
internal static class Textbook
{
    /// <summary>Transmitted only, branch 3216, on the CPF list of its CPNE from 2015 to 2018.</summary>
    public static CertificationFacts A { get; } = TextbookCases.Certifications[nameof(A)];

    /// <summary>In the RNCP at level 4, and renewed: the two registrations of B and B2.</summary>
    public static CertificationFacts Renewed { get; } = TextbookCases.Certifications[nameof(Renewed)];

    public static CertificationFacts B { get; } = TextbookCases.Certifications[nameof(B)];

    public static CertificationFacts B2 { get; } = TextbookCases.Certifications[nameof(B2)];

    /// <summary>In the RS.</summary>
    public static CertificationFacts R { get; } = TextbookCases.Certifications[nameof(R)];

    /// <summary>In the RNCP under the rules of the CNCP: no level.</summary>
    public static CertificationFacts O { get; } = TextbookCases.Certifications[nameof(O)];

    /// <summary>A CQPI of two branches, transmitted only.</summary>
    public static CertificationFacts I { get; } = TextbookCases.Certifications[nameof(I)];

    /// <summary>Withdrawn on 1 September 2025.</summary>
    public static CertificationFacts Withdrawn { get; } = TextbookCases.Certifications[nameof(Withdrawn)];

    /// <summary>Five months between two registrations.</summary>
    public static CertificationFacts WithAGap { get; } = TextbookCases.Certifications[nameof(WithAGap)];

    public static CertificationFacts WithoutRenewal { get; } = TextbookCases.Certifications[nameof(WithoutRenewal)];

    /// <summary>Abolished by its CPNE on 1 May 2025; its registration runs to its end.</summary>
    public static CertificationFacts Deleted { get; } = TextbookCases.Certifications[nameof(Deleted)];

    /// <summary>Decided on 1 March 2026, published on 5 March.</summary>
    public static CertificationFacts PublishedLater { get; } = TextbookCases.Certifications[nameof(PublishedLater)];

    /// <summary>Suspended from 1 September 2026 to 28 February 2027.</summary>
    public static CertificationFacts Suspended { get; } = TextbookCases.Certifications[nameof(Suspended)];

    public static CertificationFacts NotTransmitted { get; } = TextbookCases.Certifications[nameof(NotTransmitted)];

    /// <summary>The certificate of the common base of knowledge, in the RS.</summary>
    public static CertificationFacts Clea { get; } = TextbookCases.Certifications[nameof(Clea)];

    public static IReadOnlyList<CertificationFacts> All { get; } =
        [A, Renewed, B, B2, R, O, I, Withdrawn, WithAGap, WithoutRenewal, Deleted, PublishedLater, Suspended, NotTransmitted, Clea];

    public static Idcc Branch(string idcc) => Idcc.Parse(idcc, null);

    public static RegistryNumber Number(string number) => RegistryNumber.Parse(number, null);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    /// <param name="days">Decision, publication on line, end.</param>
    public static Registration Registered(string number, int? level, (string? Decided, string? Published, string Ends) days, string? deliveryDeadline = null) => new(
        Number(number), level is { } value ? new QualificationLevel(value) : null, new RegistrationDates(Day(days.Ends))
        {
            DecidedOn = days.Decided is null ? null : Day(days.Decided),
            PublishedOn = days.Published is null ? null : Day(days.Published),
            DeliveryDeadline = deliveryDeadline is null ? null : Day(deliveryDeadline),
        });

    /// <summary>A certification of one branch, transmitted in February 2019, on no CPF list, with the VAE open.</summary>
    public static CertificationFacts Of(string createdOn, string branch, params IReadOnlyList<Registration> registrations) => new()
    {
        Recognition = new RecognitionFacts { CreatedOn = Day(createdOn), Transmissions = SentInFebruary2019, Registrations = registrations },
        Branches = [new OwningBranch(Branch(branch), joinedOn: Day(createdOn))],
        CpfListingsAreKnown = true,
        Routes = registrations.Count > 0 ? [new AccessRoute(AccessRouteCode.PriorExperience, isOpen: true)] : [],
    };

    public static Registration WithdrawnOn(string day, Registration registration)
    {
        registration.Withdraw(Day(day));
        return registration;
    }

    public static Registration SuspendedDuring(string from, string until, Registration registration)
    {
        registration.Suspend(new ValidityPeriod(Day(from), Day(until)));
        return registration;
    }

    private static Transmission[] SentInFebruary2019 =>
        [new(TransmissionAuthority.FranceCompetences, Day("2019-02-01")), new(TransmissionAuthority.CaisseDesDepots, Day("2019-02-01"))];

    /// <summary>For the rows of theories, which hold no facts.</summary>
    public static CertificationFacts Named(string name) => TextbookCases.Certifications[name];

    /// <summary>The worked case of that number.</summary>
    public static TextbookCase Case(string id) => TextbookCases.All.Single(known => known.Id == id);
}
