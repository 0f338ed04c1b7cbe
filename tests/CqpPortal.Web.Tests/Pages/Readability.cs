using System.Text.RegularExpressions;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>How hard a text is to read: lengths of sentences, and syllables of words.</summary>
/// <param name="Sentences">Each with its number of words.</param>
/// <param name="Syllables">In all words; an acronym is spelt, one syllable a letter, which counts against the text.</param>
internal sealed partial record Readability(IReadOnlyList<(string Text, int Words)> Sentences, int Syllables)
{
    public double WordsASentence => (double)Words / Sentences.Count;

    /// <summary>Share of sentences of more than 25 words, which readers with difficulties lose (Ministère de la Culture, guide « Rédiger un document clair » gives 15 to 20 as the aim).</summary>
    public double ShareOfLong => (double)Sentences.Count(sentence => sentence.Words > 25) / Sentences.Count;

    /// <summary>
    /// Flesch's ease of reading as Kandel and Moles fitted it to French (« Application de l'indice de Flesch à la langue française », Cahiers d'études de
    /// radio-télévision, 19, 1958): 207 - 1.015 × words a sentence - 73.6 × syllables a word. Up to 100; the higher, the easier.
    /// </summary>
    public double KandelMoles => 207 - 1.015 * WordsASentence - 73.6 * SyllablesAWord;

    /// <summary>R. Flesch, « A new readability yardstick », Journal of Applied Psychology, 32, 1948: 206.835 - 1.015 × words a sentence - 84.6 × syllables a word.</summary>
    public double Flesch => 206.835 - 1.015 * WordsASentence - 84.6 * SyllablesAWord;

    private int Words => Sentences.Sum(sentence => sentence.Words);

    private double SyllablesAWord => (double)Syllables / Words;

    /// <param name="blocks">Paragraphs and items: one never runs on into the next. Those without a full stop are labels, not read.</param>
    public static Readability Of(IEnumerable<string> blocks, bool isFrench)
    {
        var sentences = blocks.Select(block => Spaces().Replace(block, " ").Trim()).Where(block => block is [.., '.' or '?' or ':'])
            .SelectMany(block => SentenceEnd().Split(block)).Select(text => (Text: text, Words: Word().Matches(text).Select(word => word.Value).ToList())).Where(sentence => sentence.Words.Count > 1).ToList();
        return new([.. sentences.Select(sentence => (sentence.Text, sentence.Words.Count))], sentences.SelectMany(sentence => sentence.Words).Sum(word => SyllablesOf(word, isFrench)));
    }

    private static int SyllablesOf(string word, bool isFrench)
    {
        if (word.Length > 1 && word.All(char.IsUpper)) return word.Length;
        var spoken = word.ToLowerInvariant();
        if (spoken.Length > 3) spoken = (isFrench ? SilentEnd() : EnglishSilentEnd()).Replace(spoken, "");
        return Math.Max(1, Vowels().Count(spoken));
    }

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=[.?!]) (?=[\p{Lu}«“])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex("(?:e|es|ent)$")]
    private static partial Regex SilentEnd();

    [GeneratedRegex("(?<![laeiouy])(?:e|es|ed)$")]
    private static partial Regex EnglishSilentEnd();

    [GeneratedRegex("[aeiouyàâéèêëîïôöùûüœæ]+")]
    private static partial Regex Vowels();
}
