
namespace CqpPortal.Web.Answers.Batch;

/// <summary>Verdicts of lines in a word or two.</summary>
internal static class LineVerdicts
{
    /// <summary>In the order in which they are listed: what somebody has to do first.</summary>
    public static IReadOnlyList<string> All { get; } =
        [CheckedLine.ToCorrect, CheckedLine.NotFound, "not-eligible", "undetermined", "eligible-under-conditions", "eligible"];

    private static readonly Dictionary<string, int> Place = All.Index().ToDictionary(verdict => verdict.Item, verdict => verdict.Index);

    public static int Rank(string verdict) => Place[verdict];

    public static string Of(string verdict) => verdict switch
    {
        "eligible" => Say("Oui"),
        "eligible-under-conditions" => Say("Oui, à condition"),
        "not-eligible" => Say("Non"),
        "undetermined" => Say("Indéterminé"),
        CheckedLine.NotFound => Say("Introuvable"),
        _ => Say("À corriger"),
    };

    /// <summary><c>2 introuvables</c>.</summary>
    public static string Count(int count, string verdict) => verdict switch
    {
        "undetermined" => Written.Count(count, "indéterminée"),
        CheckedLine.NotFound => Written.Count(count, "introuvable"),
        _ => $"{count.Grouped()} {Of(verdict).ToLower(Written.Culture)}",
    };
}
