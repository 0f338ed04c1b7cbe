namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>Abolished by its CPNE: who began may finish.</summary>
internal sealed class CertificationIsNotAbolished : ICondition<VaeQuestion>
{
    public string Series => "b.6";

    public DateOnly DayOf(VaeQuestion question) => question.AppliesOn;

    public Finding? Examine(DatedRule rule, VaeQuestion question) =>
        rule.Abolished(question.Certification.Recognition, question.AppliesOn);
}
