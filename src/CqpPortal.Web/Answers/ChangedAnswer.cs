
namespace CqpPortal.Web.Answers;

/// <summary>What two answers to one question say otherwise, in the language of the page.</summary>
internal static class ChangedAnswer
{
    /// <param name="now">Null when the question finds no answer any more.</param>
    public static IReadOnlyList<string> Between(AnswerDocument then, AnswerDocument? now) => (then, now) switch
    {
        (EligibilityDocument before, EligibilityDocument after) =>
        [
            .. Otherwise(Say("la réponse"), VerdictWords.Of(before.Verdict), VerdictWords.Of(after.Verdict)),
            .. Otherwise(Say("la participation forfaitaire"), Euros(before.Amounts.Contribution), Euros(after.Amounts.Contribution)),
            .. Otherwise(Say("le plafond"), Euros(before.Amounts.Cap), Euros(after.Amounts.Cap)),
            .. Otherwise(Say("la part du compte"), Euros(before.Amounts.AccountPays), Euros(after.Amounts.AccountPays)),
            .. Otherwise(Say("la part de la personne"), Euros(before.Amounts.HolderPays), Euros(after.Amounts.HolderPays)),
            .. Otherwise(Say("ce qui remplace la certification"), before.Replacement?.Code, after.Replacement?.Code),
            .. Otherwise(before.Findings, after.Findings),
        ],
        (WaysDocument before, WaysDocument after) =>
        [
            .. before.Routes.SelectMany(way => Otherwise(way.Name, VerdictWords.Of(way.Verdict), after.Routes.Where(other => other.Id == way.Id).Select(other => VerdictWords.Of(other.Verdict)).FirstOrDefault())),
        ],
        (WorthDocument before, WorthDocument after) =>
        [
            .. Otherwise(Say("la réponse"), before.Summary, after.Summary),
            .. Otherwise(before.Findings, after.Findings),
        ],
        _ => [Say("cette question ne trouve plus de réponse : la certification n’est plus connue sous ce code")],
    };

    private static IEnumerable<string> Otherwise(IReadOnlyList<FindingPart> before, IReadOnlyList<FindingPart> after)
    {
        var rules = before.Concat(after).Select(finding => finding.Rule).Distinct();
        return rules.SelectMany(rule => Otherwise(Say($"la règle {rule}"), Outcomes(before, rule), Outcomes(after, rule)));
    }

    private static string? Outcomes(IReadOnlyList<FindingPart> findings, string rule)
    {
        var found = findings.Where(finding => finding.Rule == rule).Select(finding => VerdictWords.OfOutcome(finding.Outcome)).ToList();
        return found.Count == 0 ? null : Written.List(found);
    }

    private static IEnumerable<string> Otherwise(string what, string? before, string? after) =>
        before == after ? [] : [Say($"{what} : « {before ?? Say("rien")} » devient « {after ?? Say("rien")} »")];

    private static string? Euros(decimal? euros) => euros?.InEuros();
}
