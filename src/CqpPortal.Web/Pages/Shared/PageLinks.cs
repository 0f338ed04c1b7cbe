namespace CqpPortal.Web.Pages.Shared;

/// <summary>Links to the pages of a long list.</summary>
/// <param name="Last">Number of the last page.</param>
/// <param name="Address">Of the page with that number.</param>
internal sealed record PageLinks(int Page, int Last, Func<int, string> Address)
{
    /// <summary>The first, the last and those beside this one.</summary>
    public IReadOnlyList<int> Near => [.. Enumerable.Range(1, Math.Max(Last, 1)).Where(number => number == 1 || number == Last || Math.Abs(number - Page) <= 1)];
}
