using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Frameworks;
using CqpPortal.Domain.Recognition;
using Xunit;

namespace CqpPortal.Domain.Tests.Certifications;

/// <summary>What cannot be true cannot be constructed.</summary>
public sealed class ImpossibleValuesTests
{
    private static DateOnly Day(string day) => DateOnly.Parse(day, null);

    private static OwningBranch Branch(string idcc, string? from = null, string? until = null) =>
        new(Idcc.Parse(idcc, null), null, from is null ? null : Day(from), until is null ? null : Day(until));

    private static Certification Certification() => new(CertificationKind.Cqp, "titre", "Titre", [Branch("3248")]);

    private static Registration Registered(string number = "RNCP40000") =>
        new(RegistryNumber.Parse(number, null), null, new RegistrationDates(Day("2026-06-30")) { PublishedOn = Day("2021-07-01") });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Titre")]
    [InlineData("un titre")]
    [InlineData("titre-")]
    [InlineData("a--b")]
    [InlineData("a/b")]
    [InlineData("titre\n")]
    public void An_address_that_is_no_slug(string slug) =>
        Assert.Throws<ArgumentException>(() => new Certification(CertificationKind.Cqp, slug, "Titre", [Branch("3248")]));

    [Fact]
    public void An_address_too_long_to_be_stored() =>
        Assert.Throws<ArgumentException>(() => new Certification(CertificationKind.Cqp, new string('a', Slug.MaxAddressLength + 1), "Titre", []));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_title_without_a_word(string title) => Assert.Throws<ArgumentException>(() => new Certification(CertificationKind.Cqp, "titre", title, []));

    [Fact]
    public void A_title_longer_than_a_register_takes() =>
        Assert.Throws<ArgumentException>(() => Certification().Rename(new string('a', Domain.Certifications.Certification.MaxTitleLength + 1)));

    [Theory]
    [InlineData(" ")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890")]
    public void A_local_code_that_is_empty_or_overlong(string code) =>
        Assert.Throws<ArgumentException>(() => Certification().NumberedAs(code));

    [Fact]
    public void A_branch_that_leaves_before_it_joins() => Assert.Throws<ArgumentException>(() => Branch("3248", "2020-01-01", "2019-12-31"));

    [Fact]
    public void A_branch_that_owns_a_certification_twice() =>
        Assert.Throws<ArgumentException>(() => Certification().OwnedBy([Branch("3248"), Branch("3248", "2020-01-01")]));

    [Fact]
    public void A_CQPI_whose_branches_never_own_it_together()
    {
        Assert.Throws<ArgumentException>(() => new Certification(
            CertificationKind.Cqpi, "titre", "Titre", [Branch("0044", "2010-01-01", "2014-12-31"), Branch("1938", "2015-01-01")]));
        Assert.Equal(2, new Certification(
            CertificationKind.Cqpi, "titre", "Titre", [Branch("0044", "2010-01-01", "2015-01-01"), Branch("1938", "2015-01-01")]).Branches.Count);
    }

    [Fact]
    public void An_IDCC_zero() => Assert.False(Idcc.TryParse("0000", null, out _));

    [Theory]
    [InlineData(TransmissionAuthority.Cncp, "2019-01-01")]
    [InlineData(TransmissionAuthority.FranceCompetences, "2018-12-31")]
    [InlineData(TransmissionAuthority.CaisseDesDepots, "2018-12-31")]
    public void A_sending_to_an_authority_that_does_not_exist_that_day(TransmissionAuthority authority, string day) =>
        Assert.Throws<ArgumentException>(() => new Transmission(authority, Day(day)));

    [Theory]
    [InlineData("2014-12-31", "2018-12-31")]
    [InlineData("2015-01-01", "2019-01-01")]
    [InlineData("2016-01-01", "2015-12-31")]
    public void A_place_on_a_CPF_list_outside_the_years_of_the_lists(string from, string until) =>
        Assert.Throws<ArgumentException>(() => new CpfListing(Idcc.Parse("3216", null), Day(from), Day(until)));

    [Theory]
    [InlineData("")]
    [InlineData("8")]
    [InlineData("ARA")]
    [InlineData("84 ")]
    public void A_CPF_list_of_no_region(string region) =>
        Assert.Throws<ArgumentException>(() => CpfListing.Regional(region, Day("2015-01-01"), Day("2018-12-31")));

    [Fact]
    public void A_decision_of_nobody() => Assert.Throws<ArgumentException>(() => new CommitteeDecision(CommitteeDecisionKind.Creation, " ", Day("2020-01-01")));

    [Theory]
    [InlineData("")]
    [InlineData("H2902H2902H")]
    public void A_code_that_no_nomenclature_holds(string code) =>
        Assert.ThrowsAny<ArgumentException>(() => new ClassificationCode(Classification.Rome, code));

    [Fact]
    public void The_same_fact_twice()
    {
        var certification = Certification();
        var decision = new CommitteeDecision(CommitteeDecisionKind.Creation, "cpne", Day("2020-01-01"));
        certification.Decide(decision);
        Assert.Throws<InvalidOperationException>(() => certification.Decide(decision));
        certification.Transmit(new Transmission(TransmissionAuthority.FranceCompetences, Day("2020-01-15")));
        Assert.Throws<InvalidOperationException>(() => certification.Transmit(new Transmission(TransmissionAuthority.FranceCompetences, Day("2020-01-15"))));
        certification.ListForCpf(new CpfListing(Idcc.Parse("3248", null), Day("2015-01-01"), Day("2018-12-31")));
        Assert.Throws<InvalidOperationException>(() => certification.ListForCpf(new CpfListing(Idcc.Parse("3248", null), Day("2015-01-01"), Day("2016-12-31"))));
        certification.ListForCpf(CpfListing.Regional("84", Day("2015-01-01"), Day("2018-12-31")));
        certification.ListForCpf(CpfListing.Regional("82", Day("2015-01-01"), Day("2018-12-31")));
        certification.ListForCpf(CpfListing.National(Day("2015-01-01"), Day("2018-12-31")));
        Assert.Throws<InvalidOperationException>(() => certification.ListForCpf(CpfListing.Regional("82", Day("2015-01-01"), Day("2016-12-31"))));
        Assert.Throws<InvalidOperationException>(() => certification.ListForCpf(CpfListing.National(Day("2015-01-01"), Day("2016-12-31"))));
        Assert.Throws<ArgumentException>(() => certification.ReachedBy([new AccessRoute(AccessRouteCode.PriorExperience, true), new AccessRoute(AccessRouteCode.PriorExperience, false)]));
        Assert.Throws<ArgumentException>(() => certification.CountedBy([new YearStatistics(2024, 3), new YearStatistics(2024, 4)]));
        Assert.Throws<ArgumentException>(() => certification.ClassedAs([new ClassificationCode(Classification.Rome, "H2902"), new ClassificationCode(Classification.Rome, "H2902")]));
    }

    [Fact]
    public void An_abolition_before_the_creation_or_twice()
    {
        var certification = Certification();
        certification.Decide(new CommitteeDecision(CommitteeDecisionKind.Creation, "cpne", Day("2020-01-01")));
        Assert.Throws<ArgumentException>(() => certification.Suppress(Day("2019-12-31")));
        certification.Suppress(Day("2025-05-01"));
        Assert.Throws<InvalidOperationException>(() => certification.Suppress(Day("2026-05-01")));
    }

    [Fact]
    public void A_certification_that_replaces_itself_or_is_replaced_twice_by_the_same()
    {
        var certification = Certification();
        certification.Register(Registered());
        Assert.Throws<ArgumentException>(() => certification.ReplacedBy(new Succession(SuccessionKind.Renewal, certification, null)));
        Assert.Throws<ArgumentException>(() => certification.ReplacedBy(new Succession(SuccessionKind.Renewal, null, RegistryNumber.Parse("RNCP40000", null))));
        certification.ReplacedBy(new Succession(SuccessionKind.CqpToTfp, null, RegistryNumber.Parse("RNCP41000", null)));
        Assert.Throws<InvalidOperationException>(() => certification.ReplacedBy(new Succession(SuccessionKind.Merge, null, RegistryNumber.Parse("RNCP41000", null))));
    }

    [Fact]
    public void A_succession_towards_nothing_or_towards_two_things()
    {
        Assert.Throws<ArgumentException>(() => new Succession(SuccessionKind.Merge, null, null));
        Assert.Throws<ArgumentException>(() => new Succession(SuccessionKind.Merge, Certification(), RegistryNumber.Parse("RNCP1", null)));
    }

    [Fact]
    public void A_skill_linked_to_the_frameworks_of_another_certification_or_in_two_blocks()
    {
        var skill = new Skill(0, "Souder");
        var (block, other) = (new SkillBlock(0, "BC01", "Bloc"), new SkillBlock(1, "BC02", "Autre bloc"));
        block.Add(skill);
        other.Add(skill);
        Assert.Throws<ArgumentException>(() => Certification().Frame(new FrameworkSet { Blocks = [block, other] }));

        var (activity, test) = (new Activity(0, "Assembler"), new Assessment(0, "Mise en situation"));
        skill.Serves(activity);
        Assert.Throws<ArgumentException>(() => Certification().Frame(new FrameworkSet { Blocks = [block], Activities = [new Activity(0, "Assembler")] }));
        skill.IsAssessedBy(test);
        Assert.Throws<ArgumentException>(() => Certification().Frame(new FrameworkSet { Blocks = [block], Activities = [activity] }));
        var certification = Certification();
        certification.Frame(new FrameworkSet { Blocks = [block], Activities = [activity], Assessments = [test] });
        Assert.Single(certification.Blocks);
    }

    [Theory]
    [InlineData("2021-06-30")]
    [InlineData("2026-07-01")]
    public void A_suspension_or_a_withdrawal_of_a_registration_that_does_not_run(string day)
    {
        Assert.Throws<ArgumentException>(() => Registered().Suspend(new ValidityPeriod(Day(day), null)));
        Assert.Throws<ArgumentException>(() => Registered().Withdraw(Day(day)));
    }

    [Fact]
    public void Two_suspensions_of_one_day_or_two_withdrawals()
    {
        var registration = Registered();
        registration.Suspend(new ValidityPeriod(Day("2022-01-01"), Day("2022-03-31")));
        Assert.Throws<InvalidOperationException>(() => registration.Suspend(new ValidityPeriod(Day("2022-03-31"), null)));
        registration.Withdraw(Day("2025-01-01"));
        Assert.Throws<InvalidOperationException>(() => registration.Withdraw(Day("2025-02-01")));
    }

    [Fact]
    public void A_publication_before_the_decision_or_a_last_award_before_the_end()
    {
        Registration With(RegistrationDates dates) => new(RegistryNumber.Parse("RNCP40000", null), null, dates);
        Assert.Throws<ArgumentException>(() => With(new RegistrationDates(Day("2026-06-30")) { DecidedOn = Day("2021-07-02"), PublishedOn = Day("2021-07-01") }));
        Assert.Throws<ArgumentException>(() => With(new RegistrationDates(Day("2026-06-30")) { PublishedOn = Day("2021-07-01"), DeliveryDeadline = Day("2026-06-29") }));
        // The end six years after the decision, the publication being unknown.
        Assert.Throws<ArgumentException>(() => With(new RegistrationDates(Day("2027-06-30")) { DecidedOn = Day("2021-06-30") }));
    }

    [Fact]
    public void Blocks_in_the_RS_a_block_twice_or_one_whose_code_cannot_be_stored()
    {
        Assert.Throws<InvalidOperationException>(() => Registered("RS6117").AddBlock(new RegisteredBlock("01", "Bloc")));
        var registration = Registered();
        registration.AddBlock(new RegisteredBlock("RNCP40000BC01", "Bloc"));
        Assert.Throws<InvalidOperationException>(() => registration.AddBlock(new RegisteredBlock("RNCP40000BC01", "Autre bloc")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RegisteredBlock(new string('1', RegisteredBlock.MaxCodeLength + 1), "Bloc"));
    }

    [Fact]
    public void A_period_that_ends_before_it_begins() => Assert.Throws<ArgumentException>(() => new ValidityPeriod(Day("2026-01-02"), Day("2026-01-01")));

    [Theory]
    [InlineData(1989, 1)]
    [InlineData(2024, -1)]
    public void Figures_of_no_year_or_of_fewer_than_nobody(int year, int certified) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new YearStatistics(year, certified));
}
