namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>A projet de transition is a real change of job (L. 6323-17-1).</summary>
internal sealed class ProjectChangesTheJob : ICondition<WaysQuestion>
{
    public string Series => "c.6-ptp-change";

    public DateOnly DayOf(WaysQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WaysQuestion question) =>
        question.ChangesJob switch
        {
            true => rule.Met(Bearing.Personal),
            false => rule.NotMet(Bearing.Personal),
            null => rule.Unknown(Bearing.Personal),
        };
}
