using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Asked;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>The first and the last day of each rule.</summary>
public sealed class RulePeriodsTests
{
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
}
