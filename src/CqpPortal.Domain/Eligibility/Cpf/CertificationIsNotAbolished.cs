namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>Abolished by its CPNE: who began may finish.</summary>
internal sealed class CertificationIsNotAbolished : ICondition<CpfQuestion>
{
    public string Series => "b.6";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question) =>
        rule.Abolished(question.Certification.Recognition, question.StartsOn);
}
