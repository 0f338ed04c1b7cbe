using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cpf;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Asked;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>The CPF on both sides of every date of c.3.</summary>
public sealed class CpfBoundaryDaysTests
{
    [Theory]
    [InlineData("2014-12-31", Verdict.Undetermined, null)]
    [InlineData("2015-01-01", Verdict.Eligible, "E1b")]
    [InlineData("2018-12-31", Verdict.Eligible, "E1b")]
    [InlineData("2019-01-01", Verdict.NotEligible, "E4")]
    public void The_list_of_the_branch_counted_from_2015_to_2018(string day, Verdict expected, string? rule)
    {
        var answer = (Cpf(A, day) with { Branch = Branch("3216") }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(rule, answer.Deciding?.Rule.Id);
    }

    [Theory]
    [InlineData("2016-06-30", Verdict.NotEligible)]
    [InlineData("2016-07-01", Verdict.Eligible)]
    [InlineData("2017-06-30", Verdict.Eligible)]
    [InlineData("2017-07-01", Verdict.NotEligible)]
    public void A_list_counts_while_the_certification_stands_on_it(string day, Verdict expected)
    {
        var listed = A with { CpfListings = [new CpfListing(Branch("3216"), Day("2016-07-01"), Day("2017-06-30"))] };
        Assert.Equal(expected, (Cpf(listed, day) with { Branch = Branch("3216") }).Answer().Verdict);
    }

    [Theory]
    [InlineData("national", null, Situation.Employee, Verdict.Eligible)]
    [InlineData("national", null, Situation.JobSeeker, Verdict.Eligible)]
    [InlineData("84", "84", Situation.Employee, Verdict.Eligible)]
    [InlineData("84", "84", Situation.JobSeeker, Verdict.Eligible)]
    [InlineData("84", "93", Situation.Employee, Verdict.NotEligible)]
    [InlineData("84", null, Situation.JobSeeker, Verdict.Undetermined)]
    [InlineData("84", "Auvergne-Rhône-Alpes", Situation.Employee, Verdict.Undetermined)]
    // Rhône-Alpes was one of the two regions that became Auvergne-Rhône-Alpes.
    [InlineData("84", "82", Situation.Employee, Verdict.Eligible)]
    [InlineData("82", "84", Situation.Employee, Verdict.Undetermined)]
    [InlineData("82", "83", Situation.Employee, Verdict.NotEligible)]
    public void A_national_list_counts_for_everybody_and_that_of_a_region_for_those_of_the_region(string list, string? region, Situation situation, Verdict expected)
    {
        CpfListing listing = list == "national" ? CpfListing.National(Day("2016-01-01"), Day("2018-12-31")) : CpfListing.Regional(list, Day("2016-01-01"), Day("2018-12-31"));
        var answer = (Cpf(O with { CpfListings = [listing] }, "2017-05-02") with { Region = region, Branch = Branch("3216"), Situation = situation }).Answer();
        Assert.Equal(expected, answer.Verdict);
    }

    [Theory]
    [InlineData("2018-12-31", Verdict.NotEligible, "E1c")]
    [InlineData("2019-01-01", Verdict.NotEligible, "E4")]
    public void The_list_of_the_branch_never_counted_for_a_job_seeker(string day, Verdict expected, string rule)
    {
        var answer = (Cpf(A, day) with { Branch = Branch("3216"), Situation = Situation.JobSeeker }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(rule, answer.Deciding!.Rule.Id);
        Assert.Null(answer.Outcome("E1b"));
    }

    [Fact]
    public void Lists_that_nobody_knows_leave_the_question_open()
    {
        Assert.Equal(Verdict.Undetermined, (Cpf(O, "2018-12-31") with { Certification = O with { CpfListingsAreKnown = false } }).Answer().Verdict);
        // On the list of a branch, which may or may not be the person's.
        Assert.Equal(Verdict.Undetermined, Cpf(A, "2018-12-31").Answer().Verdict);
    }

    [Theory]
    [InlineData("2018-12-31", Verdict.NotEligible, "E1b")]
    [InlineData("2019-01-01", Verdict.Eligible, "E2")]
    public void No_list_is_needed_since_2019(string day, Verdict expected, string rule)
    {
        var answer = Cpf(O, day).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(expected == Verdict.Eligible ? FindingOutcome.Met : FindingOutcome.NotMet, answer.Outcome(rule));
        Assert.Null(answer.Outcome(rule == "E2" ? "E1b" : "E2"));
    }

    [Theory]
    [InlineData("2018-12-31", Verdict.Eligible, "E1a")]
    [InlineData("2019-01-01", Verdict.NotEligible, "X12")]
    [InlineData("2024-01-01", Verdict.Eligible, "E3")]
    public void CleA_needed_no_list_and_needs_its_registration_since_2019(string day, Verdict expected, string rule)
    {
        var answer = Cpf(Clea, day).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(expected == Verdict.NotEligible ? FindingOutcome.NotMet : FindingOutcome.Met, answer.Outcome(rule));
    }

    [Theory]
    [InlineData("2018-12-31", null)]
    [InlineData("2019-01-01", FindingOutcome.Warning)]
    [InlineData("2019-12-31", FindingOutcome.Warning)]
    [InlineData("2020-01-01", null)]
    public void A_list_of_2018_is_warned_of_in_2019(string day, FindingOutcome? expected)
    {
        var answer = (Cpf(A, day) with { Branch = Branch("3216") }).Answer();
        Assert.Equal(expected, answer.Outcome("E15"));
        if (Day(day).Year >= 2019) Assert.Equal(Verdict.NotEligible, answer.Verdict);
    }

    [Theory]
    [InlineData("2021-12-31", Verdict.Eligible)]
    [InlineData("2022-01-01", Verdict.NotEligible)]
    public void Authorisations_are_controlled_since_2022(string day, Verdict expected)
    {
        var answer = (Cpf(B, day) with { Provider = new ProviderFacts(Provider, []) }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(expected == Verdict.Eligible ? null : FindingOutcome.NotMet, answer.Outcome("E7"));
    }

    [Theory]
    [InlineData("2025-08-31", Verdict.Eligible)]
    [InlineData("2025-09-01", Verdict.NotEligible)]
    public void An_authorisation_does_through_its_last_day(string day, Verdict expected) =>
        Assert.Equal(expected, (Cpf(B, day) with { Provider = AuthorisedUntil("2025-08-31") }).Answer().Verdict);

    [Theory]
    [InlineData("2019-11-20", null)]
    [InlineData("2019-11-21", FindingOutcome.Unknown)]
    public void Providers_are_on_Mon_Compte_Formation_since_21_November_2019(string day, FindingOutcome? expected) =>
        Assert.Equal(expected, Cpf(O, day).Answer().Outcome("E8"));

    [Theory]
    [InlineData("2026-06-10", null, null)]
    [InlineData("2026-06-11", FindingOutcome.Warning, "sera masquée")]
    [InlineData("2026-10-21", FindingOutcome.Warning, "sera masquée")]
    [InlineData("2026-10-22", FindingOutcome.Warning, "Offre non affichée")]
    public void Blocks_are_declared_since_11_June_2026_and_offers_hidden_since_22_October(string day, FindingOutcome? expected, string? words)
    {
        var answer = (Cpf(Renewed, day) with { BlocksDeclared = false }).Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(expected, answer.Outcome("E9"));
        if (words is not null) Assert.Contains(words, answer.Findings.Of("E9")!.Text.Fr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-29", "RNCP99001", Verdict.Eligible, null)]
    [InlineData("2026-06-30", "RNCP99001", Verdict.Undetermined, FindingOutcome.Unknown)]
    [InlineData("2026-06-30", "RNCP99001BC02", Verdict.Undetermined, FindingOutcome.Unknown)]
    [InlineData("2026-07-01", "RNCP99001", Verdict.Undetermined, FindingOutcome.Unknown)]
    [InlineData("2026-06-30", "RNCP99016", Verdict.Eligible, FindingOutcome.Warning)]
    public void Who_already_holds_it_should_ask_since_30_June_2026(string day, string held, Verdict expected, FindingOutcome? outcome)
    {
        var answer = (Cpf(Renewed, day) with { Held = [held] }).Answer();
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(outcome, answer.Outcome("E10"));
    }

    [Theory]
    [InlineData("2026-06-29", null)]
    [InlineData("2026-06-30", FindingOutcome.Unknown)]
    public void Nobody_is_taken_to_hold_it_already(string day, FindingOutcome? expected)
    {
        var answer = Cpf(B, day).Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(expected, answer.Outcome("E10"));
    }

    [Theory]
    [InlineData("2023-12-31", null)]
    [InlineData("2024-01-01", FindingOutcome.Warning)]
    public void The_examination_is_a_duty_since_2024(string day, FindingOutcome? expected) => Assert.Equal(expected, Cpf(B, day).Answer().Outcome("E11"));

    [Theory]
    [InlineData("2015-01-01")]
    [InlineData("2018-12-31")]
    [InlineData("2019-01-01")]
    [InlineData("2026-11-24")]
    public void Public_agents_always_ask_their_employer(string day)
    {
        var answer = (Cpf(Renewed, day) with { Situation = Situation.PublicAgent }).Answer();
        Assert.Equal(Verdict.Undetermined, answer.Verdict);
        Assert.Equal("E16", Assert.Single(answer.Findings).Rule.Id);
        Assert.Null(answer.Amounts);
    }
}
