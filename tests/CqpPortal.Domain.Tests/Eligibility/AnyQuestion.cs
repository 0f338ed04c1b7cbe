using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Vae;
using CqpPortal.Domain.Eligibility.Ways;
using CqpPortal.Domain.Eligibility.Worth;
using CqpPortal.Domain.Recognition;
using CsCheck;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>Questions of any kind on textbook and made-up certifications, from 2015 to 2031: days on which something begins or ends come often.</summary>
internal static class AnyQuestion
{
    private static readonly DateOnly First = Day("2015-01-01");
    private static readonly DateOnly Last = Day("2031-12-31");

    private static readonly DateOnly[] TurningDays =
    [
        .. Asked.Published.Rules.SelectMany(rule => new[] { rule.Period.From, rule.Period.Until?.AddDays(1) }.OfType<DateOnly>())
            .Concat(All.SelectMany(facts => facts.Recognition.TurningDays))
            .SelectMany(day => new[] { day.AddDays(-1), day }).Where(day => day >= First && day <= Last).Distinct().Order(),
    ];

    private static readonly Gen<DateOnly> AnyDay = Gen.Frequency((2, Gen.Int[0, Last.DayNumber - First.DayNumber].Select(First.AddDays)), (1, Gen.OneOf(TurningDays)));

    /// <summary>Euros and cents.</summary>
    private static Gen<decimal> Euros(int most) => Gen.Frequency((4, Gen.Int[0, most * 100].Select(cents => cents / 100m)), (1, Gen.OneOf(0m, 75m, 100m, 102.23m, 103.20m, 1500m, 1603.20m)));

    private static readonly Gen<Idcc> AnyBranch = Gen.OneOf("3216", "3248", "0044").Select(Branch);

    private static readonly Gen<Situation> AnySituation = Gen.Enum<Situation>();

    private static readonly Gen<ValidityPeriod> AnyPeriod =
        from day in AnyDay
        from length in Gen.Int[0, 1500].Nullable()
        select new ValidityPeriod(day, length is { } days ? day.AddDays(days) : null);

    private static readonly Gen<(int Number, Register Register, bool[] Told, DateOnly Start, int Length, int Incident)> RegistrationParts =
        from number in Gen.Int[90000, 90099]
        from register in Gen.Frequency((3, Register.Rncp), (1, Register.Rs))
        from told in Gen.Bool.Array[5]
        from start in AnyDay
        from length in Gen.Int[1, 1810]
        from incident in Gen.Int[0, 1810]
        select (number, register, told, start, length, incident);

    /// <summary>Any date but the end may be missing, as in the registers.</summary>
    private static readonly Gen<Registration> AnyRegistration = RegistrationParts.Select(parts =>
    {
        var (number, register, told, start, length, incident) = parts;
        var decided = start.AddDays(-10);
        var ends = start.AddDays(length);
        var isOfReform = (told[0] ? decided : told[1] || told[2] ? start : ends.AddYears(-Registration.MaxYears)) >= Registration.ReformDay;
        var registration = new Registration(
            new RegistryNumber(register, number), register == Register.Rncp && isOfReform ? new QualificationLevel(4) : null, new RegistrationDates(ends)
            {
                DecidedOn = told[0] ? decided : null,
                PublishedOn = told[1] ? start : null,
                EffectOn = told[2] ? start : null,
                DeliveryDeadline = told[3] ? ends.AddYears(1) : null,
            });
        var happensOn = start.AddDays(Math.Min(incident, length));
        if (incident % 3 == 1) registration.Suspend(new ValidityPeriod(happensOn, told[4] ? happensOn.AddDays(90) : null));
        if (incident % 3 == 2) registration.Withdraw(happensOn);
        if (register == Register.Rncp) registration.AddBlock(new RegisteredBlock($"{registration.Number}BC01", "Block"));
        return registration;
    });

    private static readonly Gen<CpfListing> AnyListing =
        from branch in AnyBranch
        from first in Gen.Int[0, 1460]
        from last in Gen.Int[first, 1460]
        from scope in Gen.Enum<CpfListScope>()
        select scope switch
        {
            CpfListScope.National => CpfListing.National(First.AddDays(first), First.AddDays(last)),
            CpfListScope.Regional => CpfListing.Regional("84", First.AddDays(first), First.AddDays(last)),
            _ => new CpfListing(branch, First.AddDays(first), First.AddDays(last)),
        };

    private static readonly Gen<CertificationFacts> MadeUp =
        from registrations in AnyRegistration.Array[0, 3]
        from listings in AnyListing.Array[0, 2]
        from known in Gen.Bool
        from clea in Gen.Int[0, 9]
        from suppressed in AnyDay.Nullable(0.8)
        from sent in AnyDay.Nullable()
        from vae in Gen.Bool.Nullable()
        select new CertificationFacts
        {
            Recognition = new RecognitionFacts
            {
                CreatedOn = Day("2012-01-01"),
                SuppressedOn = suppressed,
                Transmissions = sent is { } day ? [new Transmission(day < Registration.ReformDay ? TransmissionAuthority.Cncp : TransmissionAuthority.FranceCompetences, day)] : [],
                Registrations = [.. registrations.DistinctBy(registration => registration.Number)],
            },
            Branches = [new OwningBranch(Branch("3248"))],
            CpfListings = listings,
            CpfListingsAreKnown = known,
            IsClea = clea == 0,
            Routes = vae is { } isOpen ? [new AccessRoute(AccessRouteCode.PriorExperience, isOpen)] : [],
        };

    private static readonly Gen<CertificationFacts> AnyCertification =
        from facts in Gen.OneOf(Gen.OneOf([.. All]), MadeUp)
        from asked in Gen.Int[0, 5]
        select asked < facts.Recognition.Registrations.Count ? facts with { Asked = facts.Recognition.Registrations.ElementAt(asked).Number } : facts;

    private static readonly Gen<ProviderFacts> AnyProvider =
        from known in Gen.Bool
        from trains in Gen.Bool
        from period in AnyPeriod.Nullable()
        select new ProviderFacts(Asked.Provider, known ? [new Habilitation(trains, "Actif", period)] : null);

    private static readonly Gen<string> AnyHeld = Gen.OneOf("RNCP99001", "RNCP99002BC01", "RS99001", "RNCP90001", "SOMETHING ELSE");

    public static Gen<CpfQuestion> Cpf { get; } =
        from certification in AnyCertification
        from order in AnyDay
        from wait in Gen.Frequency((1, Gen.Const(0)), (2, Gen.Int[0, 400]))
        from length in Gen.Int[0, 900].Nullable()
        from person in Gen.Select(AnySituation, AnyBranch.Null(), AnyHeld.Array[0, 2].Null())
        from money in Gen.Select(Euros(20_000).Nullable(), Euros(10_000).Nullable(), Euros(20_000).Nullable(), Gen.Enum<TopUpSource>().Nullable())
        from offer in Gen.Select(AnyProvider.Null(), Gen.Bool.Nullable(), Gen.OneOf("RNCP99001BC02", "RNCP99002BC03", "RNCP90001BC01", "01").Null(0.7))
        select new CpfQuestion
        {
            Certification = certification,
            OrderedOn = order,
            StartsOn = order.AddDays(wait),
            FinishesOn = length is { } days ? order.AddDays(wait + days) : null,
            Situation = person.Item1,
            Branch = person.Item2,
            Held = person.Item3,
            Price = money.Item1,
            Balance = money.Item2,
            TopUp = money.Item3,
            TopUpFrom = money.Item4,
            Provider = offer.Item1,
            BlocksDeclared = offer.Item2,
            Block = offer.Item3,
        };

    private static readonly Gen<VaePayment> AnyVaePayment =
        from order in AnyDay
        from situation in AnySituation
        from money in Gen.Select(Euros(20_000).Nullable(), Euros(10_000).Nullable(), Euros(2_000).Nullable())
        from told in Gen.Select(Gen.Bool.Nullable(), Gen.Bool.Nullable())
        select new VaePayment
        {
            OrderedOn = order,
            Situation = situation,
            Price = money.Item1,
            Balance = money.Item2,
            JuryFee = money.Item3,
            OnFranceVae = told.Item1,
            RegisteredOnFranceVae = told.Item2,
        };

    public static Gen<VaeQuestion> Vae { get; } =
        from certification in AnyCertification
        from applies in AnyDay
        from waits in Gen.Select(Gen.Int[0, 30].Nullable(), Gen.Int[0, 200].Nullable(), Gen.Int[0, 600].Nullable(), Gen.Int[0, 300])
        from counts in Gen.Select(Gen.Int[0, 60].Nullable(), Gen.Int[0, 4].Nullable(), Gen.Int[0, 4].Nullable())
        from block in Gen.OneOf("RNCP99001BC02", "RNCP90001BC01").Null(0.7)
        from payment in AnyVaePayment.Null()
        select new VaeQuestion
        {
            Certification = certification,
            AppliesOn = applies,
            ReceivedOn = After(applies, waits.Item1),
            AdmissibleOn = After(applies, waits.Item2),
            JuryOn = After(After(applies, waits.Item2) ?? applies, waits.Item3),
            Day = applies.AddDays(waits.Item4),
            ExperienceMonths = counts.Item1,
            FilesThisYear = counts.Item2,
            OtherFilesThisYear = counts.Item3,
            Block = block,
            Payment = payment,
        };

    public static Gen<WaysQuestion> Ways { get; } =
        from certification in AnyCertification
        from day in AnyDay
        from person in Gen.Select(AnySituation, Gen.Int[0, 60].Nullable(), Gen.Bool.Nullable())
        select new WaysQuestion { Certification = certification, Day = day, Situation = person.Item1, SeniorityMonths = person.Item2, ChangesJob = person.Item3 };

    public static Gen<WorthQuestion> Worth { get; } =
        from certification in AnyCertification
        from day in AnyDay
        from told in Gen.Select(AnyBranch.Null(), AnyDay.Nullable(), AnyDay.Nullable())
        select new WorthQuestion { Certification = certification, Day = day, Branch = told.Item1, StartedOn = told.Item2, AwardedOn = told.Item3 };

    private static DateOnly? After(DateOnly day, int? days) => days is { } some ? day.AddDays(some) : null;
}
