using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Finish;
using CqpPortal.Domain.Eligibility.Rules;
using CqpPortal.Domain.Recognition;
using Xunit;

namespace CqpPortal.Domain.Tests.Eligibility;

public sealed class FinishingInTimeTests
{
    private static DateOnly Day(string day) => DateOnly.Parse(day, null);

    private static Registration Registered(string number, string from, string until, string? deadline = null) => new(
        RegistryNumber.Parse(number, null), null, new RegistrationDates(Day(until)) { PublishedOn = Day(from), DeliveryDeadline = deadline is null ? null : Day(deadline) });

    private static CertificationFacts With(params Registration[] registrations) => new() { Recognition = new RecognitionFacts { Registrations = registrations } };

    private static WhatBites Bites(CertificationFacts facts, string starts, string finishes) => FinishingInTime.Answer(facts, Day(starts), Day(finishes)).Bites;

    [Theory]
    [InlineData("2021-06-30", "2021-12-01", WhatBites.FirstDay)]
    [InlineData("2021-07-01", "2026-06-30", WhatBites.Nothing)]
    [InlineData("2026-06-30", "2026-06-30", WhatBites.Nothing)]
    [InlineData("2026-06-30", "2026-07-01", WhatBites.EndOfRegistration)]
    [InlineData("2026-06-15", "2030-06-30", WhatBites.EndOfRegistration)]
    [InlineData("2026-06-15", "2030-07-01", WhatBites.Deadline)]
    [InlineData("2026-07-01", "2026-07-01", WhatBites.LastDay)]
    public void Both_sides_of_every_date_that_may_bite(string starts, string finishes, WhatBites expected) =>
        Assert.Equal(expected, Bites(With(Registered("RNCP99001", "2021-07-01", "2026-06-30", "2030-06-30")), starts, finishes));

    [Fact]
    public void Without_a_known_deadline_who_finishes_after_the_end_is_told_so()
    {
        var facts = With(Registered("RNCP99001", "2021-07-01", "2026-06-30"));
        Assert.Equal(WhatBites.UnknownDeadline, Bites(facts, "2026-06-15", "2026-11-30"));
        Assert.Equal(WhatBites.Nothing, Bites(facts, "2026-01-15", "2026-06-30"));
    }

    [Fact]
    public void A_certification_goes_by_the_number_of_the_day_of_entry_and_a_number_by_itself()
    {
        var facts = With(Registered("RNCP99001", "2021-07-01", "2026-06-30"), Registered("RNCP99002", "2026-07-01", "2031-06-30"));
        Assert.Equal("RNCP99002", FinishingInTime.Answer(facts, Day("2026-09-01"), Day("2027-06-30")).Registration!.Number.ToString());
        var asked = FinishingInTime.Answer(facts with { Asked = RegistryNumber.Parse("RNCP99001", null) }, Day("2026-09-01"), Day("2027-06-30"));
        Assert.Equal((WhatBites.LastDay, "RNCP99002"), (asked.Bites, asked.Following!.Number.ToString()));
    }

    [Fact]
    public void A_suspension_counts_on_the_day_of_entry_and_a_withdrawal_while_the_training_runs()
    {
        var suspended = Registered("RNCP99016", "2023-12-01", "2028-11-30");
        suspended.Suspend(new ValidityPeriod(Day("2026-09-01"), Day("2027-02-28")));
        Assert.Equal(WhatBites.Suspension, Bites(With(suspended), "2027-02-28", "2027-12-31"));
        Assert.Equal(WhatBites.Nothing, Bites(With(suspended), "2027-03-01", "2027-12-31"));

        var withdrawn = Registered("RNCP99010", "2022-03-01", "2027-02-28");
        withdrawn.Withdraw(Day("2025-09-01"));
        Assert.Equal(WhatBites.Nothing, Bites(With(withdrawn), "2025-01-01", "2025-08-31"));
        Assert.Equal(WhatBites.Withdrawal, Bites(With(withdrawn), "2025-01-01", "2025-09-01"));
        Assert.Equal(WhatBites.LastDay, Bites(With(withdrawn), "2025-09-01", "2025-12-31"));
    }

    [Theory]
    [InlineData("2021-06-30", "2021-12-01")]
    [InlineData("2021-07-01", "2026-06-30")]
    [InlineData("2026-06-30", "2026-07-01")]
    [InlineData("2026-06-15", "2030-06-30")]
    [InlineData("2026-06-15", "2030-07-01")]
    [InlineData("2026-07-01", "2026-09-01")]
    public void The_rules_of_the_CPF_say_the_same(string starts, string finishes)
    {
        var facts = With(Registered("RNCP99001", "2021-07-01", "2026-06-30", "2030-06-30"));
        var findings = CpfEligibility.Answer(new RuleBook(PublishedRules.Read(), "published"), new CpfQuestion
        {
            Certification = facts,
            OrderedOn = Day(starts),
            StartsOn = Day(starts),
            FinishesOn = Day(finishes),
        }).Findings;
        FindingOutcome? Found(string rule) => findings.Where(finding => finding.Rule.Id == rule).Select(finding => (FindingOutcome?)finding.Outcome).FirstOrDefault();
        var bites = Bites(facts, starts, finishes);
        Assert.Equal(bites is WhatBites.FirstDay or WhatBites.LastDay ? FindingOutcome.NotMet : FindingOutcome.Met, Found("E5"));
        Assert.Equal(bites switch { WhatBites.EndOfRegistration => FindingOutcome.Met, WhatBites.Deadline => FindingOutcome.Warning, _ => null }, Found("E6"));
    }

    [Fact]
    public void What_no_register_holds_has_no_end_to_meet() => Assert.Equal(WhatBites.NoRegistration, Bites(With(), "2026-09-01", "2027-06-30"));

    [Fact]
    public void No_training_ends_before_it_starts() => Assert.Throws<ArgumentException>(() => Bites(With(), "2026-09-01", "2026-08-31"));
}
