using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Vae;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Asked;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>The VAE on both sides of every date of c.5.</summary>
public sealed class VaeBoundaryDaysTests
{
    /// <summary>In the RNCP since 1998, before the VAE.</summary>
    private static readonly CertificationFacts Old = Of("1997-01-10", "0292", Registered("RNCP9004", null, ("1998-01-01", "1998-01-01", "2007-12-31")));

    [Theory]
    [InlineData("2002-01-17", Verdict.Undetermined)]
    [InlineData("2002-01-18", Verdict.Eligible)]
    public void The_VAE_exists_since_18_January_2002(string day, Verdict expected) => Assert.Equal(expected, Vae(Old, day).Answer().Verdict);

    [Theory]
    [InlineData("2016-08-09", 36, Verdict.Eligible)]
    [InlineData("2016-08-09", 35, Verdict.NotEligible)]
    [InlineData("2016-08-09", 12, Verdict.NotEligible)]
    [InlineData("2016-08-10", 36, Verdict.Eligible)]
    [InlineData("2016-08-10", 35, Verdict.EligibleUnderConditions)]
    [InlineData("2016-08-10", 12, Verdict.EligibleUnderConditions)]
    [InlineData("2016-08-10", 11, Verdict.NotEligible)]
    [InlineData("2017-09-30", 12, Verdict.EligibleUnderConditions)]
    [InlineData("2017-09-30", 11, Verdict.NotEligible)]
    [InlineData("2017-10-01", 12, Verdict.Eligible)]
    [InlineData("2017-10-01", 11, Verdict.NotEligible)]
    public void Experience_was_counted_in_years_until_2022(string day, int months, Verdict expected) => Assert.Equal(expected, Vae(O, day, months).Answer().Verdict);

    [Theory]
    [InlineData("2022-12-22", 12, Verdict.Eligible, "V3")]
    [InlineData("2022-12-22", 11, Verdict.NotEligible, "V3")]
    [InlineData("2022-12-23", 12, Verdict.Eligible, "V4")]
    [InlineData("2022-12-23", 11, Verdict.EligibleUnderConditions, "V4")]
    [InlineData("2023-12-31", 0, Verdict.EligibleUnderConditions, "V4")]
    [InlineData("2024-01-01", 0, Verdict.Eligible, "V5")]
    public void The_last_year_of_experience_went_away_by_steps(string day, int months, Verdict expected, string rule)
    {
        var answer = Vae(B, day, months).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(rule, answer.Findings.Of("experience")!.Rule.Id);
    }

    [Theory]
    [InlineData("2022-12-22", Verdict.Undetermined, FindingOutcome.Unknown)]
    [InlineData("2022-12-23", Verdict.EligibleUnderConditions, FindingOutcome.Unknown)]
    [InlineData("2023-12-31", Verdict.EligibleUnderConditions, FindingOutcome.Unknown)]
    [InlineData("2024-01-01", Verdict.Eligible, FindingOutcome.Met)]
    public void Experience_that_nobody_told_is_asked_for_while_it_counts(string day, Verdict expected, FindingOutcome outcome)
    {
        var answer = (Vae(B, day) with { ExperienceMonths = null }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(outcome, answer.Outcome("experience"));
    }

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", FindingOutcome.Warning)]
    [InlineData("2024-12-31", FindingOutcome.Warning)]
    [InlineData("2025-01-01", null)]
    public void The_former_procedure_lasted_through_2024(string day, FindingOutcome? expected) => Assert.Equal(expected, Vae(B, day).Answer().Outcome("V5b"));

    [Theory]
    [InlineData("2023-12-31", 1, 3, Verdict.Eligible)]
    [InlineData("2024-01-01", 0, 2, Verdict.Eligible)]
    [InlineData("2024-01-01", 1, 0, Verdict.NotEligible)]
    [InlineData("2024-01-01", 0, 3, Verdict.NotEligible)]
    [InlineData("2024-12-31", 1, 0, Verdict.NotEligible)]
    public void Files_are_counted_since_2024(string day, int files, int others, Verdict expected)
    {
        var question = Vae(B, day) with { FilesThisYear = files, OtherFilesThisYear = others };
        Assert.Equal(expected, question.Answer().Verdict);
        Assert.Equal(Verdict.Eligible, (question with { Block = "RNCP99001BC01" }).Answer().Verdict);
    }

    [Theory]
    [InlineData("2025-03-03", "2025-05-03", false, "2025-05-04")]
    [InlineData("2025-03-03", "2025-05-04", true, "2025-05-04")]
    [InlineData("2024-12-31", "2025-02-28", false, "2025-03-01")]
    [InlineData("2024-12-31", "2025-03-01", true, "2025-03-01")]
    [InlineData("2025-12-29", "2026-02-28", false, "2026-03-01")]
    [InlineData("2025-12-29", "2026-03-01", true, "2026-03-01")]
    [InlineData("2024-06-30", "2024-08-30", false, "2024-08-31")]
    [InlineData("2024-06-30", "2024-08-31", true, "2024-08-31")]
    public void Silence_admits_once_two_months_are_over(string receivedOn, string day, bool isAdmitted, string admittedOn)
    {
        var silence = (Vae(B, receivedOn) with { ReceivedOn = Day(receivedOn), Day = Day(day) }).Answer().Findings.Of("V7")!;
        Assert.Equal(isAdmitted ? FindingOutcome.Met : FindingOutcome.Warning, silence.Outcome);
        Assert.Equal(Day(admittedOn), silence.Facts.Single(fact => fact.Name == FactName.SilenceAdmitsOn).Value);
        Assert.Equal(isAdmitted ? null : Day(admittedOn), silence.MetFrom);
    }

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", FindingOutcome.Met)]
    public void Silence_admits_what_was_received_since_2024(string receivedOn, FindingOutcome? expected) =>
        Assert.Equal(expected, (Vae(B, receivedOn) with { ReceivedOn = Day(receivedOn), Day = Day("2024-06-03") }).Answer().Outcome("V7"));

    [Theory]
    [InlineData("2026-04-29", "2026-06-29", Verdict.Undetermined)]
    [InlineData("2026-04-29", "2026-06-30", Verdict.Eligible)]
    [InlineData("2026-04-30", "2026-06-30", Verdict.Undetermined)]
    [InlineData("2026-04-30", "2026-07-01", Verdict.NotEligible)]
    public void Silence_protects_when_it_admits_by_the_last_day(string receivedOn, string day, Verdict expected)
    {
        var question = Vae(WithoutRenewal, "2026-04-15") with { ReceivedOn = Day(receivedOn), Day = Day(day), JuryOn = Day("2026-11-16") };
        Assert.Equal(expected, question.Answer().Verdict);
    }

    [Theory]
    [InlineData("2026-06-30", "2026-07-01", Verdict.Eligible, FindingOutcome.Met)]
    [InlineData("2026-07-01", "2026-11-16", Verdict.NotEligible, FindingOutcome.NotMet)]
    [InlineData("2026-06-30", null, Verdict.Eligible, null)]
    [InlineData("2026-07-01", null, Verdict.NotEligible, FindingOutcome.NotMet)]
    [InlineData(null, "2026-06-30", Verdict.Eligible, null)]
    [InlineData(null, "2026-07-01", Verdict.Undetermined, FindingOutcome.Unknown)]
    public void Admissible_by_the_last_day_the_jury_may_come_later(string? admissibleOn, string? juryOn, Verdict expected, FindingOutcome? outcome)
    {
        DateOnly? Told(string? day) => day is null ? null : Day(day);
        var answer = (Vae(WithoutRenewal, "2026-05-04") with { AdmissibleOn = Told(admissibleOn), JuryOn = Told(juryOn) }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(outcome, answer.Outcome("V10"));
    }

    [Theory]
    [InlineData("2015-12-31", "2016-01-04")]
    [InlineData("2021-06-30", "2021-07-05")]
    public void Admissibility_does_not_open_a_registration_before_its_first_day(string appliesOn, string admissibleOn)
    {
        var certification = Day(appliesOn).Year < 2019 ? O : B;
        Assert.Equal(Verdict.NotEligible, (Vae(certification, appliesOn) with { AdmissibleOn = Day(admissibleOn) }).Answer().Verdict);
    }

    [Theory]
    [InlineData("2025-07-31", false, 900, 600, null, FindingOutcome.Warning)]
    [InlineData("2025-08-01", true, 1402.23, 0, FindingOutcome.Met, null)]
    public void The_CPF_pays_the_jury_since_1_August_2025(string orderedOn, bool paysTheJury, double account, double jury, FindingOutcome? v8, FindingOutcome? v9)
    {
        var answer = (Vae(B, orderedOn) with
        {
            Payment = new VaePayment { OrderedOn = Day(orderedOn), Price = 1002.23m, Balance = 5000, JuryFee = paysTheJury ? 502.23m : 600, OnFranceVae = true, RegisteredOnFranceVae = true },
        }).Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal((v8, v9), (answer.Outcome("V8"), answer.Outcome("V9")));
        Assert.Equal((102.23m, (decimal)account, 102.23m + (decimal)jury), answer.Shares());
    }

    [Theory]
    [InlineData("2018-12-31", FindingOutcome.Met, null)]
    [InlineData("2019-01-01", null, FindingOutcome.Met)]
    public void The_CPF_pays_a_VAE_without_a_list_and_by_its_article_of_2019(string orderedOn, FindingOutcome? before, FindingOutcome? since)
    {
        var answer = (Vae(O, orderedOn) with { Payment = new VaePayment { OrderedOn = Day(orderedOn) } }).Answer();
        Assert.Equal((before, since), (answer.Outcome("E1a"), answer.Outcome("E12")));
    }

    [Theory]
    [InlineData("2026-02-25", null)]
    [InlineData("2026-02-26", FindingOutcome.Warning)]
    public void No_cap_is_known_for_the_VAE(string orderedOn, FindingOutcome? expected)
    {
        var payment = new VaePayment { OrderedOn = Day(orderedOn), Price = 3103.20m, Balance = 5000, OnFranceVae = false };
        var answer = (Vae(B, orderedOn) with { Payment = payment }).Answer();
        Assert.Equal(expected, answer.Outcome("K3"));
        Assert.Equal((103.20m, 3000m, 103.20m), answer.Shares());
        Assert.Null(answer.Outcome("K2"));
    }

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", FindingOutcome.Warning)]
    public void The_leave_is_that_of_2024(string day, FindingOutcome? expected) => Assert.Equal(expected, Vae(B, day).Answer().Outcome("V11"));
}
