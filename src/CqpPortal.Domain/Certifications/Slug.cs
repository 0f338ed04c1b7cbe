using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CqpPortal.Domain.Certifications;

/// <summary>The part of a page's address that names a certification: given once from its first title, never changed.</summary>
public static partial class Slug
{
    public const int MaxLength = 80;

    /// <summary>Longest address, with what tells it from another of the same title.</summary>
    public const int MaxAddressLength = MaxLength + 8;

    /// <summary>Whether a text can stand in an address as it is: small letters and digits, words joined by single hyphens.</summary>
    public static bool IsValid(string? slug) => slug is { Length: <= MaxAddressLength } && Words().IsMatch(slug);

    /// <summary>Lower-case ASCII words joined by hyphens, cut at a word; <c>certification</c> when nothing is left.</summary>
    public static string From(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var slug = new StringBuilder();
        foreach (var character in title.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(character)) slug.Append(char.ToLowerInvariant(character));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var words = slug.ToString().Trim('-');
        if (words.Length > MaxLength)
        {
            var cut = words.LastIndexOf('-', MaxLength);
            words = words[..(cut > 0 ? cut : MaxLength)];
        }
        return words.Length == 0 ? "certification" : words;
    }

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z")]
    private static partial Regex Words();
}
