namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>Who entered before the end relies on the registration, and on its level, when the award comes after (L. 6113-9).</summary>
internal sealed class LevelIsKeptByWhoBeganInTime : ICondition<CpfQuestion>
{
    public string Series => "X6";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question)
    {
        if (question.FinishesOn is not { } end || question.Registration is not { WithdrawnOn: null } registration) return null;
        if (!question.IsActive(registration) || end <= registration.LastDay || end > registration.DeliveryDeadline) return null;
        return rule.Met(Bearing.Informative, new Fact(FactName.StartsOn, question.StartsOn), RegistrationRules.LastDayOf(registration), new Fact(FactName.AwardedOn, end));
    }
}
