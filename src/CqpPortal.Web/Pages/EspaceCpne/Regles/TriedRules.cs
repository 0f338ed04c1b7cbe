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
        var from = draft.Period.From;
        // Under the name of the version that it follows or corrects: a new name is no new answer.
        var named = corrected?.Rule.Id ?? now.Rules.LastOrDefault(rule => rule.Series == draft.Series && rule.Period.From < from)?.Id;
        var tried = named is null ? draft : draft with { Id = named };
        DateOnly?[] days = [from.AddDays(-1), from, from.AddMonths(1), draft.Period.Until?.AddDays(1), corrected?.Rule.Period.From];
        return new TriedRules(now, now.With(tried, corrected?.Rule, corrected?.ClosedPrevious == true), [.. days.OfType<DateOnly>().Distinct().Order()]);
    }
}
