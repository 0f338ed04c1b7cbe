namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>Who was admissible before the end of the registration may obtain the certification after it (L. 6113-9).</summary>
internal sealed class AdmissibleBeforeTheEnd : ICondition<VaeQuestion>
{
    public string Series => "V10";

    public DateOnly DayOf(VaeQuestion question) => question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question)
    {
        if (question.RncpRegistration is not { } registration) return null;
        if (!(question.JuryOn > registration.LastDay) && !(question.AdmittedOn > registration.LastDay) && question.AppliesOn <= registration.LastDay) return null;
        Fact end = RegistrationRules.LastDayOf(registration);
        if (question.AdmittedOn is not { } admissible || registration.WithdrawnOn is not null) return question.AppliesOn <= registration.LastDay ? rule.Unknown(Bearing.Required, end) : null;
        Fact admitted = new(FactName.AdmissibleOn, admissible);
        return admissible <= registration.LastDay ? rule.Met(Bearing.Required, admitted, end) : rule.NotMet(Bearing.Required, admitted, end);
    }
}
