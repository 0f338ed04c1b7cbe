using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Certifications;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

public sealed class TimelineTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static Registration Registered(string number, string from, string until) => new(
        RegistryNumber.Parse(number, null), null, new RegistrationDates(DateOnly.Parse(until, null)) { PublishedOn = DateOnly.Parse(from, null) });

    [Fact]
    public void There_is_nothing_to_draw_without_a_registration() => Assert.Null(Timeline.Of([], Today));

    [Fact]
    public void A_renewal_stands_on_the_line_of_what_it_renews_and_today_between_its_ends()
    {
        var timeline = Timeline.Of([Registered("RNCP99002", "2026-07-01", "2031-06-30"), Registered("RNCP99001", "2021-07-01", "2026-06-30")], Today)!;
        Assert.Equal(["RNCP99001", "RNCP99002"], timeline.Bars.Select(bar => bar.Registration.Number.ToString()));
        Assert.Equal(1, timeline.Lanes);
        Assert.Equal(["ended", "rncp"], timeline.Bars.Select(bar => bar.Tone));
        Assert.InRange(timeline.Today, timeline.Bars[1].Start, timeline.Bars[1].Start + timeline.Bars[1].Width);
    }

    [Fact]
    public void Registrations_that_overlap_or_are_too_short_for_their_number_have_lines_of_their_own()
    {
        Assert.Equal(2, Timeline.Of([Registered("RS99001", "2024-01-15", "2027-01-14"), Registered("RNCP99001", "2023-07-01", "2026-06-30")], Today)!.Lanes);
        Assert.Equal(3, Timeline.Of(
            [Registered("RNCP99047", "2015-11-17", "2020-11-17"), Registered("RS99040", "2021-05-27", "2024-05-26"), Registered("RS99041", "2025-10-23", "2028-10-22")], Today)!.Lanes);
    }

    [Fact]
    public void A_withdrawn_registration_ends_with_its_withdrawal_and_a_suspension_is_a_stretch_of_its_bar()
    {
        var withdrawn = Registered("RNCP99010", "2022-03-01", "2027-02-28");
        withdrawn.Withdraw(new DateOnly(2025, 9, 1));
        var bar = Timeline.Of([withdrawn], Today)!.Bars.Single();
        Assert.Equal(Timeline.Of([withdrawn], Today)!.Place(new DateOnly(2025, 9, 1)), bar.Start + bar.Width, 3);

        var suspended = Registered("RNCP99016", "2023-12-01", "2028-11-30");
        suspended.Suspend(new ValidityPeriod(new DateOnly(2026, 9, 1), null));
        var (start, width) = Timeline.Of([suspended], Today)!.Bars.Single().Suspensions.Single();
        var whole = Timeline.Of([suspended], Today)!.Bars.Single();
        Assert.True(start > whole.Start);
        Assert.Equal(whole.Start + whole.Width, start + width, 3);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-12-31")]
    [InlineData("2003-01-01", "2026-12-31")]
    public void Six_years_at_most_are_written_under_it(string from, string until)
    {
        var years = Timeline.Of([Registered("RNCP9003", from, until)], Today)!.Years.ToList();
        Assert.InRange(years.Count, 2, 6);
        Assert.Equal(DateOnly.Parse(from, null).Year, years[0]);
    }
}
