using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Ways;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Asked;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>The ways on both sides of every date of c.6.</summary>
public sealed class WaysBoundaryDaysTests
{
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
