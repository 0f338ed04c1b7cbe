using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>The certifications of the worked cases and their variants, numbered as in the demonstration.</summary>
internal static class Textbook
{
    /// <summary>Transmitted only, branch 3216, on the CPF list of its CPNE from 2015 to 2018.</summary>
    public static CertificationFacts A { get; } = Of("2012-03-15", "3216") with
    {
        Recognition = new RecognitionFacts
        {
            CreatedOn = Day("2012-03-15"),
            Transmissions = [new(TransmissionAuthority.Cncp, Day("2012-07-02")), .. SentInFebruary2019],
        },
        CpfListings = [new CpfListing(Branch("3216"), Day("2015-01-01"), Day("2018-12-31"))],
    };

    /// <summary>In the RNCP at level 4, and renewed: the two registrations of B and B2.</summary>
    public static CertificationFacts Renewed { get; } = Of("2012-03-01", "3248", Blocks(Registered("RNCP99001", 4, ("2021-06-30", "2021-07-01", "2026-06-30"), "2030-06-30")),
        Blocks(Registered("RNCP99002", 4, ("2026-06-30", "2026-07-01", "2031-06-30"), "2035-06-30")));

    public static CertificationFacts B { get; } = Renewed with { Asked = Number("RNCP99001") };

    public static CertificationFacts B2 { get; } = Renewed with { Asked = Number("RNCP99002") };

    /// <summary>In the RS.</summary>
    public static CertificationFacts R { get; } = Of("2020-10-01", "3248", Registered("RS99001", null, ("2024-01-10", "2024-01-15", "2027-01-14"))) with { Routes = [] };

    /// <summary>In the RNCP under the rules of the CNCP: no level.</summary>
    public static CertificationFacts O { get; } = Of("2009-05-12", "0292", Registered("RNCP9003", null, ("2016-01-01", "2016-01-01", "2020-12-31"))) with
    {
        Recognition = new RecognitionFacts
        {
            CreatedOn = Day("2009-05-12"),
            Transmissions = [new(TransmissionAuthority.Cncp, Day("2010-02-01"))],
            Registrations = [Registered("RNCP9003", null, ("2016-01-01", "2016-01-01", "2020-12-31"))],
        },
    };

    /// <summary>A CQPI of two branches, transmitted only.</summary>
    public static CertificationFacts I { get; } = new()
    {
        Recognition = new RecognitionFacts
        {
            CreatedOn = Day("2019-06-20"),
            Transmissions = [new(TransmissionAuthority.FranceCompetences, Day("2020-01-15")), new(TransmissionAuthority.CaisseDesDepots, Day("2020-01-15"))],
        },
        Branches = [new OwningBranch(Branch("0044"), joinedOn: Day("2019-06-20")), new OwningBranch(Branch("1938"), joinedOn: Day("2019-06-20"))],
        CpfListingsAreKnown = true,
    };

    /// <summary>Withdrawn on 1 September 2025.</summary>
    public static CertificationFacts Withdrawn { get; } = Of("2016-02-10", "3248", WithdrawnOn("2025-09-01", Registered("RNCP99010", 3, ("2022-02-25", "2022-03-01", "2027-02-28"))));

    /// <summary>Five months between two registrations.</summary>
    public static CertificationFacts WithAGap { get; } = Of("2014-09-01", "3248",
        Registered("RNCP99011", 3, ("2020-03-27", "2020-04-01", "2025-03-31")), Registered("RNCP99012", 3, ("2025-08-28", "2025-09-01", "2030-08-31")));

    public static CertificationFacts WithoutRenewal { get; } = Of("2015-04-02", "3248",
        Blocks(Registered("RNCP99013", 4, ("2021-06-30", "2021-07-01", "2026-06-30"), "2029-06-30")));

    /// <summary>Abolished by its CPNE on 1 May 2025; its registration runs to its end.</summary>
    public static CertificationFacts Deleted { get; } = WithSuppression("2025-05-01", Of("2012-11-05", "3248", Registered("RNCP99014", 4, ("2021-06-30", "2021-07-01", "2026-06-30"))));

    /// <summary>Decided on 1 March 2026, published on 5 March.</summary>
    public static CertificationFacts PublishedLater { get; } = Of("2023-05-15", "3248", Registered("RNCP99015", 3, ("2026-03-01", "2026-03-05", "2029-03-04")));

    /// <summary>Suspended from 1 September 2026 to 28 February 2027.</summary>
    public static CertificationFacts Suspended { get; } = Of("2018-01-20", "3248",
        SuspendedDuring("2026-09-01", "2027-02-28", Registered("RNCP99016", 3, ("2023-11-24", "2023-12-01", "2028-11-30"))));

    public static CertificationFacts NotTransmitted { get; } = Of("2026-09-15", "3248") with { Recognition = new RecognitionFacts { CreatedOn = Day("2026-09-15") } };

    /// <summary>The certificate of the common base of knowledge, in the RS.</summary>
    public static CertificationFacts Clea { get; } = Of("2014-02-13", "3248", Registered("RS99020", null, ("2023-12-15", "2024-01-01", "2028-12-31"))) with { IsClea = true, Routes = [] };

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

    private static Registration Blocks(Registration registration)
    {
        for (var order = 1; order <= 3; order++) registration.AddBlock(new RegisteredBlock($"{registration.Number}BC0{order}", $"Block {order}"));
        return registration;
    }

    private static CertificationFacts WithSuppression(string day, CertificationFacts facts) =>
        facts with { Recognition = facts.Recognition with { SuppressedOn = Day(day) } };

    private static readonly Dictionary<string, CertificationFacts> ByName = new()
    {
        [nameof(B)] = B,
        [nameof(B2)] = B2,
        [nameof(R)] = R,
        [nameof(O)] = O,
        [nameof(Withdrawn)] = Withdrawn,
        [nameof(WithoutRenewal)] = WithoutRenewal,
        [nameof(Deleted)] = Deleted,
        [nameof(PublishedLater)] = PublishedLater,
        [nameof(Suspended)] = Suspended,
        [nameof(WithAGap)] = WithAGap,
    };

    /// <summary>For the rows of theories, which hold no facts.</summary>
    public static CertificationFacts Named(string name) => ByName[name];
}
