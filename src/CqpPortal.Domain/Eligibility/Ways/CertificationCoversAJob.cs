namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>A projet de transition leads to the RNCP, or to a certification of the RS that covers a whole job (L. 6323-17-1).</summary>
internal sealed class CertificationCoversAJob : ICondition<WaysQuestion>
{
    public string Series => "c.6-ptp-certification";

    public DateOnly DayOf(WaysQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WaysQuestion question)
    {
        if (question.Registration is not { } registration || !registration.IsActiveOn(question.Day)) return rule.NotMet(Bearing.Required);
        return rule.Parameters.Registers.Contains(registration.Number.Register)
            ? rule.Met(Bearing.Required, RegistrationRules.Of(registration), RegistrationRules.LastDayOf(registration))
            : rule.Unknown(Bearing.Conditional, RegistrationRules.Of(registration));
    }
}
