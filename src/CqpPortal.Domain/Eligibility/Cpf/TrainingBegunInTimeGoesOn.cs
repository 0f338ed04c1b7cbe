namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>Who entered before the end goes on and may sit the examination after it (L. 6113-9).</summary>
internal sealed class TrainingBegunInTimeGoesOn : ICondition<CpfQuestion>
{
    public string Series => "E6";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question)
    {
        if (question.FinishesOn is not { } end || question.Registration is not { } registration || !question.IsActive(registration)) return null;
        Fact finishes = new(FactName.FinishesOn, end);
        if (end > registration.DeliveryDeadline)
            return rule.Warning(Bearing.Informative, finishes, new Fact(FactName.DeliveryDeadline, registration.DeliveryDeadline.Value));
        if (registration.WithdrawnOn is { } withdrawn && withdrawn <= end)
            return rule.Unknown(Bearing.Informative, finishes, new Fact(FactName.WithdrawnOn, withdrawn));
        return end > registration.LastDay
            ? rule.Met(Bearing.Informative, new Fact(FactName.StartsOn, question.StartsOn), RegistrationRules.LastDayOf(registration), finishes)
            : null;
    }
}
