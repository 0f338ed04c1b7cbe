using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>What is in the RNCP counts outside the branch as well (L. 6113-1, L. 6113-5).</summary>
internal sealed class RncpCountsEverywhere : ICondition<WorthQuestion>
{
    public string Series => "X3";

    public DateOnly DayOf(WorthQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WorthQuestion question) =>
        question.OnDay is { Status: RecognitionStatus.Rncp, Registration: { } registration }
            ? rule.Met(Bearing.Informative, RegistrationRules.Of(registration), RegistrationRules.LastDayOf(registration))
            : null;
}
