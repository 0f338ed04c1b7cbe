using System.Diagnostics;
using CqpPortal.Web.Wording;
using Xunit;

namespace CqpPortal.Web.Tests.Wording;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("Tracer un développé simple sur tôle", "Tracer le développé d’un cylindre sur tôle", "Tracer [-un][+le] développé[- simple][+ d’un cylindre] sur tôle")]
    [InlineData("", "Nouveau", "[+Nouveau]")]
    [InlineData("Ancien", "", "[-Ancien]")]
    [InlineData("", "", "")]
    [InlineData("Pareil", "Pareil", "Pareil")]
    [InlineData("un\ndeux", "un\ndeux\ntrois", "un\ndeux[+\ntrois]")]
    [InlineData("un deux trois", "quatre cinq six", "[-un deux trois][+quatre cinq six]")]
    [InlineData("aujourd’hui", "aujourd’hui.", "aujourd’hui[+.]")]
    [InlineData("a 😀 b", "a 😁 b", "a [-😀][+😁] b")]
    public void Words_that_changed_are_told_from_those_that_did_not(string was, string now, string expected) => Assert.Equal(expected, Written(WordDiff.Between(was, now)));

    [Fact]
    public void Both_texts_can_be_read_again_from_what_changed()
    {
        var random = new Random(4);
        string[] words = ["un", "deux ", " ", "\n", "l’été", "<b>", "&", "😀", ".", "\r\n"];
        for (var round = 0; round < 300; round++)
        {
            string Text() => string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => words[random.Next(words.Length)]));
            var (was, now) = (Text(), Text());
            var parts = WordDiff.Between(was, now);
            Assert.Equal(was, string.Concat(parts.Where(part => part.Change != WordChange.New).Select(part => part.Text)));
            Assert.Equal(now, string.Concat(parts.Where(part => part.Change != WordChange.Gone).Select(part => part.Text)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Texts_of_twenty_thousand_characters_are_compared_at_once(int unlike)
    {
        var random = new Random(unlike);
        string Text(int from) => string.Join(' ', Enumerable.Range(0, 3_300).Select(number => $"m{(unlike == 0 ? number + from : random.Next(unlike == 1 ? 40 : 5_000)):0000}"))[..(unlike == 1 ? 19_700 : 19_000)];
        var (was, now) = (Text(0), Text(unlike == 0 ? 10 : 0));
        var watch = Stopwatch.StartNew();
        var parts = WordDiff.Between(was, now);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{watch.Elapsed}");
        Assert.Equal(now, string.Concat(parts.Where(part => part.Change != WordChange.Gone).Select(part => part.Text)));
    }

    private static string Written(IReadOnlyList<WordDiff> parts) =>
        string.Concat(parts.Select(part => part.Change switch { WordChange.Same => part.Text, WordChange.Gone => $"[-{part.Text}]", _ => $"[+{part.Text}]" }));
}
