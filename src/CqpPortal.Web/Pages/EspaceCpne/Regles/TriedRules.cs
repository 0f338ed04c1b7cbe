using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Pages.EspaceCpne.Regles;

/// <summary>The rules of today and those with a draft among them.</summary>
/// <param name="Days">The days that questions are asked for, beside their own.</param>
internal sealed record TriedRules(RuleBook Today, RuleBook WithDraft, IReadOnlyList<DateOnly> Days)
{
    /// <param name="now">As they stand.</param>
    /// <param name="draft">The version to try.</param>
    /// <param name="corrected">The version, not yet in force, that it takes the place of.</param>
    /// <exception cref="ArgumentException">Another version holds on some of its days.</exception>
    public static TriedRules Of(RuleBook now, DatedRule draft, Database.Eligibility.RuleVersion? corrected)
    {
        var before = corrected is null ? now : now.Without(corrected.Rule, corrected.ClosedPrevious);
        var from = draft.Period.From;
        // Under the name of the version before: a new name is no new answer.
        var named = before.InForce(draft.Series, from)?.Id ?? before.Rules.LastOrDefault(rule => rule.Series == draft.Series && rule.Period.From < from)?.Id;
        DateOnly?[] days = [from.AddDays(-1), from, from.AddMonths(1), draft.Period.Until?.AddDays(1), corrected?.Rule.Period.From];
        return new TriedRules(now, before.With(named is null ? draft : draft with { Id = named }), [.. days.OfType<DateOnly>().Distinct().Order()]);
    }
}
