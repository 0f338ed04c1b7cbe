using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CqpPortal.Web.Forms;

/// <summary>What people type or paste, as plain text: what a word processor adds to it is taken away, what they wrote is not.</summary>
internal static partial class TypedText
{
    private static readonly string[] Blocks = ["P", "DIV", "LI", "TR", "TABLE", "H1", "H2", "H3", "H4", "BR"];

    /// <summary>On one line.</summary>
    public static string Line(string? typed) => Spaces().Replace(Lines(typed), " ");

    /// <summary>On as many lines as it has, without the empty ones at both ends.</summary>
    public static string Lines(string? typed)
    {
        if (string.IsNullOrEmpty(typed)) return "";
        var text = Pasted().IsMatch(typed) ? OfHtml(typed) : typed;
        var clean = new StringBuilder(text.Length);
        // Databases refuse the zero character, and no control character was ever typed on purpose.
        foreach (var letter in text.ReplaceLineEndings("\n").Normalize()) if (letter is '\n' or '\t' || !char.IsControl(letter)) clean.Append(letter);
        return TrailingSpaces().Replace(clean.ToString(), "").Trim();
    }

    /// <summary>A table as spreadsheets copy it, whether it comes as such or as the markup of a page or a document.</summary>
    public static string Table(string? typed)
    {
        if (string.IsNullOrEmpty(typed)) return "";
        if (!typed.Contains("<table", StringComparison.OrdinalIgnoreCase)) return typed.Replace("\0", "", StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(typed);
        return string.Join('\n', page.QuerySelectorAll("tr").Select(row => string.Join('\t', row.QuerySelectorAll("td, th").Select(cell => Spaces().Replace(cell.TextContent, " ").Trim()))));
    }

    private static string OfHtml(string typed)
    {
        var text = new StringBuilder();
        Write(new HtmlParser().ParseDocument(typed).Body!, text);
        return EmptyLines().Replace(text.ToString().Replace('\u00a0', ' '), "\n");
    }

    private static void Write(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    text.Append(Spaces().Replace(words.Data, " "));
                    break;
                case IElement { TagName: "STYLE" or "SCRIPT" or "HEAD" or "TITLE" }:
                    break;
                case IElement element:
                    var isBlock = Blocks.Contains(element.TagName);
                    if (isBlock) text.Append('\n');
                    Write(element, text);
                    if (isBlock) text.Append('\n');
                    break;
            }
        }
    }

    // The marks of word processors. A tag that somebody writes about, such as <script>, is text like any other.
    [GeneratedRegex("""<(?:o:p|w:|m:|!--\[if|\?xml)|class="?Mso|style="[^"]*mso-|<(?:p|span|div|table|td)\s[^>]*(?:style|class)=""", RegexOptions.IgnoreCase)]
    private static partial Regex Pasted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \t]+(?=\n)")]
    private static partial Regex TrailingSpaces();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex EmptyLines();
}
