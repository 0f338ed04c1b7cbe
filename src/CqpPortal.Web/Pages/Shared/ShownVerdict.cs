using System.Text.RegularExpressions;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>The verdict of a page: one sentence, its tone and shape, and a line that helps.</summary>
/// <param name="Tone"><c>yes</c>, <c>if</c>, <c>no</c> or <c>unknown</c>.</param>
internal sealed partial record ShownVerdict(string Tone, string Said, string? Help = null)
{
    private static readonly string[] FromBest = ["eligible", "eligible-under-conditions", "undetermined", "not-eligible"];

    public string Icon => new Answer(Tone, Said).Icon;

    /// <summary>What the answer says in one sentence; below it, the rest of the reason.</summary>
    public static ShownVerdict Of(EligibilityDocument document)
    {
        var tone = ToneOf(document.Verdict);
        var summary = document.Summary;
        var reason = document.Findings.FirstOrDefault(finding => finding.Decides)?.Text;
        if (reason is null || summary.IndexOf(reason, StringComparison.Ordinal) is not (> 0 and var start)) return new ShownVerdict(tone, summary);
        var (verdict, next) = (summary[..start].TrimEnd(), summary[(start + reason.Length)..]);
        // An amount, a day or what replaces it is worth more than the reason; a question is no answer.
        if (next.Length > 0 || tone == "unknown") return new ShownVerdict(tone, verdict + next, reason);
        var end = EndOfSentence().Match(reason);
        return end.Success ? new ShownVerdict(tone, $"{verdict} {reason[..end.Index]}", reason[(end.Index + 1)..]) : new ShownVerdict(tone, summary);
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
        WaysDocument ways => new ShownVerdict(
            ToneOf(FromBest.First(verdict => verdict == "not-eligible" || ways.Routes.Any(way => way.Verdict == verdict))), ways.Summary),
        _ => throw new ArgumentException("No such answer.", nameof(document)),
    };

    /// <summary>Tone of a verdict as answers write it.</summary>
    public static string ToneOf(string verdict) => verdict switch { "eligible" => "yes", "eligible-under-conditions" => "if", "not-eligible" => "no", _ => "unknown" };

    [GeneratedRegex(@"(?<=[\p{L}\d][\p{Ll}\d)»]\.) (?=\p{Lu})(?<!\bart\. )")]
    private static partial Regex EndOfSentence();
}
