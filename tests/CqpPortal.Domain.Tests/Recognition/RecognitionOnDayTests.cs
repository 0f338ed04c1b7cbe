using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Recognition;
using Xunit;

namespace CqpPortal.Domain.Tests.Recognition;

/// <summary>The six textbook certifications and their variants, on the days that matter.</summary>
public sealed class RecognitionOnDayTests
{
    private static DateOnly Day(string day) => DateOnly.Parse(day, null);

    private static Registration Registered(string number, int? level, string from, string until) => new(
        RegistryNumber.Parse(number, null), level is { } value ? new QualificationLevel(value) : null,
        new RegistrationDates(Day(until)) { PublishedOn = Day(from) });

    private static RecognitionStatus StatusOn(string day, RecognitionFacts facts) => RecognitionOnDay.Derive(facts, Day(day)).Status;

    private static readonly RecognitionFacts A = new()
    {
        CreatedOn = Day("2012-03-15"),
        Transmissions = [new(TransmissionAuthority.Cncp, Day("2012-07-02")), new(TransmissionAuthority.FranceCompetences, Day("2019-02-01"))],
    };

    private static RecognitionFacts B => new()
    {
        Registrations = [Registered("RNCP99001", 4, "2021-07-01", "2026-06-30"), Registered("RNCP99002", 4, "2026-07-01", "2031-06-30")],
    };

    [Theory]
    [InlineData("2012-07-01", RecognitionStatus.NotTransmitted)]
    [InlineData("2012-07-02", RecognitionStatus.Branch)]
    [InlineData("2019-01-15", RecognitionStatus.NotTransmitted)]
    [InlineData("2019-02-01", RecognitionStatus.Branch)]
    [InlineData("2025-03-10", RecognitionStatus.Branch)]
    public void A_transmitted_CQP_is_recognised_in_its_branch(string day, RecognitionStatus expected) => Assert.Equal(expected, StatusOn(day, A));

    [Theory]
    [InlineData("2026-06-30", "RNCP99001")]
    [InlineData("2026-07-01", "RNCP99002")]
    public void A_renewal_takes_over_the_day_after(string day, string number)
    {
        var recognition = RecognitionOnDay.Derive(B, Day(day));
        Assert.Equal(RecognitionStatus.Rncp, recognition.Status);
        Assert.Equal(number, recognition.Registration!.Number.ToString());
        Assert.Equal(4, recognition.Level!.Value.Value);
    }

    [Theory]
    [InlineData("2024-01-14", RecognitionStatus.NotTransmitted)]
    [InlineData("2024-01-15", RecognitionStatus.Rs)]
    [InlineData("2027-01-14", RecognitionStatus.Rs)]
    [InlineData("2027-01-15", RecognitionStatus.Expired)]
    public void The_RS_counts_from_first_to_last_day(string day, RecognitionStatus expected) =>
        Assert.Equal(expected, StatusOn(day, new RecognitionFacts { Registrations = [Registered("RS99001", null, "2024-01-15", "2027-01-14")] }));

    [Fact]
    public void A_CQP_of_before_2019_is_recognised_without_a_level()
    {
        var recognition = RecognitionOnDay.Derive(
            new RecognitionFacts { Registrations = [Registered("RNCP9003", null, "2016-01-01", "2020-12-31")] }, Day("2017-06-01"));
        Assert.Equal(RecognitionStatus.Rncp, recognition.Status);
        Assert.Null(recognition.Level);
    }

    [Theory]
    [InlineData("2025-06-01", RecognitionStatus.Rncp)]
    [InlineData("2026-07-01", RecognitionStatus.Abolished)]
    public void A_running_registration_outlives_the_abolition(string day, RecognitionStatus expected) =>
        Assert.Equal(expected, StatusOn(day, new RecognitionFacts
        {
            SuppressedOn = Day("2025-05-01"),
            Registrations = [Registered("RNCP99014", 4, "2021-07-01", "2026-06-30")],
        }));

    [Fact]
    public void The_RNCP_wins_over_the_RS_when_both_run()
    {
        var facts = new RecognitionFacts { Registrations = [Registered("RS99001", null, "2024-01-15", "2027-01-14"), Registered("RNCP99001", 4, "2023-07-01", "2026-06-30")] };
        Assert.Equal(RecognitionStatus.Rncp, StatusOn("2025-01-01", facts));
        Assert.Equal(RecognitionStatus.Rs, StatusOn("2026-07-01", facts));
    }

    [Fact]
    public void What_nobody_transmitted_does_not_exist() =>
        Assert.Equal(RecognitionStatus.NotTransmitted, StatusOn("2026-11-24", new RecognitionFacts { CreatedOn = Day("2026-09-15") }));

    [Fact]
    public void Announces_the_next_registration()
    {
        var recognition = RecognitionOnDay.Derive(B, Day("2026-06-30"));
        Assert.Equal("RNCP99002", recognition.Next!.Number.ToString());
    }

    [Fact]
    public void Recognition_only_changes_on_turning_days()
    {
        var suspended = Registered("RNCP99005", 5, "2022-03-01", "2024-02-29");
        suspended.Suspend(new ValidityPeriod(Day("2022-06-01"), Day("2022-08-31")));
        var withdrawn = Registered("RS99005", null, "2024-04-01", "2027-03-31");
        withdrawn.Withdraw(Day("2025-09-01"));
        RecognitionFacts all = A with { SuppressedOn = Day("2026-02-01"), Registrations = [suspended, withdrawn, Registered("RNCP9003", null, "2016-01-01", "2018-12-31")] };
        foreach (var facts in new[] { A, B, all })
        {
            var turning = facts.TurningDays.ToHashSet();
            Assert.Equal(turning.Order(), facts.TurningDays);
            for (var day = Day("2009-01-01"); day < Day("2033-01-01"); day = day.AddDays(1))
            {
                var (before, after) = (RecognitionOnDay.Derive(facts, day.AddDays(-1)), RecognitionOnDay.Derive(facts, day));
                if ((before.Status, before.Level) != (after.Status, after.Level)) Assert.Contains(day, turning);
            }
        }
    }

    [Theory]
    [InlineData("2018-12-31", true)]
    [InlineData("2019-01-15", false)]
    [InlineData("2019-02-01", true)]
    public void Counts_in_its_branches_once_sent_to_the_authority_of_the_day(string day, bool expected) =>
        Assert.Equal(expected, RecognitionOnDay.Derive(A, Day(day)).CountsInBranches);

    [Fact]
    public void A_registration_of_the_CNCP_does_not_prove_that_France_competences_was_told()
    {
        var o = new RecognitionFacts { Registrations = [Registered("RNCP9003", null, "2016-01-01", "2020-12-31")] };
        Assert.True(RecognitionOnDay.Derive(o, Day("2017-06-01")).CountsInBranches);
        Assert.False(RecognitionOnDay.Derive(o, Day("2026-11-24")).CountsInBranches);
        Assert.True(RecognitionOnDay.Derive(B, Day("2040-01-01")).CountsInBranches);
        Assert.False(RecognitionOnDay.Derive(B with { SuppressedOn = Day("2032-01-01") }, Day("2040-01-01")).CountsInBranches);
    }
}
