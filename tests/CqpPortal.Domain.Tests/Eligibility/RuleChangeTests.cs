using System.Globalization;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using Xunit;

namespace CqpPortal.Domain.Tests.Eligibility;

public sealed class RuleChangeTests
{
    private static readonly RuleBook Book = new(
    [
        Row("stays", "2019-01-01", null),
        Row("ends", "2019-01-01", "2025-12-31"),
        Row("begins", "2026-02-26", null),
        Row("first", "2024-01-01", "2024-12-31", "amount"),
        Row("second", "2025-01-01", "2025-12-31", "amount"),
        Row("third", "2026-01-01", null, "amount"),
        Row("passes", "2025-03-01", "2025-06-30"),
    ], "test");

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);

    private static DatedRule Row(string id, string from, string? until, string? series = null) => new()
    {
        Id = id,
        Series = series ?? id,
        Topic = RuleTopic.Cpf,
        Period = new ValidityPeriod(Day(from), until is null ? null : Day(until)),
        LegalBasis = "text",
        Source = "source",
        Explanation = new RuleText("fr", "en"),
        Confidence = Confidence.High,
    };

    private static List<string> Between(string from, string to) =>
        [.. Book.ChangesBetween(Day(from), Day(to)).Select(change =>
            $"{change.On:yyyy-MM-dd} {change.Before?.Id ?? "-"} > {string.Join(" > ", change.Between.Select(row => row.Id).Append(change.After?.Id ?? "-"))}")];

    [Fact]
    public void Rules_that_end_begin_follow_one_another_or_pass_are_changes_the_first_one_first() => Assert.Equal(
        ["2025-01-01 first > second > third", "2025-03-01 - > passes > -", "2026-01-01 ends > -", "2026-02-26 - > begins"],
        Between("2024-07-01", "2026-07-01"));

    [Theory]
    [InlineData("2025-12-30", "2025-12-31")]
    [InlineData("2026-01-01", "2026-02-25")]
    [InlineData("2026-02-26", "2030-01-01")]
    [InlineData("2025-05-01", "2025-05-01")]
    public void Between_days_of_the_same_law_nothing_changes(string from, string to) => Assert.Empty(Between(from, to));

    [Fact]
    public void The_last_day_of_a_row_is_still_its_own() => Assert.Equal(["2026-01-01 second > third", "2026-01-01 ends > -"], Between("2025-12-31", "2026-01-01"));
}
