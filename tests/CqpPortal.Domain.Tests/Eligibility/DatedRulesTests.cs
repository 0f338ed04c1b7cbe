using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Ways;
using CqpPortal.Domain.Recognition;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Asked;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>A new law is a new row: it changes the answers of its days and of no other.</summary>
public sealed class DatedRulesTests
{
    private const string Today = "2026-11-24";
    private const string Tomorrow = "2026-11-25";

    [Theory]
    [InlineData("2024-06-03", 100.0)]
    [InlineData("2026-11-23", 103.20)]
    [InlineData(Today, 103.20)]
    [InlineData(Tomorrow, 150.0)]
    [InlineData("2027-06-01", 150.0)]
    public void A_contribution_of_150_euros_from_tomorrow_changes_no_answer_of_before(string orderedOn, double contribution)
    {
        var raised = Since(Tomorrow, "P4", row => row with { Id = "P7", Parameters = row.Parameters with { Amount = 150 } });
        var answer = (Cpf(Renewed, orderedOn) with { Price = 1000 }).Answer(raised);
        Assert.Equal((decimal)contribution, answer.Amounts!.Contribution);
        Assert.Equal((decimal)contribution, answer.Amounts.HolderPays);
        Assert.Equal(contribution == 150 ? "P7" : (Cpf(Renewed, orderedOn).Answer().Findings.Of("contribution")!.Rule.Id), answer.Findings.Of("contribution")!.Rule.Id);
    }

    [Theory]
    [InlineData(Today, Verdict.Eligible)]
    [InlineData(Tomorrow, Verdict.NotEligible)]
    public void A_register_that_opens_the_VAE_no_more_closes_it_from_that_day(string appliesOn, Verdict expected)
    {
        var closed = Since(Tomorrow, "V1", row => row with { Parameters = row.Parameters with { Registers = [Register.Rs] } });
        Assert.Equal(expected, Vae(Renewed, appliesOn).Answer(closed).Verdict);
    }

    [Theory]
    [InlineData(Today, Verdict.NotEligible, Tomorrow)]
    [InlineData(Tomorrow, Verdict.Eligible, null)]
    public void A_way_that_opens_tomorrow_is_closed_today_and_says_from_when(string day, Verdict expected, string? opensOn)
    {
        var opened = Since(Tomorrow, "c.6-plan", row => row with { Parameters = row.Parameters with { Situations = [.. row.Parameters.Situations, Situation.Volunteer] } });
        var answer = new WaysQuestion { Certification = A, Day = Day(day), Situation = Situation.Volunteer }.By(Way.Plan, opened);
        Assert.Equal(expected, answer.Verdict);
        Assert.Equal(opensOn is null ? null : Day(opensOn), answer.Findings.Of("c.6-plan")!.MetFrom);
    }

    [Theory]
    [InlineData(Today, "L. 6323-6")]
    [InlineData(Tomorrow, "L. 9999-1")]
    public void A_finding_cites_the_law_of_its_day(string orderedOn, string article)
    {
        var moved = Since(Tomorrow, "E5", row => row with { LegalBasis = "art. L. 9999-1 du code du travail" });
        Assert.Contains(article, Cpf(Renewed, orderedOn).Answer(moved).Findings.Of("E5")!.Rule.LegalBasis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_overlaps_another_of_its_series_is_refused()
    {
        var overlapping = Published.Rules.Single(row => row.Id == "P4") with { Id = "P7", Period = new ValidityPeriod(Day(Tomorrow), null) };
        var refusal = Assert.Throws<ArgumentException>(() => new RuleBook([.. Published.Rules, overlapping], "overlapping"));
        Assert.Contains("P4", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("P7", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_asks_for_a_fact_that_is_not_there_does_not_pass_here()
    {
        var wrong = Since(Tomorrow, "E5", row => row with { Texts = new Dictionary<FindingOutcome, RuleText> { [FindingOutcome.Met] = new("{SuspendedUntil}", "") } });
        Assert.ThrowsAny<Exception>(() => Cpf(Renewed, Tomorrow).Answer(wrong));
    }

    /// <summary>The published rules, with one row that ends the day before and another that takes over.</summary>
    private static RuleBook Since(string day, string rule, Func<DatedRule, DatedRule> change)
    {
        var row = Published.Rules.Single(row => row.Id == rule);
        return new RuleBook(
            [
                .. Published.Rules.Where(other => other != row),
                row with { Period = new ValidityPeriod(row.Period.From, Day(day).AddDays(-1)) },
                change(row) with { Period = new ValidityPeriod(Day(day), null) },
            ], "changed");
    }
}
