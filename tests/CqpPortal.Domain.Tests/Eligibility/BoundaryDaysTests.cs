using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Vae;
using CqpPortal.Domain.Eligibility.Ways;
using CqpPortal.Domain.Eligibility.Worth;
using CqpPortal.Domain.Recognition;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Asked;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>Both sides of every date of the rules and of each registration.</summary>
public sealed class BoundaryDaysTests
{
    private static readonly CertificationFacts NeverSent = Of("2005-01-10", "3248") with { Recognition = new RecognitionFacts { CreatedOn = Day("2005-01-10") } };

    /// <summary>In what became the RS before the reform, for as long as the RS.</summary>
    private static readonly CertificationFacts OldInventory = Of("2014-01-10", "3248", Registered("RS99022", null, ("2016-01-01", "2016-01-01", "2020-12-31"))) with { Routes = [] };

    /// <summary>In the RNCP since 1998, before the VAE.</summary>
    private static readonly CertificationFacts Old = Of("1997-01-10", "0292", Registered("RNCP9004", null, ("1998-01-01", "1998-01-01", "2007-12-31")));

    private static readonly Dictionary<string, CertificationFacts> Certifications = new()
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

    [Theory]
    [InlineData("X1", "2019-01-01", null)]
    [InlineData("X1b", "2009-11-26", "2018-12-31")]
    [InlineData("X2", "2019-01-01", null)]
    [InlineData("X4", "2019-01-01", null)]
    [InlineData("X5", null, "2018-12-31")]
    [InlineData("X6", "2019-01-01", null)]
    [InlineData("X7", "2019-01-01", null)]
    [InlineData("X8", "2019-01-10", null)]
    [InlineData("X9", "2019-01-01", null)]
    [InlineData("X10", "2025-10-01", null)]
    [InlineData("X11", "2025-10-01", null)]
    [InlineData("X12", "2019-01-01", null)]
    [InlineData("X13", "2011-10-01", "2018-12-31")]
    [InlineData("E1a", "2015-01-01", "2018-12-31")]
    [InlineData("E1b", "2015-01-01", "2018-12-31")]
    [InlineData("E1c", "2015-01-01", "2018-12-31")]
    [InlineData("E2", "2019-01-01", null)]
    [InlineData("E3", "2019-01-01", null)]
    [InlineData("E4", "2019-01-01", null)]
    [InlineData("E5", "2019-01-01", null)]
    [InlineData("E6", "2019-01-01", null)]
    [InlineData("E7", "2022-01-01", null)]
    [InlineData("E8", "2019-11-21", null)]
    [InlineData("E9", "2026-06-11", null)]
    [InlineData("E10", "2026-06-30", null)]
    [InlineData("E11", "2024-01-01", null)]
    [InlineData("E12", "2019-01-01", null)]
    [InlineData("E13", "2019-01-01", null)]
    [InlineData("E14", "2026-02-26", null)]
    [InlineData("E15", "2019-01-01", "2019-12-31")]
    [InlineData("P1", "2019-11-21", "2024-05-01")]
    [InlineData("P2", "2024-05-02", "2024-12-31")]
    [InlineData("P3", "2025-01-01", "2025-12-31")]
    [InlineData("P4", "2026-01-01", null)]
    [InlineData("P6", "2027-01-01", null)]
    [InlineData("K1", "2026-02-26", null)]
    [InlineData("K2", "2026-02-26", null)]
    [InlineData("K3", "2026-02-26", null)]
    [InlineData("K4", "2026-02-26", null)]
    [InlineData("V1", "2002-01-18", null)]
    [InlineData("V2", "2002-01-18", "2016-08-09")]
    [InlineData("V3", "2016-08-10", "2022-12-22")]
    [InlineData("V4", "2022-12-23", "2023-12-31")]
    [InlineData("V5", "2024-01-01", null)]
    [InlineData("V5b", "2024-01-01", "2024-12-31")]
    [InlineData("V6", "2024-01-01", null)]
    [InlineData("V8", "2025-08-01", null)]
    [InlineData("V9", null, "2025-07-31")]
    [InlineData("V11", "2024-01-01", null)]
    public void A_rule_is_in_force_from_its_first_to_its_last_day(string rule, string? from, string? until)
    {
        bool InForceOn(DateOnly day) => Published.InForceOn(day).Any(row => row.Id == rule);
        if (from is not null) Assert.Equal((false, true), (InForceOn(Day(from).AddDays(-1)), InForceOn(Day(from))));
        if (until is not null) Assert.Equal((true, false), (InForceOn(Day(until)), InForceOn(Day(until).AddDays(1))));
        else Assert.True(InForceOn(Day("2040-01-01")));
    }

    [Theory]
    [InlineData("E0")]
    [InlineData("E16")]
    [InlineData("X3")]
    [InlineData("V1")]
    [InlineData("V1b")]
    [InlineData("V1c")]
    public void What_always_held_holds_on_every_day_of_the_account(string rule)
    {
        foreach (var day in new[] { "2015-01-01", "2018-12-31", "2019-01-01", "2026-11-24" }) Assert.Contains(Published.InForceOn(Day(day)), row => row.Id == rule);
    }

    // Registrations: c.1, c.3 and c.5 on the days on which they begin, end, stop and resume.

    [Theory]
    [InlineData(nameof(B), "2021-06-30", Verdict.NotEligible)]
    [InlineData(nameof(B), "2021-07-01", Verdict.Eligible)]
    [InlineData(nameof(B), "2026-06-30", Verdict.Eligible)]
    [InlineData(nameof(B), "2026-07-01", Verdict.NotEligible)]
    [InlineData(nameof(B2), "2026-06-30", Verdict.NotEligible)]
    [InlineData(nameof(B2), "2026-07-01", Verdict.Eligible)]
    [InlineData(nameof(B2), "2031-06-30", Verdict.Eligible)]
    [InlineData(nameof(B2), "2031-07-01", Verdict.NotEligible)]
    [InlineData(nameof(R), "2024-01-14", Verdict.NotEligible)]
    [InlineData(nameof(R), "2024-01-15", Verdict.Eligible)]
    [InlineData(nameof(R), "2027-01-14", Verdict.Eligible)]
    [InlineData(nameof(R), "2027-01-15", Verdict.NotEligible)]
    [InlineData(nameof(O), "2020-12-31", Verdict.Eligible)]
    [InlineData(nameof(O), "2021-01-01", Verdict.NotEligible)]
    [InlineData(nameof(PublishedLater), "2026-03-04", Verdict.NotEligible)]
    [InlineData(nameof(PublishedLater), "2026-03-05", Verdict.Eligible)]
    [InlineData(nameof(PublishedLater), "2029-03-04", Verdict.Eligible)]
    [InlineData(nameof(PublishedLater), "2029-03-05", Verdict.NotEligible)]
    [InlineData(nameof(Withdrawn), "2022-02-28", Verdict.NotEligible)]
    [InlineData(nameof(Withdrawn), "2022-03-01", Verdict.Eligible)]
    [InlineData(nameof(Withdrawn), "2025-08-31", Verdict.Eligible)]
    [InlineData(nameof(Withdrawn), "2025-09-01", Verdict.NotEligible)]
    [InlineData(nameof(Withdrawn), "2027-02-28", Verdict.NotEligible)]
    [InlineData(nameof(Withdrawn), "2027-03-01", Verdict.NotEligible)]
    [InlineData(nameof(Suspended), "2023-11-30", Verdict.NotEligible)]
    [InlineData(nameof(Suspended), "2023-12-01", Verdict.Eligible)]
    [InlineData(nameof(Suspended), "2026-08-31", Verdict.Eligible)]
    [InlineData(nameof(Suspended), "2026-09-01", Verdict.NotEligible)]
    [InlineData(nameof(Suspended), "2027-02-28", Verdict.NotEligible)]
    [InlineData(nameof(Suspended), "2027-03-01", Verdict.Eligible)]
    [InlineData(nameof(Suspended), "2028-11-30", Verdict.Eligible)]
    [InlineData(nameof(Suspended), "2028-12-01", Verdict.NotEligible)]
    [InlineData(nameof(WithAGap), "2020-03-31", Verdict.NotEligible)]
    [InlineData(nameof(WithAGap), "2020-04-01", Verdict.Eligible)]
    [InlineData(nameof(WithAGap), "2025-03-31", Verdict.Eligible)]
    [InlineData(nameof(WithAGap), "2025-04-01", Verdict.NotEligible)]
    [InlineData(nameof(WithAGap), "2025-08-31", Verdict.NotEligible)]
    [InlineData(nameof(WithAGap), "2025-09-01", Verdict.Eligible)]
    [InlineData(nameof(WithAGap), "2030-08-31", Verdict.Eligible)]
    [InlineData(nameof(WithAGap), "2030-09-01", Verdict.NotEligible)]
    [InlineData(nameof(WithoutRenewal), "2026-06-30", Verdict.Eligible)]
    [InlineData(nameof(WithoutRenewal), "2026-07-01", Verdict.NotEligible)]
    [InlineData(nameof(Deleted), "2025-04-30", Verdict.Eligible)]
    [InlineData(nameof(Deleted), "2025-05-01", Verdict.EligibleUnderConditions)]
    [InlineData(nameof(Deleted), "2026-06-30", Verdict.EligibleUnderConditions)]
    [InlineData(nameof(Deleted), "2026-07-01", Verdict.NotEligible)]
    public void The_CPF_pays_while_the_registration_is_active(string certification, string day, Verdict expected)
    {
        Assert.Equal(expected, Cpf(Certifications[certification], day).Answer().Verdict);
        // The VAE follows the same days, in the RNCP; what it asks of experience is met.
        if (certification != nameof(R)) Assert.Equal(expected, Vae(Certifications[certification], day).Answer().Verdict);
        else Assert.Equal(Verdict.NotEligible, Vae(R, day).Answer().Verdict);
    }

    [Theory]
    [InlineData(nameof(B), "2026-06-29", "2026-06-30", Verdict.Eligible)]
    [InlineData(nameof(B), "2026-06-30", "2026-07-01", Verdict.NotEligible)]
    [InlineData(nameof(B2), "2026-06-30", "2026-07-01", Verdict.NotEligible)]
    [InlineData(nameof(Withdrawn), "2025-08-30", "2025-08-31", Verdict.Eligible)]
    [InlineData(nameof(Withdrawn), "2025-08-31", "2025-09-01", Verdict.NotEligible)]
    [InlineData(nameof(Suspended), "2026-08-31", "2026-09-01", Verdict.NotEligible)]
    [InlineData(nameof(Suspended), "2026-08-31", "2027-03-01", Verdict.Eligible)]
    [InlineData(nameof(Suspended), "2027-02-28", "2027-03-01", Verdict.NotEligible)]
    [InlineData(nameof(PublishedLater), "2026-03-04", "2026-03-05", Verdict.NotEligible)]
    [InlineData(nameof(O), "2018-12-31", "2019-01-01", Verdict.Eligible)]
    public void Order_and_entry_both_fall_within_it(string certification, string orderedOn, string startsOn, Verdict expected) =>
        Assert.Equal(expected, Cpf(Certifications[certification], orderedOn, startsOn).Answer().Verdict);

    [Theory]
    [InlineData(nameof(Suspended), "2026-08-31", FindingOutcome.Met, null)]
    [InlineData(nameof(Suspended), "2026-09-01", FindingOutcome.NotMet, FindingOutcome.NotMet)]
    [InlineData(nameof(Withdrawn), "2025-08-31", FindingOutcome.Met, null)]
    [InlineData(nameof(Withdrawn), "2025-09-01", FindingOutcome.NotMet, FindingOutcome.NotMet)]
    [InlineData(nameof(Withdrawn), "2027-03-01", FindingOutcome.NotMet, null)]
    public void What_is_suspended_or_withdrawn_is_not_said_to_be_active(string certification, string day, FindingOutcome active, FindingOutcome? incident)
    {
        var answer = Cpf(Certifications[certification], day).Answer();
        Assert.Equal((active, incident), (answer.Outcome("E5"), answer.Outcome("b.2")));
        Assert.Equal((active, incident), (Vae(Certifications[certification], day).Answer().Outcome("V1c"), Vae(Certifications[certification], day).Answer().Outcome("b.2")));
    }

    [Fact]
    public void A_closed_day_says_from_when_it_opens()
    {
        Assert.Equal(Day("2021-07-01"), Cpf(B, "2021-06-30").Answer().Findings.Of("E5")!.MetFrom);
        Assert.Null(Cpf(B, "2026-07-01").Answer().Findings.Of("E5")!.MetFrom);
        Assert.Equal(Day("2027-03-01"), Cpf(Suspended, "2026-09-01").Answer().Findings.Of("b.2")!.MetFrom);
        Assert.Null(Cpf(Withdrawn, "2025-09-01").Answer().Findings.Of("b.2")!.MetFrom);
    }

    [Theory]
    [InlineData("2026-06-30", "RNCP99001")]
    [InlineData("2026-07-01", "RNCP99002")]
    public void A_certification_is_asked_for_through_its_registration_of_the_day(string day, string number)
    {
        var answer = Cpf(Renewed, day).Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(number, answer.Registration!.Number.ToString());
    }

    [Theory]
    [InlineData("2026-06-30", null)]
    [InlineData("2026-07-01", FindingOutcome.Met)]
    public void A_course_that_goes_beyond_the_end_is_said_to_go_on(string finishesOn, FindingOutcome? expected)
    {
        var answer = (Cpf(B, "2026-06-15") with { FinishesOn = Day(finishesOn) }).Answer();
        Assert.Equal(expected, answer.Outcome("E6"));
        Assert.Equal(expected, answer.Outcome("X6"));
    }

    [Theory]
    [InlineData("2030-06-30", FindingOutcome.Met, FindingOutcome.Met)]
    [InlineData("2030-07-01", FindingOutcome.Warning, null)]
    public void A_course_may_not_end_after_the_last_day_of_award(string finishesOn, FindingOutcome goesOn, FindingOutcome? keepsLevel)
    {
        var answer = (Cpf(B, "2026-06-15") with { FinishesOn = Day(finishesOn) }).Answer();
        Assert.Equal(goesOn, answer.Outcome("E6"));
        Assert.Equal(keepsLevel, answer.Outcome("X6"));
        Assert.Equal(keepsLevel is null ? null : 4, Awarded(B, finishesOn, startedOn: "2026-06-15").Answer().Level?.Value);
    }

    [Theory]
    [InlineData("2021-06-30", null)]
    [InlineData("2026-06-30", FindingOutcome.Met)]
    [InlineData("2026-07-01", null)]
    public void Only_a_course_that_could_begin_is_said_to_go_on(string startsOn, FindingOutcome? expected)
    {
        var answer = (Cpf(B, startsOn) with { FinishesOn = Day("2026-11-16") }).Answer();
        Assert.Equal(expected, answer.Outcome("E6"));
        Assert.Equal(expected, answer.Outcome("X6"));
    }

    [Theory]
    [InlineData("2025-08-31", null)]
    [InlineData("2025-09-01", FindingOutcome.Unknown)]
    public void A_withdrawal_along_the_way_leaves_the_course_open(string finishesOn, FindingOutcome? expected) =>
        Assert.Equal(expected, (Cpf(Withdrawn, "2025-03-03") with { FinishesOn = Day(finishesOn) }).Answer().Outcome("E6"));

    [Theory]
    [InlineData(nameof(B), "2026-06-30", null, 4)]
    [InlineData(nameof(B), "2026-07-01", null, null)]
    [InlineData(nameof(B), "2026-07-01", "2026-06-30", 4)]
    [InlineData(nameof(B), "2026-07-01", "2021-07-01", 4)]
    [InlineData(nameof(B), "2026-07-02", "2026-07-01", null)]
    [InlineData(nameof(B), "2026-07-01", "2021-06-30", null)]
    [InlineData(nameof(Withdrawn), "2025-08-31", null, 3)]
    [InlineData(nameof(Withdrawn), "2025-09-01", "2025-03-03", null)]
    [InlineData(nameof(Suspended), "2026-08-31", null, 3)]
    [InlineData(nameof(Suspended), "2026-09-01", "2026-08-31", null)]
    [InlineData(nameof(Suspended), "2027-03-01", "2026-09-01", 3)]
    public void The_level_goes_with_the_registration_or_with_who_began_in_time(string certification, string awardedOn, string? startedOn, int? level) =>
        Assert.Equal(level, Awarded(Certifications[certification], awardedOn, startedOn).Answer().Level?.Value);

    // c.1: existence, recognition, level.

    [Theory]
    [InlineData("2012-07-01", false)]
    [InlineData("2012-07-02", true)]
    [InlineData("2018-12-31", true)]
    [InlineData("2019-01-01", false)]
    [InlineData("2019-01-31", false)]
    [InlineData("2019-02-01", true)]
    public void A_CQP_exists_once_sent_to_the_authority_of_the_day(string day, bool exists)
    {
        var answer = Worth(A, day).Answer();
        Assert.Equal(exists, answer.Exists);
        Assert.Equal(exists ? FindingOutcome.Met : FindingOutcome.NotMet, answer.Outcome(Day(day).Year < 2019 ? "X1b" : "X1"));
        Assert.Null(answer.Outcome(Day(day).Year < 2019 ? "X1" : "X1b"));
        Assert.Equal(exists ? RecognisedIn.Branches : RecognisedIn.Nowhere, answer.RecognisedIn);
    }

    [Theory]
    [InlineData("2009-11-25", true, null)]
    [InlineData("2009-11-26", false, FindingOutcome.NotMet)]
    public void A_CQP_had_to_be_sent_to_the_CNCP_from_26_November_2009(string day, bool exists, FindingOutcome? expected)
    {
        var answer = Worth(NeverSent, day).Answer();
        Assert.Equal(exists, answer.Exists);
        Assert.Equal(expected, answer.Outcome("X1b"));
    }

    [Theory]
    [InlineData("2020-01-14", false)]
    [InlineData("2020-01-15", true)]
    public void A_CQPI_counts_in_its_branches_from_its_sending(string day, bool recognised) =>
        Assert.Equal(recognised, (Worth(I, day) with { Branch = Branch("1938") }).Answer().BranchRecognised);

    [Theory]
    [InlineData("2025-04-30", true)]
    [InlineData("2025-05-01", false)]
    public void An_abolished_CQP_without_a_registration_counts_no_more(string day, bool exists)
    {
        var answer = Worth(A with { Recognition = A.Recognition with { SuppressedOn = Day("2025-05-01") } }, day).Answer();
        Assert.Equal(exists, answer.Exists);
        Assert.Equal(exists ? RecognisedIn.Branches : RecognisedIn.Nowhere, answer.RecognisedIn);
    }

    [Theory]
    [InlineData("2018-12-31", null, "X5")]
    [InlineData("2019-01-01", 4, "X4")]
    public void Levels_began_with_the_registrations_of_2019(string decidedOn, int? level, string rule)
    {
        var certification = Of("2014-01-10", "3248", Registered("RNCP30001", level, (decidedOn, "2019-01-01", "2023-12-31")));
        var answer = Awarded(certification, "2020-06-01").Answer();
        Assert.Equal(level, answer.Level?.Value);
        Assert.NotNull(answer.Outcome(rule));
        Assert.Null(answer.Outcome(rule == "X4" ? "X5" : "X4"));
    }

    [Theory]
    [InlineData("2018-12-31", null)]
    [InlineData("2019-01-01", FindingOutcome.NotMet)]
    public void The_RS_began_with_2019(string day, FindingOutcome? expected) => Assert.Equal(expected, Worth(OldInventory, day).Answer().Outcome("X7"));

    [Theory]
    [InlineData("2018-12-31", null)]
    [InlineData("2019-01-01", FindingOutcome.Met)]
    public void Who_began_in_time_is_protected_since_2019(string awardedOn, FindingOutcome? expected)
    {
        var ended = Of("2010-01-10", "0292", Registered("RNCP9005", null, ("2014-01-01", "2014-01-01", "2018-06-30")));
        Assert.Equal(expected, Awarded(ended, awardedOn, startedOn: "2018-06-30").Answer().Outcome("X6"));
    }

    [Theory]
    [InlineData("2031-07-01", true)]
    [InlineData("2031-07-02", false)]
    public void A_registration_lasts_five_years_at_most(string endsOn, bool accepted)
    {
        Registration Ending() => Registered("RNCP99098", 4, ("2026-06-30", "2026-07-01", endsOn));
        if (accepted) Assert.Equal(Day(endsOn), Ending().EndsOn);
        else Assert.Throws<ArgumentException>(Ending);
    }

    // c.3: the CPF.

    [Theory]
    [InlineData("2014-12-31", Verdict.Undetermined, null)]
    [InlineData("2015-01-01", Verdict.Eligible, "E1b")]
    [InlineData("2018-12-31", Verdict.Eligible, "E1b")]
    [InlineData("2019-01-01", Verdict.NotEligible, "E4")]
    public void The_list_of_the_branch_counted_from_2015_to_2018(string day, Verdict expected, string? rule)
    {
        var answer = (Cpf(A, day) with { Branch = Branch("3216") }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(rule, answer.Deciding?.Rule.Id);
    }

    [Theory]
    [InlineData("2016-06-30", Verdict.NotEligible)]
    [InlineData("2016-07-01", Verdict.Eligible)]
    [InlineData("2017-06-30", Verdict.Eligible)]
    [InlineData("2017-07-01", Verdict.NotEligible)]
    public void A_list_counts_while_the_certification_stands_on_it(string day, Verdict expected)
    {
        var listed = A with { CpfListings = [new CpfListing(Branch("3216"), Day("2016-07-01"), Day("2017-06-30"))] };
        Assert.Equal(expected, (Cpf(listed, day) with { Branch = Branch("3216") }).Answer().Verdict);
    }

    [Theory]
    [InlineData("national", null, Situation.Employee, Verdict.Eligible)]
    [InlineData("national", null, Situation.JobSeeker, Verdict.Eligible)]
    [InlineData("84", "84", Situation.Employee, Verdict.Eligible)]
    [InlineData("84", "84", Situation.JobSeeker, Verdict.Eligible)]
    [InlineData("84", "93", Situation.Employee, Verdict.NotEligible)]
    [InlineData("84", null, Situation.JobSeeker, Verdict.Undetermined)]
    [InlineData("84", "Auvergne-Rhône-Alpes", Situation.Employee, Verdict.Undetermined)]
    // Rhône-Alpes was one of the two regions that became Auvergne-Rhône-Alpes.
    [InlineData("84", "82", Situation.Employee, Verdict.Eligible)]
    [InlineData("82", "84", Situation.Employee, Verdict.Undetermined)]
    [InlineData("82", "83", Situation.Employee, Verdict.NotEligible)]
    public void A_national_list_counts_for_everybody_and_that_of_a_region_for_those_of_the_region(string list, string? region, Situation situation, Verdict expected)
    {
        CpfListing listing = list == "national" ? CpfListing.National(Day("2016-01-01"), Day("2018-12-31")) : CpfListing.Regional(list, Day("2016-01-01"), Day("2018-12-31"));
        var answer = (Cpf(O with { CpfListings = [listing] }, "2017-05-02") with { Region = region, Branch = Branch("3216"), Situation = situation }).Answer();
        Assert.Equal(expected, answer.Verdict);
    }

    [Theory]
    [InlineData("2018-12-31", Verdict.NotEligible, "E1c")]
    [InlineData("2019-01-01", Verdict.NotEligible, "E4")]
    public void The_list_of_the_branch_never_counted_for_a_job_seeker(string day, Verdict expected, string rule)
    {
        var answer = (Cpf(A, day) with { Branch = Branch("3216"), Situation = Situation.JobSeeker }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(rule, answer.Deciding!.Rule.Id);
        Assert.Null(answer.Outcome("E1b"));
    }

    [Fact]
    public void Lists_that_nobody_knows_leave_the_question_open()
    {
        Assert.Equal(Verdict.Undetermined, (Cpf(O, "2018-12-31") with { Certification = O with { CpfListingsAreKnown = false } }).Answer().Verdict);
        // On the list of a branch, which may or may not be the person's.
        Assert.Equal(Verdict.Undetermined, Cpf(A, "2018-12-31").Answer().Verdict);
    }

    [Theory]
    [InlineData("2018-12-31", Verdict.NotEligible, "E1b")]
    [InlineData("2019-01-01", Verdict.Eligible, "E2")]
    public void No_list_is_needed_since_2019(string day, Verdict expected, string rule)
    {
        var answer = Cpf(O, day).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(expected == Verdict.Eligible ? FindingOutcome.Met : FindingOutcome.NotMet, answer.Outcome(rule));
        Assert.Null(answer.Outcome(rule == "E2" ? "E1b" : "E2"));
    }

    [Theory]
    [InlineData("2018-12-31", Verdict.Eligible, "E1a")]
    [InlineData("2019-01-01", Verdict.NotEligible, "X12")]
    [InlineData("2024-01-01", Verdict.Eligible, "E3")]
    public void CleA_needed_no_list_and_needs_its_registration_since_2019(string day, Verdict expected, string rule)
    {
        var answer = Cpf(Clea, day).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(expected == Verdict.NotEligible ? FindingOutcome.NotMet : FindingOutcome.Met, answer.Outcome(rule));
    }

    [Theory]
    [InlineData("2018-12-31", null)]
    [InlineData("2019-01-01", FindingOutcome.Warning)]
    [InlineData("2019-12-31", FindingOutcome.Warning)]
    [InlineData("2020-01-01", null)]
    public void A_list_of_2018_is_warned_of_in_2019(string day, FindingOutcome? expected)
    {
        var answer = (Cpf(A, day) with { Branch = Branch("3216") }).Answer();
        Assert.Equal(expected, answer.Outcome("E15"));
        if (Day(day).Year >= 2019) Assert.Equal(Verdict.NotEligible, answer.Verdict);
    }

    [Theory]
    [InlineData("2021-12-31", Verdict.Eligible)]
    [InlineData("2022-01-01", Verdict.NotEligible)]
    public void Authorisations_are_controlled_since_2022(string day, Verdict expected)
    {
        var answer = (Cpf(B, day) with { Provider = new ProviderFacts(Provider, []) }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(expected == Verdict.Eligible ? null : FindingOutcome.NotMet, answer.Outcome("E7"));
    }

    [Theory]
    [InlineData("2025-08-31", Verdict.Eligible)]
    [InlineData("2025-09-01", Verdict.NotEligible)]
    public void An_authorisation_does_through_its_last_day(string day, Verdict expected) =>
        Assert.Equal(expected, (Cpf(B, day) with { Provider = AuthorisedUntil("2025-08-31") }).Answer().Verdict);

    [Theory]
    [InlineData("2019-11-20", null)]
    [InlineData("2019-11-21", FindingOutcome.Unknown)]
    public void Providers_are_on_Mon_Compte_Formation_since_21_November_2019(string day, FindingOutcome? expected) =>
        Assert.Equal(expected, Cpf(O, day).Answer().Outcome("E8"));

    [Theory]
    [InlineData("2026-06-10", null, null)]
    [InlineData("2026-06-11", FindingOutcome.Warning, "sera masquée")]
    [InlineData("2026-10-21", FindingOutcome.Warning, "sera masquée")]
    [InlineData("2026-10-22", FindingOutcome.Warning, "Offre non affichée")]
    public void Blocks_are_declared_since_11_June_2026_and_offers_hidden_since_22_October(string day, FindingOutcome? expected, string? words)
    {
        var answer = (Cpf(Renewed, day) with { BlocksDeclared = false }).Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(expected, answer.Outcome("E9"));
        if (words is not null) Assert.Contains(words, answer.Findings.Of("E9")!.Text.Fr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-29", "RNCP99001", Verdict.Eligible, null)]
    [InlineData("2026-06-30", "RNCP99001", Verdict.Undetermined, FindingOutcome.Unknown)]
    [InlineData("2026-06-30", "RNCP99001BC02", Verdict.Undetermined, FindingOutcome.Unknown)]
    [InlineData("2026-07-01", "RNCP99001", Verdict.Undetermined, FindingOutcome.Unknown)]
    [InlineData("2026-06-30", "RNCP99016", Verdict.Eligible, FindingOutcome.Warning)]
    public void Who_already_holds_it_should_ask_since_30_June_2026(string day, string held, Verdict expected, FindingOutcome? outcome)
    {
        var answer = (Cpf(Renewed, day) with { Held = [held] }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(outcome, answer.Outcome("E10"));
    }

    [Theory]
    [InlineData("2026-06-29", null)]
    [InlineData("2026-06-30", FindingOutcome.Unknown)]
    public void Nobody_is_taken_to_hold_it_already(string day, FindingOutcome? expected)
    {
        var answer = Cpf(B, day).Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(expected, answer.Outcome("E10"));
    }

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", FindingOutcome.Warning)]
    public void The_examination_is_a_duty_since_2024(string day, FindingOutcome? expected) => Assert.Equal(expected, Cpf(B, day).Answer().Outcome("E11"));

    [Theory]
    [InlineData("2015-01-01")]
    [InlineData("2018-12-31")]
    [InlineData("2019-01-01")]
    [InlineData("2026-11-24")]
    public void Public_agents_always_ask_their_employer(string day)
    {
        var answer = (Cpf(Renewed, day) with { Situation = Situation.PublicAgent }).Answer();
        Assert.Equal(Verdict.Undetermined, answer.Verdict);
        Assert.Equal("E16", Assert.Single(answer.Findings).Rule.Id);
        Assert.Null(answer.Amounts);
    }

    // c.4: what the holder pays.

    [Theory]
    [InlineData(nameof(O), "2019-11-20", null)]
    [InlineData(nameof(O), "2019-11-21", 0.0)]
    [InlineData(nameof(B), "2024-05-01", 0.0)]
    [InlineData(nameof(B), "2024-05-02", 100.0)]
    [InlineData(nameof(B), "2024-12-31", 100.0)]
    [InlineData(nameof(B), "2025-01-01", 102.23)]
    [InlineData(nameof(B), "2025-12-31", 102.23)]
    [InlineData(nameof(B), "2026-01-01", 103.20)]
    [InlineData(nameof(B2), "2026-12-31", 103.20)]
    [InlineData(nameof(B2), "2027-01-01", 103.20)]
    public void The_contribution_is_that_of_the_day_of_the_order(string certification, string orderedOn, double? expected)
    {
        var answer = (Cpf(Certifications[certification], orderedOn) with { Price = 1000 }).Answer();
        Assert.Equal((decimal?)expected, answer.Amounts!.Contribution);
        Assert.Equal((decimal?)expected, answer.Amounts.HolderPays);
        Assert.Equal(1000 - (decimal?)expected, answer.Amounts.AccountPays);
    }

    [Fact]
    public void The_contribution_is_not_that_of_the_day_of_entry() =>
        Assert.Equal(102.23m, Cpf(B, "2025-12-31", "2026-01-05").Answer().Amounts!.Contribution);

    [Theory]
    [InlineData(TopUpSource.Employer, 0)]
    [InlineData(TopUpSource.Opco, 0)]
    [InlineData(TopUpSource.C2p, 0)]
    [InlineData(TopUpSource.AtMp, 0)]
    [InlineData(TopUpSource.Region, 103.20)]
    [InlineData(TopUpSource.State, 103.20)]
    [InlineData(TopUpSource.Other, 103.20)]
    public void Some_money_exempts_from_the_contribution(TopUpSource source, double contribution)
    {
        foreach (var (day, due) in new[] { ("2024-05-02", 100m), ("2025-06-02", 102.23m), ("2026-06-02", 103.20m) })
        {
            var answer = (Cpf(B, day) with { Price = 1000, TopUp = 200, TopUpFrom = source }).Answer();
            Assert.Equal(contribution == 0 ? 0 : due, answer.Amounts!.HolderPays);
            Assert.Equal(200, answer.Amounts.TopUp);
        }
    }

    [Theory]
    [InlineData("2026-02-25", null, null, null, null)]
    [InlineData("2026-02-26", 1500, FindingOutcome.Met, null, FindingOutcome.Met)]
    public void Own_rights_are_capped_in_the_RS_since_26_February_2026(string day, int? cap, FindingOutcome? k1, FindingOutcome? k2, FindingOutcome? k4)
    {
        var answer = (Cpf(R, day) with { Price = 3000, TopUp = 500, TopUpFrom = TopUpSource.Employer }).Answer();
        Assert.Equal(cap, answer.Amounts!.Cap);
        Assert.Equal(cap ?? 2500, answer.Amounts.AccountPays);
        Assert.Equal(500, answer.Amounts.TopUp);
        Assert.Equal((k1, k2, k4), (answer.Outcome("K1"), answer.Outcome("K2"), answer.Outcome("K4")));
    }

    [Theory]
    [InlineData("2026-02-25", null)]
    [InlineData("2026-02-26", FindingOutcome.Met)]
    public void Nothing_is_capped_in_the_RNCP(string day, FindingOutcome? k2)
    {
        var answer = (Cpf(B, day) with { Price = 4000 }).Answer();
        Assert.Null(answer.Amounts!.Cap);
        Assert.Equal(3896.80m, answer.Amounts.AccountPays);
        Assert.Equal((null, k2), (answer.Outcome("K1"), answer.Outcome("K2")));
    }

    [Theory]
    [InlineData("2026-02-25", null)]
    [InlineData("2026-02-26", FindingOutcome.NotMet)]
    public void CleA_is_never_capped(string day, FindingOutcome? k1)
    {
        var answer = (Cpf(Clea, day) with { Price = 3000 }).Answer();
        Assert.Null(answer.Amounts!.Cap);
        Assert.Equal(2896.80m, answer.Amounts.AccountPays);
        Assert.Equal(k1, answer.Outcome("K1"));
    }

    [Theory]
    [InlineData("2026-02-10", null)]
    [InlineData("2026-02-11", FindingOutcome.Warning)]
    public void The_rise_in_a_draft_is_warned_of_from_the_day_of_the_draft(string day, FindingOutcome? expected) => Assert.Equal(expected, Cpf(B, day).Answer().Outcome("P5"));

    [Theory]
    [InlineData("2026-12-31", null)]
    [InlineData("2027-01-01", FindingOutcome.Warning)]
    public void The_amount_of_2027_is_not_known_yet(string day, FindingOutcome? expected) => Assert.Equal(expected, Cpf(B2, day).Answer().Outcome("P6"));

    // c.5: the VAE.

    [Theory]
    [InlineData("2002-01-17", Verdict.Undetermined)]
    [InlineData("2002-01-18", Verdict.Eligible)]
    public void The_VAE_exists_since_18_January_2002(string day, Verdict expected) => Assert.Equal(expected, Vae(Old, day).Answer().Verdict);

    [Theory]
    [InlineData("2016-08-09", 36, Verdict.Eligible)]
    [InlineData("2016-08-09", 35, Verdict.NotEligible)]
    [InlineData("2016-08-09", 12, Verdict.NotEligible)]
    [InlineData("2016-08-10", 36, Verdict.Eligible)]
    [InlineData("2016-08-10", 35, Verdict.EligibleUnderConditions)]
    [InlineData("2016-08-10", 12, Verdict.EligibleUnderConditions)]
    [InlineData("2016-08-10", 11, Verdict.NotEligible)]
    [InlineData("2017-09-30", 12, Verdict.EligibleUnderConditions)]
    [InlineData("2017-09-30", 11, Verdict.NotEligible)]
    [InlineData("2017-10-01", 12, Verdict.Eligible)]
    [InlineData("2017-10-01", 11, Verdict.NotEligible)]
    public void Experience_was_counted_in_years_until_2022(string day, int months, Verdict expected) => Assert.Equal(expected, Vae(O, day, months).Answer().Verdict);

    [Theory]
    [InlineData("2022-12-22", 12, Verdict.Eligible, "V3")]
    [InlineData("2022-12-22", 11, Verdict.NotEligible, "V3")]
    [InlineData("2022-12-23", 12, Verdict.Eligible, "V4")]
    [InlineData("2022-12-23", 11, Verdict.EligibleUnderConditions, "V4")]
    [InlineData("2023-12-31", 0, Verdict.EligibleUnderConditions, "V4")]
    [InlineData("2024-01-01", 0, Verdict.Eligible, "V5")]
    public void The_last_year_of_experience_went_away_by_steps(string day, int months, Verdict expected, string rule)
    {
        var answer = Vae(B, day, months).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(rule, answer.Findings.Of("experience")!.Rule.Id);
    }

    [Theory]
    [InlineData("2022-12-22", Verdict.Undetermined, FindingOutcome.Unknown)]
    [InlineData("2022-12-23", Verdict.EligibleUnderConditions, FindingOutcome.Unknown)]
    [InlineData("2023-12-31", Verdict.EligibleUnderConditions, FindingOutcome.Unknown)]
    [InlineData("2024-01-01", Verdict.Eligible, FindingOutcome.Met)]
    public void Experience_that_nobody_told_is_asked_for_while_it_counts(string day, Verdict expected, FindingOutcome outcome)
    {
        var answer = (Vae(B, day) with { ExperienceMonths = null }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(outcome, answer.Outcome("experience"));
    }

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", FindingOutcome.Warning)]
    [InlineData("2024-12-31", FindingOutcome.Warning)]
    [InlineData("2025-01-01", null)]
    public void The_former_procedure_lasted_through_2024(string day, FindingOutcome? expected) => Assert.Equal(expected, Vae(B, day).Answer().Outcome("V5b"));

    [Theory]
    [InlineData("2023-12-31", 1, 3, Verdict.Eligible)]
    [InlineData("2024-01-01", 0, 2, Verdict.Eligible)]
    [InlineData("2024-01-01", 1, 0, Verdict.NotEligible)]
    [InlineData("2024-01-01", 0, 3, Verdict.NotEligible)]
    [InlineData("2024-12-31", 1, 0, Verdict.NotEligible)]
    public void Files_are_counted_since_2024(string day, int files, int others, Verdict expected)
    {
        var question = Vae(B, day) with { FilesThisYear = files, OtherFilesThisYear = others };
        Assert.Equal(expected, question.Answer().Verdict);
        Assert.Equal(Verdict.Eligible, (question with { Block = "RNCP99001BC01" }).Answer().Verdict);
    }

    [Theory]
    [InlineData("2025-03-03", "2025-05-03", false, "2025-05-04")]
    [InlineData("2025-03-03", "2025-05-04", true, "2025-05-04")]
    [InlineData("2024-12-31", "2025-02-28", false, "2025-03-01")]
    [InlineData("2024-12-31", "2025-03-01", true, "2025-03-01")]
    [InlineData("2025-12-29", "2026-02-28", false, "2026-03-01")]
    [InlineData("2025-12-29", "2026-03-01", true, "2026-03-01")]
    [InlineData("2024-06-30", "2024-08-30", false, "2024-08-31")]
    [InlineData("2024-06-30", "2024-08-31", true, "2024-08-31")]
    public void Silence_admits_once_two_months_are_over(string receivedOn, string day, bool isAdmitted, string admittedOn)
    {
        var silence = (Vae(B, receivedOn) with { ReceivedOn = Day(receivedOn), Day = Day(day) }).Answer().Findings.Of("V7")!;
        Assert.Equal(isAdmitted ? FindingOutcome.Met : FindingOutcome.Warning, silence.Outcome);
        Assert.Equal(Day(admittedOn), silence.Facts.Single(fact => fact.Name == FactName.SilenceAdmitsOn).Value);
        Assert.Equal(isAdmitted ? null : Day(admittedOn), silence.MetFrom);
    }

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", FindingOutcome.Met)]
    public void Silence_admits_what_was_received_since_2024(string receivedOn, FindingOutcome? expected) =>
        Assert.Equal(expected, (Vae(B, receivedOn) with { ReceivedOn = Day(receivedOn), Day = Day("2024-06-03") }).Answer().Outcome("V7"));

    [Theory]
    [InlineData("2026-04-29", "2026-06-29", Verdict.Undetermined)]
    [InlineData("2026-04-29", "2026-06-30", Verdict.Eligible)]
    [InlineData("2026-04-30", "2026-06-30", Verdict.Undetermined)]
    [InlineData("2026-04-30", "2026-07-01", Verdict.NotEligible)]
    public void Silence_protects_when_it_admits_by_the_last_day(string receivedOn, string day, Verdict expected)
    {
        var question = Vae(WithoutRenewal, "2026-04-15") with { ReceivedOn = Day(receivedOn), Day = Day(day), JuryOn = Day("2026-11-16") };
        Assert.Equal(expected, question.Answer().Verdict);
    }

    [Theory]
    [InlineData("2026-06-30", "2026-07-01", Verdict.Eligible, FindingOutcome.Met)]
    [InlineData("2026-07-01", "2026-11-16", Verdict.NotEligible, FindingOutcome.NotMet)]
    [InlineData("2026-06-30", null, Verdict.Eligible, null)]
    [InlineData("2026-07-01", null, Verdict.NotEligible, FindingOutcome.NotMet)]
    [InlineData(null, "2026-06-30", Verdict.Eligible, null)]
    [InlineData(null, "2026-07-01", Verdict.Undetermined, FindingOutcome.Unknown)]
    public void Admissible_by_the_last_day_the_jury_may_come_later(string? admissibleOn, string? juryOn, Verdict expected, FindingOutcome? outcome)
    {
        DateOnly? Told(string? day) => day is null ? null : Day(day);
        var answer = (Vae(WithoutRenewal, "2026-05-04") with { AdmissibleOn = Told(admissibleOn), JuryOn = Told(juryOn) }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(outcome, answer.Outcome("V10"));
    }

    [Theory]
    [InlineData("2015-12-31", "2016-01-04")]
    [InlineData("2021-06-30", "2021-07-05")]
    public void Admissibility_does_not_open_a_registration_before_its_first_day(string appliesOn, string admissibleOn)
    {
        var certification = Day(appliesOn).Year < 2019 ? O : B;
        Assert.Equal(Verdict.NotEligible, (Vae(certification, appliesOn) with { AdmissibleOn = Day(admissibleOn) }).Answer().Verdict);
    }

    [Theory]
    [InlineData("2025-07-31", false, 900, 600, null, FindingOutcome.Warning)]
    [InlineData("2025-08-01", true, 1402.23, 0, FindingOutcome.Met, null)]
    public void The_CPF_pays_the_jury_since_1_August_2025(string orderedOn, bool paysTheJury, double account, double jury, FindingOutcome? v8, FindingOutcome? v9)
    {
        var answer = (Vae(B, orderedOn) with
        {
            Payment = new VaePayment { OrderedOn = Day(orderedOn), Price = 1002.23m, Balance = 5000, JuryFee = paysTheJury ? 502.23m : 600, OnFranceVae = true, RegisteredOnFranceVae = true },
        }).Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal((v8, v9), (answer.Outcome("V8"), answer.Outcome("V9")));
        Assert.Equal((102.23m, (decimal)account, 102.23m + (decimal)jury), answer.Shares());
    }

    [Theory]
    [InlineData("2018-12-31", FindingOutcome.Met, null)]
    [InlineData("2019-01-01", null, FindingOutcome.Met)]
    public void The_CPF_pays_a_VAE_without_a_list_and_by_its_article_of_2019(string orderedOn, FindingOutcome? before, FindingOutcome? since)
    {
        var answer = (Vae(O, orderedOn) with { Payment = new VaePayment { OrderedOn = Day(orderedOn) } }).Answer();
        Assert.Equal((before, since), (answer.Outcome("E1a"), answer.Outcome("E12")));
    }

    [Theory]
    [InlineData("2026-02-25", null)]
    [InlineData("2026-02-26", FindingOutcome.Warning)]
    public void No_cap_is_known_for_the_VAE(string orderedOn, FindingOutcome? expected)
    {
        var payment = new VaePayment { OrderedOn = Day(orderedOn), Price = 3103.20m, Balance = 5000, OnFranceVae = false };
        var answer = (Vae(B, orderedOn) with { Payment = payment }).Answer();
        Assert.Equal(expected, answer.Outcome("K3"));
        Assert.Equal((103.20m, 3000m, 103.20m), answer.Shares());
        Assert.Null(answer.Outcome("K2"));
    }

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", FindingOutcome.Warning)]
    public void The_leave_is_that_of_2024(string day, FindingOutcome? expected) => Assert.Equal(expected, Vae(B, day).Answer().Outcome("V11"));

    // c.6: the ways.

    [Theory]
    [InlineData(Way.ProA, "2025-12-31", Verdict.EligibleUnderConditions)]
    [InlineData(Way.ProA, "2026-01-01", Verdict.NotEligible)]
    [InlineData(Way.Reconversion, "2025-12-31", Verdict.NotEligible)]
    [InlineData(Way.Reconversion, "2026-01-01", Verdict.EligibleUnderConditions)]
    [InlineData(Way.Reconversion, "2026-01-31", Verdict.EligibleUnderConditions)]
    [InlineData(Way.Reconversion, "2026-02-01", Verdict.Eligible)]
    public void The_Pro_A_gave_way_to_the_reconversion_with_2026(Way way, string day, Verdict expected) => Assert.Equal(expected, Prepared(B, way, day).Verdict);

    [Fact]
    public void A_closed_way_says_from_when_it_opens_again_if_ever()
    {
        Assert.Equal(Day("2026-01-01"), Prepared(A, Way.Reconversion, "2025-12-31").Deciding!.MetFrom);
        Assert.Null(Prepared(B, Way.ProA, "2026-01-01").Deciding!.MetFrom);
    }

    [Theory]
    [InlineData("2025-12-31", Verdict.Undetermined)]
    [InlineData("2026-01-01", Verdict.NotEligible)]
    public void The_Pro_A_of_what_is_transmitted_only_stays_open_and_then_ends(string day, Verdict expected) => Assert.Equal(expected, Prepared(A, Way.ProA, day).Verdict);

    [Theory]
    [InlineData(24, Verdict.Eligible)]
    [InlineData(23, Verdict.NotEligible)]
    public void A_projet_de_transition_asks_for_24_months(int months, Verdict expected) =>
        Assert.Equal(expected, new WaysQuestion { Certification = B, Day = Day("2026-04-15"), SeniorityMonths = months, ChangesJob = true }.By(Way.Ptp).Verdict);

    [Theory]
    [InlineData("2026-06-30", Verdict.Eligible)]
    [InlineData("2026-07-01", Verdict.NotEligible)]
    public void A_projet_de_transition_follows_the_registration(string day, Verdict expected) => Assert.Equal(expected, Prepared(WithoutRenewal, Way.Ptp, day).Verdict);

    [Theory]
    [InlineData("2019-01-31", Verdict.NotEligible)]
    [InlineData("2019-02-01", Verdict.Eligible)]
    public void The_plan_takes_what_is_transmitted(string day, Verdict expected) => Assert.Equal(expected, Prepared(A, Way.Plan, day).Verdict);

    [Fact]
    public void Nothing_is_said_of_days_of_which_no_rule_speaks() =>
        Assert.All(new WaysQuestion { Certification = A, Day = Day("2001-12-31") }.Answer(), way => Assert.Equal(Verdict.Undetermined, way.Answer.Verdict));
}
