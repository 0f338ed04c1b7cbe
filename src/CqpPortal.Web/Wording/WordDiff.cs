using System.Text.RegularExpressions;
using DiffPlex;

namespace CqpPortal.Web.Wording;

/// <summary>A run of words of two texts: in both, gone from the first, or new in the second.</summary>
internal sealed partial record WordDiff(WordChange Change, string Text)
{
    /// <summary>Texts that have nothing in common take the square of their length to compare: beyond, all is said to have changed.</summary>
    private const int MostDifferences = 3_000;

    /// <summary>What becomes of one text in the other. The first text is what is not new, the second what is not gone.</summary>
    public static IReadOnlyList<WordDiff> Between(string was, string now)
    {
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(now);
        if (was == now) return was.Length == 0 ? [] : [new WordDiff(WordChange.Same, was)];
        var (first, second) = (Words(was), Words(now));
        if (Unlike(first, second) > MostDifferences) return Joined([new WordDiff(WordChange.Gone, was), new WordDiff(WordChange.New, now)]);
        var blocks = Differ.Instance.CreateDiffs(was, now, ignoreWhiteSpace: false, ignoreCase: false, new Chunker()).DiffBlocks;
        var parts = new List<WordDiff>();
        var place = 0;
        foreach (var block in blocks)
        {
            parts.Add(new WordDiff(WordChange.Same, string.Concat(first[place..block.DeleteStartA])));
            parts.Add(new WordDiff(WordChange.Gone, string.Concat(first[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)])));
            parts.Add(new WordDiff(WordChange.New, string.Concat(second[block.InsertStartB..(block.InsertStartB + block.InsertCountB)])));
            place = block.DeleteStartA + block.DeleteCountA;
        }
        parts.Add(new WordDiff(WordChange.Same, string.Concat(first[place..])));
        return Joined(parts);
    }

    /// <summary>Words that one has more often than the other: at least as many differences.</summary>
    private static int Unlike(string[] first, string[] second)
    {
        var counts = new Dictionary<string, int>();
        foreach (var word in first) counts[word] = counts.GetValueOrDefault(word) + 1;
        foreach (var word in second) counts[word] = counts.GetValueOrDefault(word) - 1;
        return counts.Values.Sum(Math.Abs);
    }

    /// <summary>Changes with nothing but a space between them read better as one.</summary>
    private static List<WordDiff> Joined(List<WordDiff> parts)
    {
        var (joined, gone, added) = (new List<WordDiff>(), "", "");
        void Flush()
        {
            if (gone.Length > 0) joined.Add(new WordDiff(WordChange.Gone, gone));
            if (added.Length > 0) joined.Add(new WordDiff(WordChange.New, added));
            (gone, added) = ("", "");
        }
        parts = [.. parts.Where(part => part.Text.Length > 0)];
        foreach (var (index, part) in parts.Index())
        {
            if (part.Change == WordChange.Gone) gone += part.Text;
            else if (part.Change == WordChange.New) added += part.Text;
            else if (string.IsNullOrWhiteSpace(part.Text) && gone.Length + added.Length > 0 && index + 1 < parts.Count) (gone, added) = (gone + part.Text, added + part.Text);
            else
            {
                Flush();
                joined.Add(part);
            }
        }
        Flush();
        return joined;
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\s+|[\p{L}\p{M}\p{N}]+(?:['’\-][\p{L}\p{M}\p{N}]+)*|[\ud800-\udbff][\udc00-\udfff]|.", RegexOptions.Singleline)]
    private static partial Regex Word();

    private sealed class Chunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => Words(text);
    }
}
