using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Worth;
using CqpPortal.Domain.Recognition;
using Xunit;
using static CqpPortal.Domain.Tests.Eligibility.Asked;
using static CqpPortal.Domain.Tests.Eligibility.Textbook;

namespace CqpPortal.Domain.Tests.Eligibility;

/// <summary>Existence, recognition and level on both sides of every date of c.1.</summary>
public sealed class WorthBoundaryDaysTests
{
    private static readonly CertificationFacts NeverSent = Of("2005-01-10", "3248") with { Recognition = new RecognitionFacts { CreatedOn = Day("2005-01-10") } };

    /// <summary>In what became the RS before the reform, for as long as the RS.</summary>
    private static readonly CertificationFacts OldInventory = Of("2014-01-10", "3248", Registered("RS99022", null, ("2016-01-01", "2016-01-01", "2020-12-31"))) with { Routes = [] };

    [Theory]
    [InlineData("2012-07-01", false)]
    [InlineData("2012-07-02", true)]
    [InlineData("2018-12-31", true)]
    [InlineData("2019-01-01", false)]
    [InlineData("2019-01-31", false)]
    [InlineData("2019-02-01", true)]
    public void A_CQP_exists_once_sent_to_the_authority_of_the_day(string day, bool exists)
    {
        var answer = Worth(A, day).Answer();
        Assert.Equal(exists, answer.Exists);
        Assert.Equal(exists ? FindingOutcome.Met : FindingOutcome.NotMet, answer.Outcome(Day(day).Year < 2019 ? "X1b" : "X1"));
        Assert.Null(answer.Outcome(Day(day).Year < 2019 ? "X1" : "X1b"));
        Assert.Equal(exists ? RecognisedIn.Branches : RecognisedIn.Nowhere, answer.RecognisedIn);
    }

    [Theory]
    [InlineData("2009-11-25", true, null)]
    [InlineData("2009-11-26", false, FindingOutcome.NotMet)]
    public void A_CQP_had_to_be_sent_to_the_CNCP_from_26_November_2009(string day, bool exists, FindingOutcome? expected)
    {
        var answer = Worth(NeverSent, day).Answer();
        Assert.Equal(exists, answer.Exists);
        Assert.Equal(expected, answer.Outcome("X1b"));
    }

    [Theory]
    [InlineData("2020-01-14", false)]
    [InlineData("2020-01-15", true)]
    public void A_CQPI_counts_in_its_branches_from_its_sending(string day, bool recognised) =>
        Assert.Equal(recognised, (Worth(I, day) with { Branch = Branch("1938") }).Answer().BranchRecognised);

    [Theory]
    [InlineData("2025-04-30", true)]
    [InlineData("2025-05-01", false)]
    public void An_abolished_CQP_without_a_registration_counts_no_more(string day, bool exists)
    {
        var answer = Worth(A with { Recognition = A.Recognition with { SuppressedOn = Day("2025-05-01") } }, day).Answer();
        Assert.Equal(exists, answer.Exists);
        Assert.Equal(exists ? RecognisedIn.Branches : RecognisedIn.Nowhere, answer.RecognisedIn);
    }

    [Theory]
    [InlineData("2018-12-31", null, "X5")]
    [InlineData("2019-01-01", 4, "X4")]
    public void Levels_began_with_the_registrations_of_2019(string decidedOn, int? level, string rule)
    {
        var certification = Of("2014-01-10", "3248", Registered("RNCP30001", level, (decidedOn, "2019-01-01", "2023-12-31")));
        var answer = Awarded(certification, "2020-06-01").Answer();
        Assert.Equal(level, answer.Level?.Value);
        Assert.NotNull(answer.Outcome(rule));
        Assert.Null(answer.Outcome(rule == "X4" ? "X5" : "X4"));
    }

    [Theory]
    [InlineData("2018-12-31", null)]
    [InlineData("2019-01-01", FindingOutcome.NotMet)]
    public void The_RS_began_with_2019(string day, FindingOutcome? expected) => Assert.Equal(expected, Worth(OldInventory, day).Answer().Outcome("X7"));

    [Theory]
    [InlineData("2018-12-31", null)]
    [InlineData("2019-01-01", FindingOutcome.Met)]
    public void Who_began_in_time_is_protected_since_2019(string awardedOn, FindingOutcome? expected)
    {
        var ended = Of("2010-01-10", "0292", Registered("RNCP9005", null, ("2014-01-01", "2014-01-01", "2018-06-30")));
        Assert.Equal(expected, Awarded(ended, awardedOn, startedOn: "2018-06-30").Answer().Outcome("X6"));
    }

    [Theory]
    [InlineData("2031-07-01", true)]
    [InlineData("2031-07-02", false)]
    public void A_registration_lasts_five_years_at_most(string endsOn, bool accepted)
    {
        Registration Ending() => Registered("RNCP99098", 4, ("2026-06-30", "2026-07-01", endsOn));
        if (accepted) Assert.Equal(Day(endsOn), Ending().EndsOn);
        else Assert.Throws<ArgumentException>(Ending);
    }
}
