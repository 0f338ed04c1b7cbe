using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Cases;
using CqpPortal.Domain.Eligibility.Ways;
using CqpPortal.Domain.Eligibility.Worth;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>The worked cases of the portal's rules, by their numbers: the questions are those of the product, and here is what each shows beside its verdict.</summary>
public sealed class WorkedCasesTests
{
    public static TheoryData<string> Ids => [.. TextbookCases.All.Select(known => known.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_case_of_the_product_has_the_answer_that_it_says(string id)
    {
        var known = Case(id);
        if (known.Worth is { } worth)
        {
            var answer = worth.Answer();
            Assert.Equal(known.ExpectedWorth, new ExpectedWorth(answer.RecognisedIn, answer.BranchRecognised, answer.Level?.Value));
            return;
        }
        Assert.Equal(known.Expected, (known.Cpf?.Answer() ?? known.Vae?.Answer() ?? known.Ways!.By(known.Way!.Value)).Verdict);
    }

    [Fact]
    public void The_product_holds_the_worked_cases_that_are_questions() => Assert.Equal((34, 11, 8, 9), (
        TextbookCases.All.Count(known => known.Cpf is not null), TextbookCases.All.Count(known => known.Vae is not null),
        TextbookCases.All.Count(known => known.Ways is not null), TextbookCases.All.Count(known => known.Worth is not null)));

    [Fact]
    public void Case_01_the_CPF_pays_nothing_that_is_transmitted_only()
    {
        var answer = Case("01").Cpf!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("E4"));
        Assert.Equal("E4", answer.Deciding!.Rule.Id);
        Assert.Null(answer.Amounts);
    }

    [Theory]
    [InlineData("02", Situation.Employee, FindingOutcome.Unknown)]
    [InlineData("02b", Situation.JobSeeker, FindingOutcome.Met)]
    [InlineData("02c", Situation.Young, FindingOutcome.Met)]
    public void Case_02_a_contrat_de_professionnalisation_takes_what_is_transmitted_only(string id, Situation situation, FindingOutcome audience)
    {
        Assert.Equal(situation, Case(id).Ways!.Situation);
        var answer = Case(id).Ways!.By(Way.ContratPro);
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("c.6-certification"));
        Assert.Equal(audience, answer.Outcome("c.6-contrat-pro"));
        Assert.Contains("L. 6314-1", answer.Findings.Of("c.6-contrat-pro")!.Rule.LegalBasis, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Situation.Employee, true, FindingOutcome.Met, Verdict.Eligible)]
    [InlineData(Situation.Employee, false, FindingOutcome.NotMet, Verdict.NotEligible)]
    [InlineData(Situation.JobSeeker, false, FindingOutcome.Met, Verdict.Eligible)]
    public void Age_or_benefits_open_the_contrat_de_professionnalisation_to_whom_the_situation_does_not(Situation situation, bool told, FindingOutcome audience, Verdict verdict)
    {
        var answer = (Case("02").Ways! with { Situation = situation, IsYoungOrOnBenefits = told }).By(Way.ContratPro);
        Assert.Equal((audience, verdict), (answer.Outcome("c.6-contrat-pro"), answer.Verdict));
    }

    [Fact]
    public void Case_03_another_branch_does_not_recognise_what_is_transmitted_only()
    {
        var answer = Case("03").Worth!.Answer();
        Assert.True(answer.Exists);
        Assert.Equal(RecognisedIn.Branches, answer.RecognisedIn);
        Assert.False(answer.BranchRecognised);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("X2"));
        Assert.True(Case("03b").Worth!.Answer().BranchRecognised);
    }

    [Fact]
    public void Case_04_the_holder_pays_the_contribution_of_2025()
    {
        var answer = Case("04").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("E2"));
        Assert.Equal(FindingOutcome.Met, answer.Outcome("P3"));
        Assert.Equal((102.23m, 2897.77m, 102.23m), answer.Shares());
        Assert.Null(answer.Amounts!.Cap);
    }

    [Fact]
    public void Case_05_a_single_block_is_paid_as_well()
    {
        var answer = Case("05").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("E2"));
        Assert.Equal(FindingOutcome.Met, answer.Outcome("P4"));
        Assert.Equal((103.20m, 796.80m, 103.20m), answer.Shares());
    }

    [Fact]
    public void Case_06_the_last_day_counts()
    {
        var answer = Case("06").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("E5"));
    }

    [Fact]
    public void Case_08_an_examination_after_the_end_keeps_the_level()
    {
        var answer = Case("08").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("E6"));
        Assert.Equal(FindingOutcome.Met, answer.Outcome("X6"));
        var worth = Case("08b").Worth!.Answer();
        Assert.Equal(4, worth.Level!.Value.Value);
        Assert.Equal(RecognisedIn.Everywhere, worth.RecognisedIn);
        Assert.Equal(FindingOutcome.Met, worth.Outcome("X6"));
        Assert.Contains("L. 6113-9", worth.Findings.Of("X6")!.Rule.LegalBasis, StringComparison.Ordinal);
    }

    [Fact]
    public void Case_09_after_the_end_the_renewal_is_suggested()
    {
        var answer = Case("09").Cpf!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("E5"));
        Assert.Equal("RNCP99002", answer.Following!.Number.ToString());
    }

    [Fact]
    public void Case_10_an_authorisation_on_the_former_fiche_does_not_do_for_the_renewal()
    {
        var answer = Case("10").Cpf!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("E7"));
        Assert.Equal(FindingOutcome.Met, answer.Outcome("E2"));
        Assert.Equal("E7", Assert.Single(answer.Findings, finding => finding.Outcome == FindingOutcome.NotMet && finding.Bearing != Bearing.Informative).Rule.Id);
        Assert.Equal(Verdict.Eligible, Case("10b").Cpf!.Answer().Verdict);
    }

    [Fact]
    public void Case_11_an_authorisation_on_the_renewal_does()
    {
        var answer = Case("11").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("E2"));
        Assert.Equal(FindingOutcome.Met, answer.Outcome("E7"));
    }

    [Fact]
    public void Case_13_a_registration_counts_from_its_publication()
    {
        var answer = Case("13").Cpf!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        var effect = answer.Findings.Of("X12")!;
        Assert.Equal(FindingOutcome.NotMet, effect.Outcome);
        Assert.Equal(Day("2026-03-05"), effect.MetFrom);
        Assert.Equal("X12", answer.Deciding!.Rule.Id);
        Assert.Equal(Verdict.Eligible, Case("13b").Cpf!.Answer().Verdict);
    }

    [Fact]
    public void Case_14_nothing_is_capped_the_day_before_the_cap()
    {
        var answer = Case("14").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("E3"));
        Assert.Equal(FindingOutcome.Met, answer.Outcome("P4"));
        Assert.Equal((103.20m, 1996.80m, 103.20m), answer.Shares());
        Assert.Null(answer.Amounts!.Cap);
    }

    [Fact]
    public void Case_16_a_price_under_the_cap_is_not_touched_by_it()
    {
        var answer = Case("16").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal((103.20m, 1096.80m, 103.20m), answer.Shares());
        Assert.Equal(1500, answer.Amounts!.Cap);
    }

    [Fact]
    public void Case_18_a_job_seeker_pays_no_contribution()
    {
        var answer = Case("18").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal((0m, 2000m, 0m), answer.Shares());
    }

    [Fact]
    public void Case_19_money_of_the_Region_does_not_exempt()
    {
        var answer = Case("19").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal((102.23m, 1597.77m, 102.23m), answer.Shares());
        Assert.Equal(300, answer.Amounts!.TopUp);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("contribution"));
    }

    [Fact]
    public void Case_20_no_contribution_is_due_on_1_May_2024() => AssertContribution("20", ("2024-05-01", "P1", 0));

    [Fact]
    public void Case_21_the_contribution_begins_on_2_May_2024() => AssertContribution("21", ("2024-05-02", "P2", 100));

    [Theory]
    [InlineData("23", "2025-12-31", "P3", 102.23)]
    [InlineData("23b", "2026-01-01", "P4", 103.20)]
    public void Case_23_the_contribution_changes_with_the_year(string id, string orderedOn, string rule, double contribution) =>
        AssertContribution(id, (orderedOn, rule, contribution));

    [Fact]
    public void Case_24_a_rise_that_nobody_saw_published_is_a_warning()
    {
        AssertContribution("24", ("2026-11-23", "P4", 103.20));
        var answer = Case("24").Cpf!.Answer();
        Assert.Equal(FindingOutcome.Warning, answer.Outcome("P5"));
        Assert.Equal(Confidence.Low, answer.Findings.Of("P5")!.Rule.Confidence);
        Assert.Contains("150 €", answer.Findings.Of("P5")!.Text.Fr.Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.Equal(Verdict.Eligible, answer.Verdict);
    }

    [Fact]
    public void Case_25_the_list_of_the_branch_opened_the_CPF_before_2019()
    {
        var answer = Case("25").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("E1b"));
        Assert.Equal(Verdict.NotEligible, Case("25b").Cpf!.Answer().Verdict);
    }

    [Fact]
    public void Case_27_before_2019_a_list_was_needed_even_in_the_RNCP()
    {
        var answer = Case("27").Cpf!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("E1b"));
    }

    [Fact]
    public void Case_28_since_2019_no_list_is_needed()
    {
        var answer = Case("28").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("E2"));
        Assert.Null(answer.Outcome("E1b"));
    }

    [Fact]
    public void Case_30_the_CNCP_gave_a_CQP_no_level()
    {
        var answer = Case("30").Worth!.Answer();
        Assert.Null(answer.Level);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("X5"));
    }

    [Fact]
    public void Case_31_an_award_has_the_level_of_the_fiche()
    {
        var answer = Case("31").Worth!.Answer();
        Assert.Equal(4, answer.Level!.Value.Value);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("X4"));
    }

    [Fact]
    public void Case_32_no_duration_of_experience_is_asked_since_2024()
    {
        var answer = Case("32").Vae!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("V1"));
        Assert.Equal(FindingOutcome.Met, answer.Outcome("V5"));
    }

    [Fact]
    public void Case_33_a_year_of_experience_was_asked_in_2021()
    {
        var answer = Case("33").Vae!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("V3"));
        Assert.Equal(12, answer.Findings.Of("V3")!.Facts.Single(fact => fact.Name == FactName.NeededMonths).Value);
    }

    [Fact]
    public void Case_35_three_years_of_experience_were_asked_in_May_2016()
    {
        var answer = Case("35").Vae!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("V2"));
        Assert.Equal(36, answer.Findings.Of("V2")!.Facts.Single(fact => fact.Name == FactName.NeededMonths).Value);
    }

    [Fact]
    public void Case_36_two_years_were_enough_in_October_2017()
    {
        var answer = Case("36").Vae!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("V3"));
    }

    [Fact]
    public void Case_37_what_is_in_the_RS_is_not_obtained_by_VAE()
    {
        var answer = Case("37").Vae!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("V1"));
    }

    [Fact]
    public void Case_38_what_is_transmitted_only_is_not_obtained_by_VAE_and_the_branch_is_pointed_to()
    {
        var answer = Case("38").Vae!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal("V1", answer.Deciding!.Rule.Id);
        Assert.Contains("CPNE", answer.Deciding.Text.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Case_41_the_CPF_pays_a_VAE_once_its_holder_is_registered_on_France_VAE()
    {
        var answer = Case("41").Vae!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("V8"));
        Assert.Equal(Verdict.Eligible, Case("41b").Vae!.Answer().Verdict);
    }

    [Fact]
    public void Case_42_a_second_file_of_the_year_aims_at_a_block()
    {
        var refused = Case("42").Vae!.Answer();
        Assert.Equal(Verdict.NotEligible, refused.Verdict);
        Assert.Equal(FindingOutcome.NotMet, refused.Outcome("V6"));
        Assert.Equal(Day("2026-01-01"), refused.Findings.Of("V6")!.MetFrom);
        Assert.Equal(Verdict.Eligible, Case("42b").Vae!.Answer().Verdict);
    }

    [Fact]
    public void Case_43_silence_admits()
    {
        var answer = Case("43").Vae!.Answer();
        Assert.Equal(FindingOutcome.Met, answer.Outcome("V7"));
        Assert.Equal(Verdict.Eligible, answer.Verdict);
    }

    [Theory]
    [InlineData("44", Situation.Young)]
    [InlineData("44b", Situation.Employee)]
    public void Case_44_apprenticeship_is_not_open_to_a_CQP(string id, Situation situation)
    {
        Assert.Equal(situation, Case(id).Ways!.Situation);
        var answer = Case(id).Ways!.By(Way.Apprentissage);
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("c.6-apprentissage"));
        Assert.Contains("titre à finalité professionnelle", answer.Deciding!.Text.Fr, StringComparison.Ordinal);
        Assert.Contains("contrat de professionnalisation", answer.Deciding.Text.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Case_45_a_periode_de_reconversion_takes_what_is_transmitted_only()
    {
        var answer = Case("45").Ways!.By(Way.Reconversion);
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Met, answer.Outcome("c.6-reconversion"));
    }

    [Fact]
    public void Case_47_a_projet_de_transition_asks_for_a_registration()
    {
        var a = Case("47").Ways!.By(Way.Ptp);
        Assert.Equal(Verdict.NotEligible, a.Verdict);
        Assert.Equal(FindingOutcome.NotMet, a.Outcome("c.6-ptp-certification"));
        var b = Case("47b").Ways!.By(Way.Ptp);
        Assert.Equal(Verdict.Eligible, b.Verdict);
        Assert.Equal(FindingOutcome.Met, b.Outcome("c.6-ptp-certification"));
        Assert.Equal(FindingOutcome.Met, b.Outcome("c.6-ptp-change"));
    }

    [Fact]
    public void Case_48_an_authorisation_that_was_taken_back_no_longer_does()
    {
        var answer = Case("48").Cpf!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("E7"));
        Assert.Equal("Supprimé", answer.Findings.Of("E7")!.Facts.Single(fact => fact.Name == FactName.Habilitation).Value);
    }

    [Theory]
    [InlineData("51", "0044", true)]
    [InlineData("51b", "1938", true)]
    [InlineData("51c", "3216", false)]
    public void Case_51_a_CQPI_counts_in_each_of_its_branches(string id, string branch, bool recognised)
    {
        Assert.Equal(branch, Case(id).Worth!.Branch!.ToString());
        var answer = Case(id).Worth!.Answer();
        Assert.Equal(recognised, answer.BranchRecognised);
        Assert.Equal(recognised ? FindingOutcome.Met : FindingOutcome.NotMet, answer.Outcome("X2"));
    }

    [Fact]
    public void Case_52_a_CQPI_of_a_single_branch_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Certification(CertificationKind.Cqpi, "operateur-de-maintenance", "Opérateur de maintenance", [new OwningBranch(Branch("0044"))]));

    [Fact]
    public void Case_54_an_offer_without_declared_blocks_is_a_warning()
    {
        var answer = Case("54").Cpf!.Answer();
        Assert.Equal(FindingOutcome.Warning, answer.Outcome("E9"));
        Assert.StartsWith("Offre non affichée", answer.Findings.Of("E9")!.Text.Fr, StringComparison.Ordinal);
        Assert.Equal(Verdict.Eligible, answer.Verdict);
    }

    [Fact]
    public void Case_55_the_account_closes_with_a_full_rate_pension()
    {
        var answer = Case("55").Cpf!.Answer();
        Assert.Equal(Verdict.NotEligible, answer.Verdict);
        Assert.Equal("E0", answer.Deciding!.Rule.Id);
    }

    [Fact]
    public void Case_56_CleA_escapes_the_cap()
    {
        var answer = Case("56").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Null(answer.Amounts!.Cap);
        Assert.Equal((103.20m, 1796.80m, 103.20m), answer.Shares());
        Assert.Equal(FindingOutcome.NotMet, answer.Outcome("K1"));
    }

    [Fact]
    public void Case_58_who_began_before_the_abolition_may_finish()
    {
        var answer = Case("58").Cpf!.Answer();
        Assert.Equal(Verdict.Eligible, answer.Verdict);
        Assert.Equal(FindingOutcome.Warning, answer.Outcome("b.6"));
        Assert.Equal(4, Case("58b").Worth!.Answer().Level!.Value.Value);
        Assert.Equal(Verdict.EligibleUnderConditions, Case("58c").Cpf!.Answer().Verdict);
    }

    [Fact]
    public void Case_59_a_registration_of_six_years_is_refused() =>
        Assert.Throws<ArgumentException>(() => Registered("RNCP99099", 4, ("2026-03-01", "2026-03-01", "2032-03-01")));

    [Fact]
    public void Case_61_what_the_account_lacks_holds_the_contribution()
    {
        var answer = Case("61").Cpf!.Answer();
        Assert.Equal((100m, 750m, 250m), answer.Shares());
    }

    [Fact]
    public void Case_63_a_price_under_the_contribution_is_all_the_holder_pays()
    {
        var answer = Case("63").Cpf!.Answer();
        Assert.Equal((100m, 0m, 75m), answer.Shares());
    }

    [Theory]
    [InlineData("f1", 1100, 1000, 900, 100)]
    [InlineData("f2", 950, 1000, 900, 100)]
    public void The_official_examples_of_the_formula_hold(string id, double balance, double price, double account, double holder)
    {
        Assert.Equal(((decimal)price, (decimal)balance), (Case(id).Cpf!.Price, Case(id).Cpf!.Balance));
        var answer = Case(id).Cpf!.Answer();
        Assert.Equal((100m, (decimal)account, (decimal)holder), answer.Shares());
    }

    private static void AssertContribution(string id, (string OrderedOn, string Rule, double Amount) expected)
    {
        Assert.Equal(Day(expected.OrderedOn), Case(id).Cpf!.OrderedOn);
        var answer = Case(id).Cpf!.Answer();
        Assert.Equal(expected.Rule, answer.Findings.Of("contribution")!.Rule.Id);
        Assert.Equal((decimal)expected.Amount, answer.Amounts!.Contribution);
        Assert.Equal(Verdict.Eligible, answer.Verdict);
    }
}
