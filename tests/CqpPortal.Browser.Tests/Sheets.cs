using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CqpPortal.Browser.Tests;

/// <summary>A page as it comes out of a printer.</summary>
internal static partial class Sheets
{
    /// <summary>Width in CSS pixels between the margins of an A4 sheet, 12 mm each.</summary>
    public const int Width = 703;

    /// <summary>How many A4 sheets the page takes.</summary>
    public static async Task<int> CountAsync(IPage page) =>
        Sheet().Count(Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true })));

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheet();
}
