using System.Text.Encodings.Web;
using CqpPortal.Database.Search;
using Microsoft.AspNetCore.Html;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>Text whose matched words are marked. It is encoded first: what a register wrote cannot become a tag.</summary>
internal static class Highlighted
{
    public static IHtmlContent Html(string text) => new HtmlString(
        HtmlEncoder.Default.Encode(text)
            .Replace(Encoded(Highlight.Start), "<mark>", StringComparison.Ordinal)
            .Replace(Encoded(Highlight.Stop), "</mark>", StringComparison.Ordinal));

    private static string Encoded(char mark) => HtmlEncoder.Default.Encode(mark.ToString());
}
