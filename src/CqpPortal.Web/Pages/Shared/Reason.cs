using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>One finding as <c>_Reasons</c> shows it.</summary>
internal sealed record Reason(FindingPart Finding)
{
    /// <summary>What was found, in a word; a rule on amounts refuses nobody: it applies or does not.</summary>
    public Answer Outcome => (Finding.Outcome, IsOnPayment) switch
    {
        ("met", _) when IsOnWorth => Answer.Yes(Say("Oui")),
        ("not-met", _) when IsOnWorth => Answer.No(Say("Non")),
        ("met", false) => Answer.Yes(Say("Remplie")),
        ("met", true) => Answer.Yes(Say("S’applique")),
        ("not-met", false) => new Answer("no", Say("Non remplie")),
        ("not-met", true) => Answer.No(Say("Ne s’applique pas")),
        ("warning", _) => Answer.If(Say("À retenir")),
        _ => Answer.Unknown(Say("À vérifier")),
    };

    public string Period => Finding.EffectiveUntil is { } until
        ? Say($"du {Finding.EffectiveFrom.InWords()} au {until.InWords()}")
        : Say($"depuis le {Finding.EffectiveFrom.InWords()}");

    public string Reliability => Finding.Confidence switch
    {
        "high" => Say("Haute : le texte a été lu."),
        "medium" => Say("Moyenne : des sources concordent."),
        _ => Say("Basse : le texte reste à vérifier."),
    };

    public IReadOnlyList<RuleSource> Sources => RuleSource.Of(Finding.Source);

    public bool IsOnPayment => Finding.Rule is ['P' or 'K', ..];

    /// <summary>A rule on existence, place or level gives or does not, and nobody has to fulfil it.</summary>
    private bool IsOnWorth => Finding.Rule is "X1" or "X1b" or "X2" or "X3" or "X4" or "X5" or "X6" or "X7";

    private int Rank => Finding switch
    {
        { Decides: true } => 0,
        { Outcome: "not-met" } when !IsOnPayment => 1,
        { Outcome: "unknown" } => 2,
        { Outcome: "warning" } => 3,
        _ => 4,
    };

    /// <summary>The deciding one, what is not met, what is not known, what to bear in mind, what is met.</summary>
    public static IReadOnlyList<Reason> InOrder(IEnumerable<FindingPart> findings) => [.. findings.Select(finding => new Reason(finding)).OrderBy(reason => reason.Rank)];
}
