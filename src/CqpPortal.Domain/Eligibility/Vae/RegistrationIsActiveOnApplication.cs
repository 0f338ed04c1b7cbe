namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>The registration runs on the day of the file, unless admissibility before its end already protects the candidate (L. 6113-9).</summary>
internal sealed class RegistrationIsActiveOnApplication : ICondition<VaeQuestion>
{
    public string Series => "V1c";

    public DateOnly DayOf(VaeQuestion question) => question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question)
    {
        if (question.RncpRegistration is not { } registration) return null;
        // After the end, only admissibility counts, which another rule looks at.
        var isProtected = question.AppliesOn > registration.LastDay && question.AdmittedOn <= registration.LastDay && registration.WithdrawnOn is null;
        return isProtected ? null : rule.RunsOn(registration, new Fact(FactName.AppliesOn, question.AppliesOn));
    }
}
