using System.Globalization;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Tests.Eligibility;
using Xunit;

namespace CqpPortal.Domain.Tests.Calendar;

/// <summary>The day that counts is the one in Paris, an hour ahead of UTC in winter and two in summer.</summary>
public sealed class ParisCalendarTests
{
    [Theory]
    [InlineData("2026-06-30T21:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    [InlineData("2026-06-30T23:30:00Z", "2026-07-01")]
    [InlineData("2025-12-31T22:59:59Z", "2025-12-31")]
    [InlineData("2025-12-31T23:00:00Z", "2026-01-01")]
    [InlineData("2025-12-31T23:30:00Z", "2026-01-01")]
    [InlineData("2026-03-28T22:30:00Z", "2026-03-28")]
    [InlineData("2026-03-29T22:30:00Z", "2026-03-30")]
    [InlineData("2026-10-24T22:30:00Z", "2026-10-25")]
    [InlineData("2026-10-25T22:30:00Z", "2026-10-25")]
    [InlineData("2026-06-30T18:30:00-04:00", "2026-07-01")]
    public void The_day_changes_at_midnight_in_Paris(string moment, string day) => Assert.Equal(Textbook.Day(day), At(moment).TodayInParis());

    [Theory]
    [InlineData("2026-06-30T21:30:00Z", Verdict.Eligible)]
    [InlineData("2026-06-30T23:30:00Z", Verdict.NotEligible)]
    public void In_summer_a_registration_ends_two_hours_before_the_day_of_UTC(string moment, Verdict expected)
    {
        var today = At(moment).TodayInParis();
        Assert.Equal(expected, (Asked.Cpf(Textbook.B, "2026-06-30") with { OrderedOn = today, StartsOn = today }).Answer().Verdict);
    }

    [Theory]
    [InlineData("2025-12-31T22:30:00Z", 102.23)]
    [InlineData("2025-12-31T23:30:00Z", 103.20)]
    public void In_winter_the_contribution_changes_an_hour_before_the_year_of_UTC(string moment, double contribution)
    {
        var today = At(moment).TodayInParis();
        Assert.Equal((decimal)contribution, (Asked.Cpf(Textbook.B, "2025-12-31") with { OrderedOn = today, StartsOn = today }).Answer().Amounts!.Contribution);
    }

    private static StoppedClock At(string moment) => new(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
