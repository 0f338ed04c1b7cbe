using System.Globalization;
using System.Text;

namespace CqpPortal.Database.Search;

/// <summary>
/// What a person typed, as words: lower case, without accents, at most <see cref="MaxTerms"/>. Every word is made of ASCII letters and
/// digits, so that a text search query can be written from it without escaping.
/// </summary>
internal sealed record QueryWords(string Text, IReadOnlyList<string> Terms)
{
    /// <summary>Longer texts are cut, and the page says so.</summary>
    public const int MaxLength = 200;

    public const int MaxTerms = 12;

    /// <summary>Words that say nothing of the trade: every entry of the catalogue is a CQP; French stop words PostgreSQL does not know.</summary>
    private static readonly HashSet<string> Noise =
    [
        "cqp", "cqpi", "cqpm", "certificat", "certification", "qualification", "professionnelle", "a", "au", "aux", "de", "des", "du", "d", "l", "la", "le", "les",
        "un", "une", "et", "ou", "en", "sur", "pour", "par", "dans", "avec", "qui", "que", "metier", "formation", "devenir",
    ];

    public static QueryWords Of(string? typed)
    {
        var words = Normalise(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => !Noise.Contains(word)).Distinct().Take(MaxTerms).ToList();
        if (telling.Count == 0) telling = [.. words.Where(word => word.StartsWith("cqp", StringComparison.Ordinal)).Distinct().Take(1)];
        return new QueryWords(string.Join(' ', words), telling);
    }

    /// <summary>Lower-case ASCII words separated by single spaces; what is neither letter nor digit parts words.</summary>
    public static string Normalise(string text)
    {
        if (text.Length > MaxLength) text = text[..MaxLength];
        var words = new StringBuilder(text.Length);
        foreach (var character in Decompose(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(character)) words.Append(char.ToLowerInvariant(character));
            else if (character is 'œ' or 'Œ') words.Append("oe");
            else if (character is 'æ' or 'Æ') words.Append("ae");
            else if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
        }
        return words.ToString().Trim();
    }

    /// <summary>The word and its masculine or feminine forms, singular.</summary>
    public static IReadOnlyList<string> Forms(string word)
    {
        var singular = word.Length > 4 && word.EndsWith('s') ? word[..^1] : word;
        List<string> forms = [word];
        if (singular != word) forms.Add(singular);
        foreach (var (feminine, masculine) in Endings)
        {
            if (singular.Length < feminine.Length + 2) continue;
            if (singular.EndsWith(feminine, StringComparison.Ordinal)) forms.Add(singular[..^feminine.Length] + masculine);
            if (singular.EndsWith(masculine, StringComparison.Ordinal)) forms.Add(singular[..^masculine.Length] + feminine);
        }
        return [.. forms.Distinct()];
    }

    /// <summary>Feminine and masculine endings of French job names, without accents.</summary>
    private static readonly (string Feminine, string Masculine)[] Endings =
    [
        ("trice", "teur"), ("euse", "eur"), ("iere", "ier"), ("ienne", "ien"), ("onne", "on"), ("ive", "if"), ("ere", "er"), ("elle", "el"), ("ee", "e"),
    ];

    // Unpaired surrogates cannot be decomposed: they are no letters anyway.
    private static string Decompose(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune == Rune.ReplacementChar || rune.Value > 0xFFFF ? " " : rune.ToString());
        return clean.ToString().Normalize(NormalizationForm.FormD);
    }
}
