using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>The verdict of a page: one sentence, its tone and shape, and a line that helps.</summary>
/// <param name="Tone"><c>yes</c>, <c>if</c>, <c>no</c> or <c>unknown</c>.</param>
internal sealed record ShownVerdict(string Tone, string Said, string? Help = null)
{
    public string Icon => new Answer(Tone, Said).Icon;

    /// <summary>What the answer says, its reason below where something follows from it: an amount, a day, what replaces it.</summary>
    public static ShownVerdict Of(EligibilityDocument document)
    {
        var tone = ToneOf(document.Verdict);
        var reason = document.Findings.FirstOrDefault(finding => finding.Decides)?.Text;
        return reason is not null && document.Summary.Contains(reason + " ", StringComparison.Ordinal)
            ? new ShownVerdict(tone, document.Summary.Replace(reason + " ", "", StringComparison.Ordinal), reason)
            : new ShownVerdict(tone, document.Summary);
    }

    /// <summary>The same of any answer: ways are counted, recognition says where.</summary>
    public static ShownVerdict Of(AnswerDocument document) => document switch
    {
        EligibilityDocument eligibility => Of(eligibility),
        WorthDocument worth => new ShownVerdict((worth.RecognisedIn, worth.BranchRecognised) switch
        {
            ("everywhere", _) or ("branches", true) => "yes",
            ("nowhere", _) when worth.Exists is null => "unknown",
            ("nowhere", _) or (_, false) => "no",
            _ => "if",
        }, worth.Summary),
        WaysDocument ways => new ShownVerdict(ways.Routes.Any(way => way.Verdict is "eligible" or "eligible-under-conditions") ? "yes" : "no", ways.Summary),
        _ => throw new ArgumentException("No such answer.", nameof(document)),
    };

    /// <summary>Tone of a verdict as answers write it.</summary>
    public static string ToneOf(string verdict) => verdict switch { "eligible" => "yes", "eligible-under-conditions" => "if", "not-eligible" => "no", _ => "unknown" };
}
