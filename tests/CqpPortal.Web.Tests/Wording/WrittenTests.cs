using CqpPortal.Web.Wording;
using Xunit;

namespace CqpPortal.Web.Tests.Wording;

public sealed class WrittenTests
{
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    [Theory]
    [InlineData("2026-07-01", "1er juillet 2026")]
    [InlineData("2024-02-29", "29 février 2024")]
    public void Writes_dates_in_words(string day, string expected) => Assert.Equal(expected, Plain(DateOnly.Parse(day, null).InWords()));

    [Theory]
    [InlineData("2026-11-24", "2026-11-25", "1 jour")]
    [InlineData("2026-11-24", "2027-01-14", "51 jours")]
    [InlineData("2026-11-24", "2027-07-24", "8 mois")]
    [InlineData("2026-11-24", "2031-06-30", "4 ans et 7 mois")]
    [InlineData("2026-11-24", "2025-11-24", "1 an")]
    [InlineData("2024-02-29", "2025-02-28", "1 an")]
    public void Writes_durations_in_words(string from, string to, string expected) =>
        Assert.Equal(expected, Plain(DateOnly.Parse(from, null).DurationTo(DateOnly.Parse(to, null))));

    [Theory]
    [InlineData(0, "0 certification")]
    [InlineData(1, "1 certification")]
    [InlineData(1184, "1 184 certifications")]
    public void Uses_the_plural_from_two_on(int count, string expected) => Assert.Equal(expected, Plain(Written.Count(count, "certification")));

    [Fact]
    public void Joins_a_list_with_et() => Assert.Equal("sport, commerce et chimie", Written.List(["sport", "commerce", "chimie"]));

    [Theory]
    [InlineData("Le CPF peut payer ?", "Le CPF peut payer_?")]
    [InlineData("1 500 € au plus (art. D. 6323-1 A).", "1_500_€ au plus (art._D._6323-1 A).")]
    [InlineData("depuis le 1er janvier 2024 : « oui »", "depuis le 1er_janvier 2024_: «_oui_»")]
    [InlineData("Une phrase sans rien à tenir.", "Une phrase sans rien à tenir.")]
    public void Keeps_together_what_a_line_must_not_part(string text, string expected) =>
        Assert.Equal(expected.Replace('_', '\u00A0'), Written.Tied(text));
}
