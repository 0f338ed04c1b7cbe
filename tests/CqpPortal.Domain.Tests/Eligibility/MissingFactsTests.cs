using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Vae;
using CqpPortal.Domain.Eligibility.Ways;
using CqpPortal.Domain.Recognition;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Asked;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>What is not known is asked for and never guessed; what is told is compared with what the registers hold.</summary>
public sealed class MissingFactsTests
{
    private static readonly CertificationFacts WithoutDates = Of("2020-01-10", "3248", Registered("RNCP99030", 4, (null, null, "2028-12-31")));

    [Fact]
    public void Without_a_provider_the_verdict_concerns_the_certification()
    {
        var answer = (Cpf(B, "2025-09-01") with { Provider = null, Balance = null }).Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal((FindingOutcome.Unknown, FindingOutcome.Unknown, FindingOutcome.Unknown), (answer.Outcome("E0"), answer.Outcome("E7"), answer.Outcome("E8")));
    }

    [Fact]
    public void A_provider_on_a_fiche_whose_partners_nobody_knows_leaves_the_question_open()
    {
        var answer = (Cpf(B, "2025-09-01") with { Provider = new ProviderFacts(Provider, null) }).Answer();
        Assert.Equal(Verdict.Undetermined, answer.Verdict);
        Assert.Equal("E7", answer.Deciding!.Rule.Id);
    }

    [Theory]
    [InlineData(true, Verdict.Eligible)]
    [InlineData(false, Verdict.NotEligible)]
    public void A_provider_that_may_only_assess_may_not_train(bool mayTrain, Verdict expected)
    {
        var always = AuthorisedUntil(null).Habilitations![0];
        Assert.Equal(expected, (Cpf(B, "2025-09-01") with { Provider = new ProviderFacts(Provider, [always with { MayTrain = mayTrain }]) }).Answer().Verdict);
        Assert.Equal(Verdict.NotEligible, (Cpf(B, "2025-09-01") with { Provider = new ProviderFacts(Provider, [always with { Period = null }]) }).Answer().Verdict);
    }

    [Theory]
    [InlineData("RNCP99001BC03", Verdict.Eligible)]
    [InlineData("RNCP99001BC04", Verdict.Undetermined)]
    [InlineData("RNCP99002BC01", Verdict.Undetermined)]
    public void A_block_that_the_fiche_does_not_name_leaves_the_question_open(string block, Verdict expected)
    {
        var answer = (Cpf(B, "2025-09-01") with { Block = block }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(expected == Verdict.Eligible ? FindingOutcome.Met : FindingOutcome.Unknown, answer.Outcome("E2"));
    }

    [Fact]
    public void The_RS_has_no_blocks_to_pay_or_to_declare()
    {
        Assert.Equal(FindingOutcome.NotMet, (Cpf(R, "2026-10-23") with { Block = "RS99001BC01" }).Answer().Outcome("E3"));
        Assert.Null((Cpf(R, "2026-10-23") with { BlocksDeclared = false }).Answer().Outcome("E9"));
    }

    [Theory]
    [InlineData("RNCP99002BC02", "RNCP99002BC02", FindingOutcome.Unknown)]
    [InlineData("RNCP99002BC02", "RNCP99001BC02", FindingOutcome.Unknown)]
    [InlineData("RNCP99002BC02", "RNCP99001BC01", FindingOutcome.Warning)]
    [InlineData("RNCP99002BC02", "RNCP99016BC02", FindingOutcome.Warning)]
    [InlineData("RNCP99002BC02", "RNCP99001", FindingOutcome.Unknown)]
    [InlineData(null, "RNCP99001", FindingOutcome.Unknown)]
    [InlineData(null, "RNCP99002BC01", FindingOutcome.Unknown)]
    [InlineData(null, "RS99001", FindingOutcome.Warning)]
    public void What_is_held_already_matches_by_certification_and_by_block(string? block, string held, FindingOutcome expected)
    {
        var answer = (Cpf(B2, "2026-11-24") with { Block = block, Held = ["RS99099", held] }).Answer();
        Assert.Equal(expected, answer.Outcome("E10"));
        Assert.Equal(expected == FindingOutcome.Unknown ? Verdict.Undetermined : Verdict.Eligible, answer.Verdict);
    }

    [Fact]
    public void A_block_that_the_register_writes_badly_is_held_under_the_same_words()
    {
        var answer = (Cpf(B2, "2026-11-24") with { Block = "01", Held = ["01"] }).Answer();
        Assert.Equal(FindingOutcome.Unknown, answer.Outcome("E10"));
    }

    [Fact]
    public void Who_holds_nothing_is_only_warned()
    {
        var answer = (Cpf(B2, "2026-11-24") with { Held = [] }).Answer();
        Assert.Equal(FindingOutcome.Warning, answer.Outcome("E10"));
        Assert.Equal(Verdict.Eligible, answer.Verdict);
    }

    [Fact]
    public void Money_from_nobody_knows_whom_does_not_exempt()
    {
        var answer = (Cpf(B, "2025-05-10") with { Price = 1000, TopUp = 200 }).Answer();
        Assert.Equal(FindingOutcome.Unknown, answer.Outcome("contribution"));
        Assert.Equal((102.23m, 697.77m, 102.23m), answer.Shares());
    }

    [Theory]
    [InlineData(1000, null)]
    [InlineData(null, 1000)]
    [InlineData(null, null)]
    public void Without_price_or_balance_only_the_tariff_is_told(int? price, int? balance)
    {
        var amounts = (Cpf(R, "2026-03-10") with { Price = price, Balance = balance, TopUp = 200 }).Answer().Amounts!;
        Assert.Equal((103.20m, 1500m), (amounts.Contribution, amounts.Cap));
        Assert.Equal((null, null, null), (amounts.AccountPays, amounts.TopUp, amounts.HolderPays));
    }

    [Fact]
    public void An_entry_before_the_order_is_refused() => Assert.Throws<ArgumentException>(() => Cpf(B, "2025-09-02", "2025-09-01").Answer());

    [Theory]
    [InlineData("2025-09-01", "2026-03-01", FindingOutcome.Warning, Verdict.Eligible)]
    [InlineData("2025-08-31", "2026-03-01", FindingOutcome.NotMet, Verdict.NotEligible)]
    public void A_registration_without_its_day_of_publication_counts_from_its_effect_with_a_warning(string day, string decidedOn, FindingOutcome expected, Verdict verdict)
    {
        var registration = new Registration(
            Number("RNCP99031"), new QualificationLevel(4), new RegistrationDates(Day("2028-12-31")) { EffectOn = Day("2025-09-01"), DecidedOn = Day(decidedOn) });
        var answer = Cpf(Of("2020-01-10", "3248", registration), day).Answer();
        Assert.Equal(expected, answer.Outcome("X12"));
        Assert.Equal(verdict, answer.Verdict);
    }

    [Theory]
    [InlineData("2028-12-31", Verdict.Undetermined, FindingOutcome.Unknown)]
    [InlineData("2029-01-01", Verdict.NotEligible, FindingOutcome.NotMet)]
    public void A_registration_without_a_first_day_is_open_until_it_ends(string day, Verdict expected, FindingOutcome active)
    {
        var answer = Cpf(WithoutDates, day).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(active, answer.Outcome("E5"));
        Assert.Equal(expected, Vae(WithoutDates, day).Answer().Verdict);
    }

    [Theory]
    [InlineData(true, Verdict.Eligible)]
    [InlineData(false, Verdict.NotEligible)]
    [InlineData(null, Verdict.Undetermined)]
    public void The_fiche_opens_the_VAE_or_closes_it_or_does_not_tell(bool? isOpen, Verdict expected)
    {
        var certification = B with { Routes = isOpen is { } told ? [new AccessRoute(AccessRouteCode.PriorExperience, told)] : [] };
        Assert.Equal(expected, Vae(certification, "2025-09-01").Answer().Verdict);
    }

    [Theory]
    [InlineData(null, null, FindingOutcome.Unknown, Verdict.EligibleUnderConditions)]
    [InlineData(true, null, FindingOutcome.Unknown, Verdict.EligibleUnderConditions)]
    [InlineData(null, false, FindingOutcome.Unknown, Verdict.EligibleUnderConditions)]
    [InlineData(false, null, FindingOutcome.Met, Verdict.Eligible)]
    [InlineData(false, false, FindingOutcome.Met, Verdict.Eligible)]
    [InlineData(true, true, FindingOutcome.Met, Verdict.Eligible)]
    [InlineData(null, true, FindingOutcome.Met, Verdict.Eligible)]
    [InlineData(true, false, FindingOutcome.NotMet, Verdict.NotEligible)]
    public void The_CPF_pays_a_VAE_by_what_is_told_of_France_VAE(bool? onFranceVae, bool? registered, FindingOutcome outcome, Verdict expected)
    {
        var payment = new VaePayment { OrderedOn = Day("2025-09-01"), OnFranceVae = onFranceVae, RegisteredOnFranceVae = registered };
        var answer = (Vae(B, "2025-09-01") with { Payment = payment }).Answer();
        Assert.Equal(outcome, answer.Outcome("V8"));
        Assert.Equal(expected, answer.Verdict);
    }

    [Theory]
    [InlineData(Situation.Retired, Verdict.NotEligible, "E0")]
    [InlineData(Situation.PublicAgent, Verdict.Undetermined, "E16")]
    public void The_CPF_pays_no_VAE_of_those_for_whom_it_pays_no_training(Situation situation, Verdict expected, string rule)
    {
        var payment = new VaePayment { OrderedOn = Day("2025-09-01"), Situation = situation, Price = 1000, Balance = 1000, OnFranceVae = false };
        var answer = (Vae(B, "2025-09-01") with { Payment = payment }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(rule, answer.Deciding!.Rule.Id);
        Assert.Null(answer.Amounts);
        Assert.Equal(Verdict.Eligible, Vae(B, "2025-09-01").Answer().Verdict);
    }

    [Fact]
    public void A_job_seeker_pays_no_contribution_on_a_VAE()
    {
        var payment = new VaePayment { OrderedOn = Day("2025-09-01"), Situation = Situation.JobSeeker, Price = 1000, Balance = 5000, OnFranceVae = false };
        Assert.Equal((0m, 1000m, 0m), (Vae(B, "2025-09-01") with { Payment = payment }).Answer().Shares());
    }

    [Fact]
    public void A_withdrawal_leaves_open_what_admissibility_is_worth() =>
        Assert.Equal(Verdict.Undetermined, (Vae(Withdrawn, "2025-06-02") with { AdmissibleOn = Day("2025-07-01"), JuryOn = Day("2025-11-03") }).Answer().Verdict);

    [Fact]
    public void Owners_that_nobody_knows_leave_recognition_open()
    {
        var answer = (Worth(A with { Branches = [] }, "2025-03-10") with { Branch = Branch("3216") }).Answer();
        Assert.Null(answer.BranchRecognised);
        Assert.Equal(FindingOutcome.Unknown, answer.Outcome("X2"));
    }

    [Fact]
    public void What_the_CNCP_registered_may_or_may_not_exist_once_that_has_ended()
    {
        Assert.Null(Worth(O, "2021-01-01").Answer().Exists);
        foreach (var way in new[] { Way.Plan, Way.Reconversion }) Assert.Equal(Verdict.Undetermined, Prepared(O, way, "2026-03-02").Verdict);
    }

    [Fact]
    public void A_fiche_may_close_the_contrat_de_professionnalisation()
    {
        CertificationFacts Telling(bool isOpen) => B with { Routes = [new AccessRoute(AccessRouteCode.ProfessionalisationContract, isOpen)] };
        Assert.Equal(Verdict.NotEligible, Prepared(Telling(false), Way.ContratPro, "2025-09-01", Situation.Young).Verdict);
        Assert.Equal(Verdict.Eligible, Prepared(Telling(true), Way.ContratPro, "2025-09-01", Situation.Young).Verdict);
    }

    [Theory]
    [InlineData(null, null, Verdict.Eligible)]
    [InlineData(36, null, Verdict.Eligible)]
    [InlineData(36, false, Verdict.NotEligible)]
    public void A_projet_de_transition_is_asked_for_what_nobody_told(int? seniority, bool? changesJob, Verdict expected)
    {
        var answer = new WaysQuestion { Certification = B, Day = Day("2026-04-15"), SeniorityMonths = seniority, ChangesJob = changesJob }.By(Way.Ptp);
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(seniority is null ? FindingOutcome.Unknown : FindingOutcome.Met, answer.Outcome("c.6-ptp-seniority"));
    }

    [Theory]
    [InlineData(Situation.JobSeeker, Verdict.EligibleUnderConditions)]
    [InlineData(Situation.Employee, Verdict.NotEligible)]
    public void An_aid_of_France_Travail_depends_on_the_adviser(Situation situation, Verdict expected) => Assert.Equal(expected, Prepared(A, Way.Aif, "2026-03-02", situation).Verdict);

    [Theory]
    [InlineData(Situation.JobSeeker, Verdict.Eligible)]
    [InlineData(Situation.Young, Verdict.NotEligible)]
    public void A_preparation_before_hiring_is_for_job_seekers(Situation situation, Verdict expected) => Assert.Equal(expected, Prepared(A, Way.Poe, "2026-03-02", situation).Verdict);

    [Fact]
    public void Each_way_is_answered_once_and_CPF_and_VAE_as_by_themselves()
    {
        var answers = new WaysQuestion { Certification = B, Day = Day("2025-09-01"), Situation = Situation.Retired }.Answer();
        Assert.Equal(Enum.GetValues<Way>(), answers.Select(answer => answer.Way));
        Assert.Equal("E0", answers.Single(answer => answer.Way == Way.Cpf).Answer.Deciding!.Rule.Id);
        Assert.Equal(Verdict.Eligible, answers.Single(answer => answer.Way == Way.Vae).Answer.Verdict);
    }

    [Fact]
    public void A_suspended_registration_decides_rather_than_one_that_ended()
    {
        var both = Of("2014-09-01", "3248",
            Registered("RNCP99032", 3, ("2019-01-10", "2019-01-15", "2023-12-31")),
            SuspendedDuring("2026-09-01", "2027-02-28", Registered("RNCP99033", 3, ("2023-12-20", "2024-01-01", "2028-12-31"))));
        Assert.Equal("RNCP99033", Cpf(both, "2026-10-01").Answer().Registration!.Number.ToString());
    }

    [Fact]
    public void The_next_registration_of_several_follows()
    {
        var three = Of("2014-09-01", "3248",
            Registered("RNCP99034", 3, ("2019-12-20", "2020-01-01", "2022-12-31")), Registered("RNCP99036", 3, ("2025-12-20", "2026-01-01", "2028-12-31")),
            Registered("RNCP99035", 3, ("2022-12-20", "2023-01-01", "2025-12-31"))) with
        { Asked = Number("RNCP99034") };
        Assert.Equal("RNCP99035", Cpf(three, "2023-02-01").Answer().Following!.Number.ToString());
    }
}
