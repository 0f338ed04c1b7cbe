using CqpPortal.Domain.Eligibility;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Asked;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>What the holder pays on both sides of every date of c.4.</summary>
public sealed class PaymentBoundaryDaysTests
{
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
        var answer = (Cpf(Named(certification), orderedOn) with { Price = 1000 }).Answer();
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
}
