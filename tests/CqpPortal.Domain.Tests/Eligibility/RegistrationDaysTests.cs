using CqpPortal.Domain.Eligibility;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Asked;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>Registrations on the days on which they begin, end, stop and resume (c.1, c.3, c.5).</summary>
public sealed class RegistrationDaysTests
{
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
        Assert.Equal(expected, Cpf(Named(certification), day).Answer().Verdict);
        // The VAE follows the same days, in the RNCP; what it asks of experience is met.
        if (certification != nameof(R)) Assert.Equal(expected, Vae(Named(certification), day).Answer().Verdict);
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
        Assert.Equal(expected, Cpf(Named(certification), orderedOn, startsOn).Answer().Verdict);

    [Theory]
    [InlineData(nameof(Suspended), "2026-08-31", FindingOutcome.Met, null)]
    [InlineData(nameof(Suspended), "2026-09-01", FindingOutcome.NotMet, FindingOutcome.NotMet)]
    [InlineData(nameof(Withdrawn), "2025-08-31", FindingOutcome.Met, null)]
    [InlineData(nameof(Withdrawn), "2025-09-01", FindingOutcome.NotMet, FindingOutcome.NotMet)]
    [InlineData(nameof(Withdrawn), "2027-03-01", FindingOutcome.NotMet, null)]
    public void What_is_suspended_or_withdrawn_is_not_said_to_be_active(string certification, string day, FindingOutcome active, FindingOutcome? incident)
    {
        var answer = Cpf(Named(certification), day).Answer();
        Assert.Equal((active, incident), (answer.Outcome("E5"), answer.Outcome("b.2")));
        Assert.Equal((active, incident), (Vae(Named(certification), day).Answer().Outcome("V1c"), Vae(Named(certification), day).Answer().Outcome("b.2")));
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
        Assert.Equal(level, Awarded(Named(certification), awardedOn, startedOn).Answer().Level?.Value);
}
