using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using CqpPortal.Web.Pages.Portail;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CqpPortal.Browser.Tests;

/// <summary>
/// What the tests of this run tried of the pages of the public, criterion by criterion. Where <c>CQP_ACCESSIBILITY_RUN</c> names a file, it is written there at the end:
/// the site's own statement, <c>/accessibilite</c>, is made of it.
/// </summary>
public sealed class AccessibilityRecord : IDisposable
{
    private readonly ConcurrentDictionary<(string Criterion, string Address), bool> _met = new();

    private string _checker = "", _browser = "";

    public void Add(string criterion, string address, bool isMet) => _met.AddOrUpdate((criterion, address), isMet, (_, before) => before && isMet);

    /// <summary>Each rule of axe bears the criteria that it tries, such as <c>wcag1410</c>; a rule that found nothing to look at tried nothing.</summary>
    public void Add(string address, AxeResult result, IBrowser browser)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(browser);
        (_checker, _browser) = ($"{result.TestEngine.Name} {result.TestEngine.Version}", $"Chromium {browser.Version}");
        foreach (var (rules, isMet) in new[] { (result.Passes, true), (result.Violations, false) })
            foreach (var criterion in rules.SelectMany(rule => rule.Tags).Select(CriterionOf).OfType<string>()) Add(criterion, address, isMet);
    }

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("CQP_ACCESSIBILITY_RUN") is not { Length: > 0 } file || _met.IsEmpty) return;
        var run = new AccessibilityRun
        {
            Day = DateOnly.FromDateTime(DateTime.UtcNow),
            Checker = _checker,
            Browser = _browser,
            Pages = _met.Keys.Select(tried => tried.Address).Distinct().Count(),
            Criteria = new SortedDictionary<string, AccessibilityRun.CriterionTried>(
                _met.GroupBy(tried => tried.Key.Criterion).ToDictionary(tried => tried.Key, tried => new AccessibilityRun.CriterionTried(tried.Count(), tried.Count(page => !page.Value))),
                Comparer<string>.Create((one, other) => Version.Parse(one).CompareTo(Version.Parse(other)))),
        };
        File.WriteAllText(file, JsonSerializer.Serialize(run, AccessibilityRun.Format) + "\n");
    }

    private static string? CriterionOf(string tag) =>
        tag.StartsWith("wcag", StringComparison.Ordinal) && tag.Length >= 7 && int.TryParse(tag[4..], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"{tag[4]}.{tag[5]}.{tag[6..]}" : null;
}
