using CqpPortal.Domain.Recognition;
using CsCheck;
using Xunit;

namespace CqpPortal.Domain.Tests.Recognition;

public sealed class RenewalLadderTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly Gen<DateOnly> AnyEnd = Gen.Int[0, 4000].Select(days => new DateOnly(2021, 1, 1).AddDays(days));

    [Theory]
    [InlineData("2028-05-25", null)]
    [InlineData("2028-05-24", 18)]
    [InlineData("2027-11-25", 18)]
    [InlineData("2027-11-24", 12)]
    [InlineData("2027-05-24", 6)]
    [InlineData("2027-02-25", 6)]
    [InlineData("2027-02-24", 3)]
    [InlineData("2026-12-25", 3)]
    [InlineData("2026-12-24", 1)]
    [InlineData("2026-11-24", 1)]
    public void Says_the_last_step_reached(string end, int? months) =>
        Assert.Equal(months, Assert.Single(RenewalLadder.Of([Ending(1, Day(end))], Today)).StepOn(Today)?.Months);

    [Theory]
    // A month without that day gives its last one, leap years included.
    [InlineData("2027-03-31", "2027-02-28", 1)]
    [InlineData("2028-03-31", "2028-02-29", 1)]
    [InlineData("2027-08-31", "2027-02-28", 6)]
    [InlineData("2028-08-31", "2028-02-29", 6)]
    [InlineData("2028-02-29", "2027-02-28", 12)]
    [InlineData("2027-12-31", "2026-06-30", 18)]
    [InlineData("2027-02-28", "2027-01-28", 1)]
    public void Counts_months_to_the_same_day_or_the_last(string end, string on, int months) =>
        Assert.Equal(Day(on), Assert.Single(RenewalLadder.Of([Ending(1, Day(end))], Today)).Steps.Single(step => step.Months == months).On);

    [Fact]
    public void Leaves_out_what_has_ended_was_withdrawn_or_is_continued()
    {
        var ended = Ending(1, Today.AddDays(-1));
        var withdrawn = Ending(2, Today.AddDays(40));
        withdrawn.Withdraw(Today.AddDays(10));
        var continued = Ending(3, Today.AddDays(40));
        var later = new Registration(RegistryNumber.Parse("RNCP4", null), null, new RegistrationDates(Today.AddYears(3)) { DecidedOn = Today.AddDays(-5), EffectOn = Today.AddDays(41) });
        Assert.Empty(RenewalLadder.Of([ended], Today));
        Assert.Empty(RenewalLadder.Of([withdrawn], Today));
        Assert.Equal([later.EndsOn], RenewalLadder.Of([continued, later], Today).Select(ladder => ladder.EndsOn));
    }

    [Fact]
    public void A_renewal_that_was_withdrawn_continues_nothing()
    {
        var running = Ending(1, Today.AddDays(40));
        var later = new Registration(RegistryNumber.Parse("RNCP2", null), null, new RegistrationDates(Today.AddYears(3)) { EffectOn = Today.AddDays(-1) });
        later.Withdraw(Today);
        Assert.Equal(running, Assert.Single(RenewalLadder.Of([running, later], Today)).Registration);
    }

    [Fact]
    public void The_last_day_counts() => Assert.Equal(0, Assert.Single(RenewalLadder.Of([Ending(1, Today)], Today)).DaysLeft(Today));

    [Fact]
    public void Steps_follow_each_other_and_none_is_after_the_end() => AnyEnd.Sample(end =>
    {
        var steps = Ladder(end).Steps;
        return steps.Zip(steps.Skip(1)).All(pair => pair.First.On < pair.Second.On && pair.First.Months > pair.Second.Months)
            && steps[^1].On < end && steps.All(step => step.On.AddMonths(step.Months) <= end);
    });

    [Fact]
    public void Time_only_climbs_down_the_ladder() => Gen.Select(AnyEnd, Gen.Int[0, 800]).Sample((end, before) =>
    {
        var ladder = Ladder(end);
        var day = end.AddDays(-before);
        return (ladder.StepOn(day)?.Months ?? 99) >= (ladder.StepOn(day.AddDays(1))?.Months ?? 99);
    });

    [Fact]
    public void A_later_end_never_has_an_earlier_step() => Gen.Select(AnyEnd, Gen.Int[1, 400]).Sample((end, more) =>
        Ladder(end).Steps.Zip(Ladder(end.AddDays(more)).Steps).All(pair => pair.First.On <= pair.Second.On));

    [Fact]
    public void Whatever_the_days_on_which_one_looks_each_step_is_told_once_at_most() => Gen.Select(AnyEnd, Gen.Int[1, 60].Array[1, 40]).Sample((end, pauses) =>
    {
        var ladder = Ladder(end);
        var since = end.AddDays(-700);
        var told = new List<int>();
        foreach (var pause in pauses)
        {
            var until = since.AddDays(pause);
            if (ladder.ReachedBetween(since, until) is { } step) told.Add(step.Months);
            since = until;
        }
        return told.Distinct().Count() == told.Count && told.SequenceEqual(told.OrderDescending()) && told.LastOrDefault() == (ladder.StepOn(since)?.Months ?? 0);
    });

    private static RenewalLadder Ladder(DateOnly end) => RenewalLadder.Of([Ending(1, end)], end)[0];

    private static Registration Ending(int number, DateOnly end) => new(RegistryNumber.Parse($"RNCP{number}", null), null, new RegistrationDates(end) { EffectOn = end.AddYears(-3) });

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
