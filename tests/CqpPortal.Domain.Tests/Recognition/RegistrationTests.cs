using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Recognition;
using Xunit;

namespace CqpPortal.Domain.Tests.Recognition;

public sealed class RegistrationTests
{
    private static readonly RegistryNumber Number = RegistryNumber.Parse("RNCP99001", null);

    private static RegistrationDates Dates(string from, string until) => new(DateOnly.Parse(until, null)) { PublishedOn = DateOnly.Parse(from, null) };

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);

    [Fact]
    public void Is_active_from_its_publication_to_its_last_day_included()
    {
        var registration = new Registration(Number, new QualificationLevel(4), Dates("2021-07-01", "2026-06-30"));
        Assert.False(registration.IsActiveOn(Day("2021-06-30")));
        Assert.True(registration.IsActiveOn(Day("2021-07-01")));
        Assert.True(registration.IsActiveOn(Day("2026-06-30")));
        Assert.False(registration.IsActiveOn(Day("2026-07-01")));
    }

    [Fact]
    public void Takes_effect_at_publication_not_at_decision()
    {
        var dates = new RegistrationDates(Day("2029-03-04")) { DecidedOn = Day("2026-03-01"), PublishedOn = Day("2026-03-05") };
        var registration = new Registration(Number, null, dates);
        Assert.False(registration.IsActiveOn(Day("2026-03-03")));
        Assert.True(registration.IsActiveOn(Day("2026-03-05")));
    }

    [Fact]
    public void Lasts_five_years_at_most() =>
        Assert.Throws<ArgumentException>(() => new Registration(Number, null, Dates("2021-07-01", "2027-07-01")));

    [Fact]
    public void Cannot_end_before_it_begins() =>
        Assert.Throws<ArgumentException>(() => new Registration(Number, null, Dates("2021-07-01", "2021-06-30")));

    [Fact]
    public void Has_no_level_in_the_RS() =>
        Assert.Throws<ArgumentException>(() => new Registration(RegistryNumber.Parse("RS99001", null), new QualificationLevel(4), Dates("2024-01-15", "2027-01-14")));

    [Fact]
    public void Has_no_level_under_the_rules_of_before_2019() =>
        Assert.Throws<ArgumentException>(() => new Registration(Number, new QualificationLevel(3), Dates("2016-01-01", "2020-12-31")));

    [Fact]
    public void Is_not_active_while_suspended_nor_after_its_withdrawal()
    {
        var registration = new Registration(Number, null, Dates("2022-03-01", "2027-02-28"));
        registration.Suspend(new ValidityPeriod(Day("2023-01-10"), Day("2023-03-10")));
        registration.Withdraw(Day("2025-09-01"));
        Assert.False(registration.IsActiveOn(Day("2023-02-01")));
        Assert.True(registration.IsActiveOn(Day("2023-03-11")));
        Assert.True(registration.IsActiveOn(Day("2025-08-31")));
        Assert.False(registration.IsActiveOn(Day("2025-09-01")));
        Assert.Equal(Day("2025-08-31"), registration.LastDay);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void A_level_goes_from_one_to_eight(int level) => Assert.Throws<ArgumentOutOfRangeException>(() => new QualificationLevel(level));
}
