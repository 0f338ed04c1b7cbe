using System.Text.RegularExpressions;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Rules;
using CqpPortal.Domain.Eligibility.Vae;
using CqpPortal.Domain.Eligibility.Ways;
using CqpPortal.Domain.Eligibility.Worth;
using CqpPortal.Domain.Recognition;
using Xunit;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>What the published rules say, put beside what the conditions find, for certifications of every sort on days of every law.</summary>
public sealed partial class RuleTextsTests
{
    private static readonly RuleBook Book = new(PublishedRules.Read(), "published");
    private static readonly Idcc Branch = Idcc.Parse("3216", null);
    private static readonly Lazy<IReadOnlyList<Finding>> Found = new(() => [.. Certifications().SelectMany(FindingsOn)]);

    private static readonly DateOnly[] Days =
    [
        new(2012, 5, 2), new(2016, 5, 2), new(2017, 5, 2), new(2019, 6, 3), new(2021, 7, 2), new(2023, 5, 2), new(2024, 6, 3), new(2025, 5, 2), new(2025, 9, 1), new(2026, 1, 15),
        new(2026, 6, 30), new(2026, 7, 2), new(2027, 1, 10),
    ];

    [Fact]
    public void Every_name_in_braces_is_a_fact_of_the_finding() =>
        Assert.Empty(Found.Value
            .SelectMany(finding => Braces().Matches(finding.Text.Fr + finding.Text.En)
                .Where(name => !finding.Facts.Any(fact => fact.Name.ToString() == name.Groups[1].Value))
                .Select(name => $"{finding.Rule.Id} {finding.Outcome} {name.Value}"))
            .Distinct());

    [Fact]
    public void Every_outcome_has_a_text_of_its_own() =>
        Assert.Empty(Found.Value.Where(finding => !finding.Rule.Texts.ContainsKey(finding.Outcome)).Select(finding => $"{finding.Rule.Id} {finding.Rule.Period.From:O} {finding.Outcome}").Distinct());

    [Fact]
    public void Every_text_is_said_to_somebody()
    {
        // What no fact of the portal can tell: an open account, national and regional lists, a sending to a CNCP that registered; and what its conditions leave to other rules.
        string[] unsaid =
        [
            "E0 Met", "E12 NotMet", "E1c Met", "X12 Met", "X1b Unknown", "c.6-cpf Met", "c.6-cpf NotMet", "c.6-vae Met", "c.6-vae NotMet",
        ];
        var said = Found.Value.Select(finding => $"{finding.Rule.Id} {finding.Outcome}").ToHashSet();
        var written = Book.Rules.SelectMany(rule => rule.Texts.Keys.Select(outcome => $"{rule.Id} {outcome}")).ToHashSet();
        Assert.Equal(unsaid, written.Except(said).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<CertificationFacts> Certifications()
    {
        Registration[] none = [];
        yield return Of(none);
        yield return Of(none) with { Branches = [] };
        yield return Of(none) with { CpfListings = [] };
        yield return Of(none) with { CpfListings = [], CpfListingsAreKnown = true };
        yield return Of(none) with { IsClea = true };
        yield return new CertificationFacts { Recognition = new RecognitionFacts { CreatedOn = new DateOnly(2010, 1, 1) } };
        yield return Of(none) with { Recognition = new RecognitionFacts { CreatedOn = new DateOnly(2010, 1, 1), Transmissions = Sent, SuppressedOn = new DateOnly(2025, 6, 1) } };
        foreach (var isOpen in new[] { true, false })
        {
            yield return Of([Rncp()]) with
            {
                Routes = [new AccessRoute(AccessRouteCode.PriorExperience, isOpen), new AccessRoute(AccessRouteCode.ProfessionalisationContract, isOpen)],
            };
        }
        yield return Of([Rncp()]) with { Recognition = new RecognitionFacts { Registrations = [Rncp()] } };
        yield return Of([Rncp()]) with { Recognition = new RecognitionFacts { Transmissions = Sent, Registrations = [Rncp()], SuppressedOn = new DateOnly(2025, 6, 1) } };
        yield return Of([new Registration(Number("RNCP40002"), null, new RegistrationDates(new DateOnly(2026, 6, 30)))]);
        yield return Of([new Registration(Number("RNCP40003"), null, new RegistrationDates(new DateOnly(2026, 6, 30)) { DecidedOn = new DateOnly(2021, 6, 30) })]);
        var former = new Registration(Number("RNCP20000"), null, new RegistrationDates(new DateOnly(2020, 12, 31)) { DecidedOn = new DateOnly(2016, 1, 1), PublishedOn = new DateOnly(2016, 1, 1) });
        yield return Of([former]);
        yield return new CertificationFacts { Recognition = new RecognitionFacts { Registrations = [former] } };
        yield return Of([Rs()]);
        yield return Of([Rs()]) with { IsClea = true };
        var suspended = Rncp();
        suspended.Suspend(new ValidityPeriod(new DateOnly(2025, 5, 1), new DateOnly(2025, 5, 31)));
        yield return Of([suspended]);
        var withdrawn = Rncp();
        withdrawn.Withdraw(new DateOnly(2025, 6, 1));
        yield return Of([withdrawn]);
    }

    private static IEnumerable<Finding> FindingsOn(CertificationFacts certification) => Days.SelectMany(day => Cpf(certification, day)
        .Concat(Vae(certification, day))
        .Concat(Ways(certification, day))
        .Concat(Worth(certification, day)));

    private static IEnumerable<Finding> Cpf(CertificationFacts certification, DateOnly day)
    {
        var plain = new CpfQuestion { Certification = certification, OrderedOn = day, StartsOn = day };
        CpfQuestion[] questions =
        [
            plain, plain with { StartsOn = day.AddMonths(14) }, plain with { Branch = Branch }, plain with { Branch = Idcc.Parse("0044", null) },
            plain with { Block = "RNCP40001BC01" }, plain with { Block = "RNCP40001BC09" }, plain with { Held = [] }, plain with { Held = ["RNCP40001"] },
            plain with { FinishesOn = day.AddMonths(14) }, plain with { FinishesOn = day.AddYears(9) },
            plain with { BlocksDeclared = true }, plain with { BlocksDeclared = false }, plain with { TopUp = 300 }, plain with { TopUp = 300, TopUpFrom = TopUpSource.Region },
            plain with { TopUp = 300, TopUpFrom = TopUpSource.Employer }, plain with { Provider = new ProviderFacts("12345678901234", null) }, plain with { Provider = new ProviderFacts("12345678901234", []) },
            plain with { Provider = new ProviderFacts("12345678901234", [new Habilitation(true, "Actif", new ValidityPeriod(new DateOnly(2019, 1, 1), null))]) },
            .. Enum.GetValues<Situation>().Select(situation => plain with { Situation = situation }),
        ];
        return questions.SelectMany(question => CpfEligibility.Answer(Book, question).Findings);
    }

    private static IEnumerable<Finding> Vae(CertificationFacts certification, DateOnly day)
    {
        var plain = new VaeQuestion { Certification = certification, AppliesOn = day, Day = day };
        var payment = new VaePayment { OrderedOn = day };
        VaeQuestion[] questions =
        [
            plain, plain with { ExperienceMonths = 6 }, plain with { ExperienceMonths = 24 }, plain with { ExperienceMonths = 60 },
            plain with { ReceivedOn = day }, plain with { ReceivedOn = day, Day = day.AddMonths(4) }, plain with { AdmissibleOn = day }, plain with { AdmissibleOn = day, JuryOn = day.AddMonths(14) },
            plain with { JuryOn = day.AddMonths(14) }, plain with { AppliesOn = day.AddMonths(-4), AdmissibleOn = day, JuryOn = day }, plain with { AppliesOn = day.AddMonths(-4), AdmissibleOn = day.AddMonths(14), JuryOn = day.AddMonths(20) },
            plain with { FilesThisYear = 0, OtherFilesThisYear = 0 }, plain with { FilesThisYear = 1, OtherFilesThisYear = 3 }, plain with { Payment = payment },
            plain with { Payment = payment with { OnFranceVae = true, RegisteredOnFranceVae = true } }, plain with { Payment = payment with { OnFranceVae = true, RegisteredOnFranceVae = false } },
        ];
        return questions.SelectMany(question => VaeEligibility.Answer(Book, question).Findings);
    }

    private static IEnumerable<Finding> Ways(CertificationFacts certification, DateOnly day)
    {
        var plain = new WaysQuestion { Certification = certification, Day = day };
        WaysQuestion[] questions =
        [
            plain with { SeniorityMonths = 12, ChangesJob = false, IsYoungOrOnBenefits = false }, plain with { SeniorityMonths = 24, ChangesJob = true },
            .. Enum.GetValues<Situation>().Select(situation => plain with { Situation = situation }),
        ];
        return questions.SelectMany(question => WaysToPrepare.Answer(Book, question)).SelectMany(way => way.Answer.Findings);
    }

    private static IEnumerable<Finding> Worth(CertificationFacts certification, DateOnly day)
    {
        var plain = new WorthQuestion { Certification = certification, Day = day };
        WorthQuestion[] questions =
        [
            plain, plain with { Branch = Branch }, plain with { Branch = Idcc.Parse("0044", null) }, plain with { AwardedOn = day }, plain with { AwardedOn = day, StartedOn = day },
            plain with { AwardedOn = day, StartedOn = day.AddMonths(-14) },
        ];
        return questions.SelectMany(question => CertificationWorth.Answer(Book, question).Findings);
    }

    private static readonly Transmission[] Sent =
    [
        new(TransmissionAuthority.Cncp, new DateOnly(2012, 1, 2)), new(TransmissionAuthority.FranceCompetences, new DateOnly(2019, 2, 1)), new(TransmissionAuthority.CaisseDesDepots, new DateOnly(2019, 2, 1)),
    ];

    private static CertificationFacts Of(IReadOnlyCollection<Registration> registrations) => new()
    {
        Recognition = new RecognitionFacts { CreatedOn = new DateOnly(2010, 1, 1), Transmissions = Sent, Registrations = registrations },
        Branches = [new OwningBranch(Branch)],
        CpfListings = [new CpfListing(Branch, new DateOnly(2015, 1, 1), new DateOnly(2018, 12, 31))],
    };

    private static Registration Rncp()
    {
        var dates = new RegistrationDates(new DateOnly(2026, 6, 30))
        {
            DecidedOn = new DateOnly(2021, 6, 30),
            PublishedOn = new DateOnly(2021, 7, 1),
            DeliveryDeadline = new DateOnly(2030, 6, 30),
        };
        var registration = new Registration(Number("RNCP40001"), new QualificationLevel(4), dates);
        registration.AddBlock(new RegisteredBlock("RNCP40001BC01", "Préparer"));
        return registration;
    }

    private static Registration Rs() => new(Number("RS6001"), null, new RegistrationDates(new DateOnly(2027, 1, 14)) { DecidedOn = new DateOnly(2024, 1, 15), PublishedOn = new DateOnly(2024, 1, 15) });

    private static RegistryNumber Number(string text) => RegistryNumber.Parse(text, null);

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Braces();
}
