
namespace CqpPortal.Web.Answers;

/// <summary>What two answers to one question say otherwise, in French.</summary>
internal static class ChangedAnswer
{
    /// <param name="now">Null when the question finds no answer any more.</param>
    public static IReadOnlyList<string> Between(AnswerDocument then, AnswerDocument? now) => (then, now) switch
    {
        (EligibilityDocument before, EligibilityDocument after) =>
        [
            .. Otherwise("la réponse", VerdictWords.Of(before.Verdict), VerdictWords.Of(after.Verdict)),
            .. Otherwise("la participation forfaitaire", Euros(before.Amounts.Contribution), Euros(after.Amounts.Contribution)),
            .. Otherwise("le plafond", Euros(before.Amounts.Cap), Euros(after.Amounts.Cap)),
            .. Otherwise("la part du compte", Euros(before.Amounts.AccountPays), Euros(after.Amounts.AccountPays)),
            .. Otherwise("la part de la personne", Euros(before.Amounts.HolderPays), Euros(after.Amounts.HolderPays)),
            .. Otherwise("ce qui remplace la certification", before.Replacement?.Code, after.Replacement?.Code),
            .. Otherwise(before.Findings, after.Findings),
        ],
        (WaysDocument before, WaysDocument after) =>
        [
            .. before.Routes.SelectMany(way => Otherwise(way.Name, VerdictWords.Of(way.Verdict), after.Routes.Where(other => other.Id == way.Id).Select(other => VerdictWords.Of(other.Verdict)).FirstOrDefault())),
        ],
        (WorthDocument before, WorthDocument after) =>
        [
            .. Otherwise("la réponse", before.Summary, after.Summary),
            .. Otherwise(before.Findings, after.Findings),
        ],
        _ => ["cette question ne trouve plus de réponse : la certification n’est plus connue sous ce code"],
    };

    private static IEnumerable<string> Otherwise(IReadOnlyList<FindingPart> before, IReadOnlyList<FindingPart> after)
    {
        var rules = before.Concat(after).Select(finding => finding.Rule).Distinct();
        return rules.SelectMany(rule => Otherwise($"la règle {rule}", Outcomes(before, rule), Outcomes(after, rule)));
    }

    private static string? Outcomes(IReadOnlyList<FindingPart> findings, string rule)
    {
        var found = findings.Where(finding => finding.Rule == rule).Select(finding => VerdictWords.OfOutcome(finding.Outcome)).ToList();
        return found.Count == 0 ? null : Written.List(found);
    }

    private static IEnumerable<string> Otherwise(string what, string? before, string? after) =>
        before == after ? [] : [$"{what} : « {before ?? "rien"} » devient « {after ?? "rien"} »"];

    private static string? Euros(decimal? euros) => euros?.InEuros();
}
