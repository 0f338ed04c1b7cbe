using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>Pro-A asked for a certification on the list of the branch: no source that the portal reads holds those lists.</summary>
internal sealed class CertificationIsOnTheListOfTheBranch : ICondition<WaysQuestion>
{
    public string Series => "c.6-pro-a-certification";

    public DateOnly DayOf(WaysQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WaysQuestion question)
    {
        var isInTheRncp = question.Registration is { Number.Register: Register.Rncp } registration && registration.IsActiveOn(question.Day);
        return rule.Unknown(isInTheRncp ? Bearing.Conditional : Bearing.Required);
    }
}
