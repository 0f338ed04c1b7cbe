using System.Text.Json;

namespace CqpPortal.Web.Pages.Portail;

/// <summary>What the browser tests of this release tried, and what they found: written by them, kept beside this page, and read by it.</summary>
internal sealed record AccessibilityRun
{
    private static readonly Lazy<AccessibilityRun> Release = new(() =>
    {
        using var stream = typeof(AccessibilityRun).Assembly.GetManifestResourceStream("accessibility.json")!;
        return JsonSerializer.Deserialize<AccessibilityRun>(stream, Format)!;
    });

    public static AccessibilityRun OfThisRelease => Release.Value;

    public static JsonSerializerOptions Format { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    public required DateOnly Day { get; init; }

    /// <summary>The checker and its version, as it names itself.</summary>
    public required string Checker { get; init; }

    public required string Browser { get; init; }

    /// <summary>Addresses looked at, those under <c>/en</c> included, in normal, empty and error states.</summary>
    public required int Pages { get; init; }

    /// <summary>By number, how many pages a criterion was tried on, and on how many it was not met.</summary>
    public required IReadOnlyDictionary<string, CriterionTried> Criteria { get; init; }

    public int Faults => Criteria.Values.Sum(tried => tried.Faults);

    internal sealed record CriterionTried(int Pages, int Faults);
}
