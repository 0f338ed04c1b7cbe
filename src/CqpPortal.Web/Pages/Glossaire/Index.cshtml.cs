using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Glossaire;

/// <summary>All the words that a visitor meets, by letter.</summary>
internal sealed class IndexModel : PageModel
{
    /// <summary>In the order of a French dictionary: É is an E.</summary>
    public IReadOnlyList<IGrouping<char, string>> Letters { get; } =
        [.. Glossary.Words.Order(StringComparer.Create(Written.FrenchCulture, CompareOptions.IgnoreCase)).GroupBy(word => char.ToUpperInvariant(Glossary.Place(word)[0]))];
}
