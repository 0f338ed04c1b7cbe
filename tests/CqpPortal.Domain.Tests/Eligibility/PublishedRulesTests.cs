using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Rules;
using CqpPortal.Domain.Recognition;
using Xunit;

namespace CqpPortal.Domain.Tests.Eligibility;

public sealed partial class PublishedRulesTests
{
    private static readonly RuleBook Book = new(PublishedRules.Read(), "published");

    [Theory]
    [InlineData(RuleTopic.Worth, "X1 X1b X2 X3 X4 X5 X6 X7 X8 X9 X10 X11 X12 X13 b.2 b.6")]
    [InlineData(RuleTopic.Cpf, "E0 E1a E1b E1c E2 E3 E4 E5 E6 E7 E8 E9 E10 E11 E12 E13 E14 E15 E16")]
    [InlineData(RuleTopic.Payment, "P1 P2 P3 P4 P5 P6 P-formule P-alim K1 K2 K3 K4")]
    [InlineData(RuleTopic.Vae, "V1 V1b V1c V2 V3 V4 V5 V5b V6 V7 V8 V9 V10 V11")]
    [InlineData(RuleTopic.Ways, "c.6-plan c.6-cpf c.6-contrat-pro c.6-apprentissage c.6-pro-a c.6-reconversion c.6-ptp c.6-poe c.6-aif c.6-vae c.6-certification "
        + "c.6-contrat-pro-route c.6-pro-a-certification c.6-ptp-certification c.6-ptp-seniority c.6-ptp-change c.6-aif-adviser")]
    public void Every_rule_of_the_tables_is_there(RuleTopic topic, string ids) =>
        Assert.Equal(ids.Split(' ').Order(), Book.Rules.Where(rule => rule.Topic == topic).Select(rule => rule.Id).Distinct().Order());

    [Theory]
    [InlineData("X1", "2018-12-31", null)]
    [InlineData("X1", "2019-01-01", "X1")]
    [InlineData("X1b", "2009-11-25", null)]
    [InlineData("X1b", "2009-11-26", "X1b")]
    [InlineData("X1b", "2018-12-31", "X1b")]
    [InlineData("X1b", "2019-01-01", null)]
    [InlineData("X4", "2018-12-31", null)]
    [InlineData("X4", "2019-01-01", "X4")]
    [InlineData("X5", "2018-12-31", "X5")]
    [InlineData("X5", "2019-01-01", null)]
    [InlineData("X8", "2019-01-09", null)]
    [InlineData("X8", "2019-01-10", "X8")]
    [InlineData("X10", "2025-09-30", null)]
    [InlineData("X10", "2025-10-01", "X10")]
    [InlineData("X11", "2025-09-30", null)]
    [InlineData("X11", "2025-10-01", "X11")]
    [InlineData("X13", "2018-12-31", "X13")]
    [InlineData("X13", "2019-01-01", null)]
    [InlineData("E1a", "2014-12-31", null)]
    [InlineData("E1a", "2015-01-01", "E1a")]
    [InlineData("E1a", "2018-12-31", "E1a")]
    [InlineData("E1a", "2019-01-01", null)]
    [InlineData("E1b", "2014-12-31", null)]
    [InlineData("E1b", "2015-01-01", "E1b")]
    [InlineData("E1b", "2018-12-31", "E1b")]
    [InlineData("E1b", "2019-01-01", null)]
    [InlineData("E1c", "2018-12-31", "E1c")]
    [InlineData("E1c", "2019-01-01", null)]
    [InlineData("E2", "2018-12-31", null)]
    [InlineData("E2", "2019-01-01", "E2")]
    [InlineData("E3", "2018-12-31", null)]
    [InlineData("E3", "2019-01-01", "E3")]
    [InlineData("E4", "2018-12-31", null)]
    [InlineData("E4", "2019-01-01", "E4")]
    [InlineData("E5", "2018-12-31", null)]
    [InlineData("E5", "2019-01-01", "E5")]
    [InlineData("E7", "2021-12-31", null)]
    [InlineData("E7", "2022-01-01", "E7")]
    [InlineData("E8", "2019-11-20", null)]
    [InlineData("E8", "2019-11-21", "E8")]
    [InlineData("E9", "2026-06-10", null)]
    [InlineData("E9", "2026-06-11", "E9")]
    [InlineData("E9", "2026-10-21", "E9")]
    [InlineData("E9", "2026-10-22", "E9")]
    [InlineData("E10", "2026-06-29", null)]
    [InlineData("E10", "2026-06-30", "E10")]
    [InlineData("E11", "2023-12-31", null)]
    [InlineData("E11", "2024-01-01", "E11")]
    [InlineData("E14", "2026-02-25", null)]
    [InlineData("E14", "2026-02-26", "E14")]
    [InlineData("E15", "2018-12-31", null)]
    [InlineData("E15", "2019-01-01", "E15")]
    [InlineData("E15", "2019-12-31", "E15")]
    [InlineData("E15", "2020-01-01", null)]
    [InlineData("contribution", "2019-11-20", null)]
    [InlineData("contribution", "2019-11-21", "P1")]
    [InlineData("contribution", "2024-05-01", "P1")]
    [InlineData("contribution", "2024-05-02", "P2")]
    [InlineData("contribution", "2024-12-31", "P2")]
    [InlineData("contribution", "2025-01-01", "P3")]
    [InlineData("contribution", "2025-12-31", "P3")]
    [InlineData("contribution", "2026-01-01", "P4")]
    [InlineData("P5", "2026-02-10", null)]
    [InlineData("P5", "2026-02-11", "P5")]
    [InlineData("P6", "2026-12-31", null)]
    [InlineData("P6", "2027-01-01", "P6")]
    [InlineData("K1", "2026-02-25", null)]
    [InlineData("K1", "2026-02-26", "K1")]
    [InlineData("K2", "2026-02-25", null)]
    [InlineData("K2", "2026-02-26", "K2")]
    [InlineData("K3", "2026-02-25", null)]
    [InlineData("K3", "2026-02-26", "K3")]
    [InlineData("K4", "2026-02-25", null)]
    [InlineData("K4", "2026-02-26", "K4")]
    [InlineData("experience", "2002-01-17", null)]
    [InlineData("experience", "2002-01-18", "V2")]
    [InlineData("experience", "2016-08-09", "V2")]
    [InlineData("experience", "2016-08-10", "V3")]
    [InlineData("experience", "2022-12-22", "V3")]
    [InlineData("experience", "2022-12-23", "V4")]
    [InlineData("experience", "2023-12-31", "V4")]
    [InlineData("experience", "2024-01-01", "V5")]
    [InlineData("V5b", "2023-12-31", null)]
    [InlineData("V5b", "2024-01-01", "V5b")]
    [InlineData("V5b", "2024-12-31", "V5b")]
    [InlineData("V5b", "2025-01-01", null)]
    [InlineData("V6", "2023-12-31", null)]
    [InlineData("V6", "2024-01-01", "V6")]
    [InlineData("V6-others", "2023-12-31", null)]
    [InlineData("V6-others", "2024-01-01", "V6")]
    [InlineData("V7", "2023-12-31", null)]
    [InlineData("V7", "2024-01-01", "V7")]
    [InlineData("V8", "2025-07-31", null)]
    [InlineData("V8", "2025-08-01", "V8")]
    [InlineData("V9", "2025-07-31", "V9")]
    [InlineData("V9", "2025-08-01", null)]
    [InlineData("V11", "2023-12-31", null)]
    [InlineData("V11", "2024-01-01", "V11")]
    public void A_row_holds_from_its_first_to_its_last_day(string series, string day, string? id) => Assert.Equal(id, OnDay(series, day)?.Id);

    [Theory]
    [InlineData("2019-11-21", "0")]
    [InlineData("2024-05-01", "0")]
    [InlineData("2024-05-02", "100.00")]
    [InlineData("2024-12-31", "100.00")]
    [InlineData("2025-01-01", "102.23")]
    [InlineData("2025-12-31", "102.23")]
    [InlineData("2026-01-01", "103.20")]
    public void The_holder_owes_the_amount_of_the_day(string day, string euros) =>
        Assert.Equal(decimal.Parse(euros, CultureInfo.InvariantCulture), OnDay("contribution", day)!.Parameters.Amount);

    [Fact]
    public void Job_seekers_and_four_sources_of_money_exempt_from_the_contribution() =>
        Assert.All(Book.Rules.Where(rule => rule.Id is "P2" or "P3" or "P4"), rule =>
        {
            Assert.Equal([Situation.JobSeeker], rule.Parameters.Situations);
            Assert.Equal([TopUpSource.Employer, TopUpSource.Opco, TopUpSource.C2p, TopUpSource.AtMp], rule.Parameters.TopUps);
        });

    [Fact]
    public void Rights_pay_1500_euros_at_most_in_the_specific_register()
    {
        var cap = OnDay("K1", "2026-02-26")!.Parameters;
        Assert.Equal((1500m, Register.Rs), (cap.Cap, Assert.Single(cap.Registers)));
        Assert.Equal(Register.Rncp, Assert.Single(OnDay("K2", "2026-02-26")!.Parameters.Registers));
    }

    [Theory]
    [InlineData("2016-08-09", 36, null)]
    [InlineData("2016-08-10", 12, 36)]
    [InlineData("2017-09-30", 12, 36)]
    [InlineData("2017-10-01", 12, null)]
    [InlineData("2022-12-22", 12, null)]
    [InlineData("2022-12-23", 0, 12)]
    [InlineData("2023-12-31", 0, 12)]
    [InlineData("2024-01-01", 0, null)]
    public void A_VAE_takes_the_months_of_the_day(string day, int months, int? ofDecree)
    {
        var parameters = OnDay("experience", day)!.Parameters;
        Assert.Equal((months, ofDecree), (parameters.Months, parameters.MonthsOfDecree));
    }

    [Fact]
    public void One_file_a_year_on_a_certification_and_three_on_different_ones() =>
        Assert.Equal((1, 3), (OnDay("V6", "2024-01-01")!.Parameters.Files, OnDay("V6-others", "2024-01-01")!.Parameters.Files));

    [Theory]
    [InlineData("c.6-pro-a", "2025-12-31", true)]
    [InlineData("c.6-pro-a", "2026-01-01", false)]
    [InlineData("c.6-reconversion", "2025-12-31", false)]
    [InlineData("c.6-reconversion", "2026-01-01", true)]
    [InlineData("c.6-reconversion", "2026-02-01", true)]
    [InlineData("c.6-apprentissage", "2026-11-24", false)]
    [InlineData("c.6-plan", "2026-11-24", true)]
    [InlineData("c.6-ptp", "2026-11-24", true)]
    [InlineData("c.6-poe", "2026-11-24", false)]
    public void Employees_have_the_ways_of_the_day(string series, string day, bool isOpen) =>
        Assert.Equal(isOpen, OnDay(series, day)!.Parameters.Situations.Contains(Situation.Employee));

    [Theory]
    [InlineData("2026-01-31", true)]
    [InlineData("2026-02-01", false)]
    public void The_reconversion_is_in_the_law_before_it_works(string day, bool warns) =>
        Assert.Equal(warns, OnDay("c.6-reconversion", day)!.Texts.ContainsKey(FindingOutcome.Warning));

    [Theory]
    [InlineData("2026-10-21", "22 octobre 2026")]
    [InlineData("2026-10-22", "non affichée")]
    public void An_offer_without_its_blocks_is_first_warned_then_hidden(string day, string words) =>
        Assert.Contains(words, OnDay("E9", day)!.TextFor(FindingOutcome.Warning).Fr, StringComparison.Ordinal);

    [Theory]
    [InlineData("E9 E10 E15 P5 K3 c.6-pro-a-certification", Confidence.Low)]
    [InlineData("X12 b.6 E5 E8 E11 E16 K4 V1b c.6-certification", Confidence.Medium)]
    [InlineData("X1 X2 X4 X6 E2 E3 E4 E7 P1 P2 P3 P4 K1 K2 V1 V2 V4 V5 V6 V7 V8 c.6-apprentissage c.6-reconversion c.6-ptp", Confidence.High)]
    public void Confidence_is_that_of_the_tables(string ids, Confidence confidence) =>
        Assert.All(ids.Split(' ').SelectMany(id => Book.Rules.Where(rule => rule.Id == id)), rule => Assert.Equal(confidence, rule.Confidence));

    [Fact]
    public void What_the_law_leaves_open_says_that_it_must_be_checked() =>
        Assert.All(Book.Rules.Where(rule => rule.Confidence == Confidence.Low), rule => Assert.All(TextsOf(rule), text =>
        {
            Assert.Contains("vérifi", text.Fr, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("check", text.En, StringComparison.OrdinalIgnoreCase);
        }));

    [Fact]
    public void Every_text_stands_in_both_languages_in_one_or_two_short_sentences() =>
        Assert.All(Book.Rules, rule => Assert.All(TextsOf(rule).SelectMany(text => new[] { text.Fr, text.En }), text =>
        {
            var sentences = SentenceEnd().Split(text);
            Assert.InRange(sentences.Length, 1, 2);
            Assert.All(sentences, sentence =>
            {
                Assert.Matches(@"[.?]$", sentence);
                Assert.InRange(sentence.Split(' ').Count(word => word.Any(char.IsLetterOrDigit)), 2, 25);
            });
        }));

    [Fact]
    public void An_unknown_is_a_question() =>
        Assert.All(Book.Rules.Where(rule => rule.Texts.ContainsKey(FindingOutcome.Unknown)), rule =>
        {
            Assert.Contains(" ?", rule.Texts[FindingOutcome.Unknown].Fr, StringComparison.Ordinal);
            Assert.Contains('?', rule.Texts[FindingOutcome.Unknown].En);
        });

    [Fact]
    public void French_has_typographic_apostrophes_and_no_source_is_a_code_of_ours() =>
        Assert.All(Book.Rules, rule => Assert.All([.. TextsOf(rule).SelectMany(text => new[] { text.Fr, text.En }), rule.LegalBasis, rule.Source], text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text));
            Assert.DoesNotContain('\'', text);
            Assert.DoesNotMatch(@"\bS\d{2}[a-z]?\b", text);
        }));

    [Fact]
    public void Braces_hold_names_of_facts_and_the_same_in_both_languages() =>
        Assert.All(Book.Rules, rule => Assert.All(TextsOf(rule), text =>
        {
            Assert.All(NamesIn(text.Fr), name => Assert.True(Enum.TryParse<FactName>(name, out _), name));
            Assert.Equal(NamesIn(text.Fr).Order(), NamesIn(text.En).Order());
        }));

    [Fact]
    public void An_explanation_needs_no_facts() => Assert.All(Book.Rules, rule => Assert.Empty(NamesIn(rule.Explanation.Fr)));

    [Fact]
    public void Identifiers_fit_the_database() => Assert.All(Book.Rules, rule => Assert.InRange(rule.Id.Length, 1, DatedRule.MaxIdLength));

    [Fact]
    public void Two_rows_of_a_series_never_share_a_day()
    {
        var rule = OnDay("contribution", "2026-01-01")!;
        var next = rule with { Id = "P7", Period = new ValidityPeriod(new DateOnly(2027, 1, 1), null) };
        Assert.Throws<ArgumentException>(() => new RuleBook([.. Book.Rules, next], "overlapping"));
        var closed = rule with { Period = new ValidityPeriod(rule.Period.From, new DateOnly(2026, 12, 31)) };
        var later = new RuleBook([.. Book.Rules.Where(row => row != rule), closed, next], "later");
        Assert.Equal(("P4", "P7"), (later.InForce("contribution", new DateOnly(2026, 12, 31))!.Id, later.InForce("contribution", new DateOnly(2027, 1, 1))!.Id));
    }

    [Fact]
    public void Situations_and_sources_of_money_are_written_as_the_interface_writes_them()
    {
        var written = Files().SelectMany(file => file.RootElement.EnumerateArray())
            .Where(row => row.TryGetProperty("parameters", out _))
            .Select(row => row.GetProperty("parameters")).ToList();
        Assert.Equal(
            ["carer", "employee", "job-seeker", "public-agent", "retired", "self-employed", "volunteer", "young"], Written(written, "situations"));
        Assert.Equal(["at-mp", "c2p", "employer", "opco"], Written(written, "topUps"));
        Assert.Equal(["rncp", "rs"], Written(written, "registers"));
    }

    private static DatedRule? OnDay(string series, string day) => Book.InForce(series, DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture));

    private static IEnumerable<RuleText> TextsOf(DatedRule rule) => rule.Texts.Values.Prepend(rule.Explanation);

    private static IEnumerable<string> NamesIn(string text) => Braces().Matches(text).Select(found => found.Groups[1].Value);

    private static IEnumerable<JsonDocument> Files()
    {
        var domain = typeof(PublishedRules).Assembly;
        return domain.GetManifestResourceNames().Where(name => name.StartsWith($"{typeof(PublishedRules).Namespace}.", StringComparison.Ordinal)).Select(name => JsonDocument.Parse(domain.GetManifestResourceStream(name)!));
    }

    private static IEnumerable<string> Written(IEnumerable<JsonElement> parameters, string list) =>
        parameters.Where(row => row.TryGetProperty(list, out _)).SelectMany(row => row.GetProperty(list).EnumerateArray()).Select(item => item.GetString()!).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<=[.?!])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Braces();
}
