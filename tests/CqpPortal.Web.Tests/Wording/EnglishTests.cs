using System.Globalization;
using System.Text.RegularExpressions;
using CqpPortal.Web.Wording;
using Xunit;

namespace CqpPortal.Web.Tests.Wording;

/// <summary>The tables of English against the sentences of the code.</summary>
public sealed partial class EnglishTests
{
    private static readonly IReadOnlyList<(string? French, string Place)> Said = SentencesInCode.Read();

    private static readonly IReadOnlyList<(string Table, string French, string English)> Rows = [.. English.Read()];

    [Fact]
    public void Every_sentence_of_the_code_can_be_read_from_it() => AssertNone(Said.Where(sentence => sentence.French is null).Select(sentence => sentence.Place));

    [Fact]
    public void Every_sentence_has_its_English_row()
    {
        var known = Rows.Select(row => row.French).ToHashSet();
        AssertNone(Said.Where(sentence => sentence.French is { } french && !known.Contains(English.Key(french))).Select(sentence => $"{sentence.Place}: {sentence.French}"));
    }

    [Fact]
    public void Every_row_is_said_somewhere_and_stands_once()
    {
        var said = Said.Where(sentence => sentence.French is not null).Select(sentence => English.Key(sentence.French!)).ToHashSet();
        AssertNone(Rows.Where(row => !said.Contains(row.French)).Select(row => $"{row.Table}: {row.French}"));
        AssertNone(Rows.GroupBy(row => row.French).Where(rows => rows.Count() > 1).Select(rows => $"{string.Join(", ", rows.Select(row => row.Table))}: {rows.Key}"));
    }

    [Fact]
    public void A_sentence_has_the_same_holes_in_both_languages() =>
        AssertNone(Rows.Where(row => row.English.Length == 0 || !Holes(row.French).SetEquals(Holes(row.English))).Select(row => $"{row.Table}: {row.French} | {row.English}"));

    [Fact]
    public void English_is_shown_on_English_pages_only()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Written.EnglishCulture;
            Assert.Equal(("My CPF", "1 day", "0 days", "1 July 2026", "€1,500"), (
                Written.Say("Mon CPF"), Plain(Written.Count(1, "jour")), Plain(Written.Count(0, "jour")), Plain(new DateOnly(2026, 7, 1).InWords()), Plain(1500m.InEuros())));
            CultureInfo.CurrentUICulture = Written.FrenchCulture;
            Assert.Equal(("Mon CPF", "0 jour"), (Written.Say("Mon CPF"), Plain(Written.Count(0, "jour"))));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>All of them in the message: whoever adds a page wants the whole list at once.</summary>
    private static void AssertNone(IEnumerable<string> wrong)
    {
        var lines = wrong.Distinct().ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} sentences\n{string.Join('\n', lines)}");
    }

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(hole => hole.Value)];

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();
}
