using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Ways;
using CqpPortal.Domain.Eligibility.Worth;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Asked;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>The matrix of what each kind of certification is good for, on a day of 2026: transmitted only, in the RS, in the RNCP, in either once.</summary>
public sealed class MatrixTests
{
    private const string Today = "2026-11-24";

    private static readonly CertificationFacts ExpiredRs = Of("2020-10-01", "3248", Registered("RS99021", null, ("2021-06-30", "2021-07-01", "2026-06-30"))) with { Routes = [] };

    private static readonly Dictionary<string, CertificationFacts> Columns = new()
    {
        ["transmitted only"] = A,
        ["RS active"] = R,
        ["RNCP active"] = Renewed,
        ["RNCP expired"] = WithoutRenewal,
        ["RS expired"] = ExpiredRs,
    };

    private static readonly Dictionary<string, Func<CertificationFacts, Verdict>> Rows = new()
    {
        ["CPF training"] = facts => Cpf(facts, Today).Answer().Verdict,
        ["CPF for one block"] = facts => (Cpf(facts, Today) with { Block = $"{facts.RegistrationOn(Day(Today))?.Number}BC02" }).Answer().Verdict,
        ["VAE"] = facts => Vae(facts, Today).Answer().Verdict,
        ["VAE admissible before the end"] = facts => (Vae(facts, "2026-05-04") with { AdmissibleOn = Day("2026-06-30"), JuryOn = Day(Today) }).Answer().Verdict,
        ["plan"] = facts => Prepared(facts, Way.Plan, Today).Verdict,
        ["contrat de professionnalisation"] = facts => Prepared(facts, Way.ContratPro, Today, Situation.JobSeeker).Verdict,
        ["reconversion"] = facts => Prepared(facts, Way.Reconversion, Today).Verdict,
        ["PTP"] = facts => Prepared(facts, Way.Ptp, Today).Verdict,
        ["apprenticeship"] = facts => Prepared(facts, Way.Apprentissage, Today, Situation.Young).Verdict,
    };

    /// <summary>✔ yes, ≈ under conditions, ✘ no; a block of what has none is a no.</summary>
    [Theory]
    [InlineData("CPF training", "✘ ✔ ✔ ✘ ✘")]
    [InlineData("CPF for one block", "✘ ✘ ✔ ✘ ✘")]
    [InlineData("VAE", "✘ ✘ ✔ ✘ ✘")]
    [InlineData("VAE admissible before the end", "✘ ✘ ✔ ✔ ✘")]
    [InlineData("plan", "✔ ✔ ✔ ✔ ✔")]
    [InlineData("contrat de professionnalisation", "✔ ✔ ✔ ✔ ✔")]
    [InlineData("reconversion", "✔ ✔ ✔ ✔ ✔")]
    [InlineData("PTP", "✘ ≈ ✔ ✘ ✘")]
    [InlineData("apprenticeship", "✘ ✘ ✘ ✘ ✘")]
    public void Each_use_is_open_to_its_columns_only(string row, string expected) =>
        Assert.Equal(expected, string.Join(' ', Columns.Values.Select(facts => Rows[row](facts) switch
        {
            Verdict.Eligible => '✔',
            Verdict.EligibleUnderConditions => '≈',
            Verdict.NotEligible => '✘',
            _ => '?',
        })));

    [Theory]
    [InlineData("transmitted only", RecognisedIn.Branches)]
    [InlineData("RS active", RecognisedIn.Everywhere)]
    [InlineData("RNCP active", RecognisedIn.Everywhere)]
    [InlineData("RNCP expired", RecognisedIn.Branches)]
    [InlineData("RS expired", RecognisedIn.Branches)]
    public void Another_branch_recognises_what_is_registered(string column, RecognisedIn expected)
    {
        var answer = (Worth(Columns[column], Today) with { Branch = Branch("1486") }).Answer();
        Assert.Equal(expected, answer.RecognisedIn);
        Assert.Equal(expected == RecognisedIn.Everywhere, answer.BranchRecognised);
        Assert.Equal(column == "RS active", answer.Outcome("X7") is not null);
    }

    [Theory]
    [InlineData("RNCP expired")]
    [InlineData("RS expired")]
    public void Who_was_awarded_it_in_time_keeps_the_recognition(string column)
    {
        var answer = (Worth(Columns[column], Today) with { Branch = Branch("1486"), AwardedOn = Day("2026-06-30") }).Answer();
        Assert.Equal(RecognisedIn.Everywhere, answer.RecognisedIn);
        Assert.True(answer.BranchRecognised);
        Assert.Null(answer.Outcome("X2"));
    }

    [Theory]
    [InlineData("transmitted only", null, null)]
    [InlineData("RS active", null, null)]
    [InlineData("RNCP active", null, 4)]
    [InlineData("RNCP expired", null, null)]
    [InlineData("RNCP expired", "2026-06-30", 4)]
    [InlineData("RNCP expired", "2026-07-01", null)]
    [InlineData("RS expired", "2026-06-30", null)]
    public void The_level_is_that_of_the_RNCP_and_kept_by_who_began_in_time(string column, string? startedOn, int? level) =>
        Assert.Equal(level, Awarded(Columns[column], Today, startedOn).Answer().Level?.Value);

    [Theory]
    [InlineData("RS active", 1500)]
    [InlineData("RNCP active", null)]
    public void Own_rights_are_capped_in_the_RS_only(string column, int? cap) => Assert.Equal(cap, Cpf(Columns[column], Today).Answer().Amounts!.Cap);
}
