using System.Text.RegularExpressions;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>Free text of a fiche as the lines its author wrote: the export turns line breaks into runs of spaces and keeps the bullets.</summary>
internal static partial class FicheText
{
    /// <summary>The lines, without bullets or closing punctuation; an overlong one is cut at a word.</summary>
    public static IReadOnlyList<string> Lines(string? text, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        return
        [
            .. LineBreak().Split(text).Select(line => Bullet().Replace(line, "").Trim().TrimEnd(';', ',', '.').Trim())
                .Where(line => line.Length > 2).Select(line => Cut(line, maxLength)).Distinct(),
        ];
    }

    /// <summary>As one paragraph, runs of spaces made one.</summary>
    public static string? Paragraph(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Spaces().Replace(text, " ").Trim();

    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength) return text;
        var cut = text.LastIndexOf(' ', maxLength - 1);
        return text[..(cut > maxLength / 2 ? cut : maxLength - 1)] + "…";
    }

    [GeneratedRegex(@"\s{2,}|[\r\n]+|\s+(?=[•▪●◦]\s?)")]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"^(?:[-–—•▪●◦*·]|\p{Co})+\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
