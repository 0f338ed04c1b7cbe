using System.Text.RegularExpressions;

namespace CqpPortal.Web.Pages.Registres;

/// <summary>A free text of a fiche as its author laid it out: the exports turn a line break into a run of spaces and keep the bullets.</summary>
public static partial class WrittenText
{
    /// <summary>Paragraphs and lists, in the order of the text.</summary>
    public static IEnumerable<(bool IsList, IReadOnlyList<string> Lines)> Parts(string text)
    {
        var lines = new List<string>();
        var isList = false;
        foreach (var line in LineBreak().Split(text.Trim()).Where(line => line.Length > 0))
        {
            var bullet = Bullet().Match(line);
            if (bullet.Success != isList && lines.Count > 0)
            {
                yield return (isList, lines);
                lines = [];
            }
            isList = bullet.Success;
            lines.Add(line[bullet.Length..]);
        }
        if (lines.Count > 0) yield return (isList, lines);
    }

    [GeneratedRegex(@"\s{2,}|[\r\n]+|\s+(?=[•▪●◦]\s)")]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"^[-–—•▪●◦*·\uF0B7]\s*(?=\S)")]
    private static partial Regex Bullet();
}
