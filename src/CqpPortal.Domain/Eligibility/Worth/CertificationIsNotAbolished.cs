namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>Abolished by its CPNE: who holds it keeps it.</summary>
internal sealed class CertificationIsNotAbolished : ICondition<WorthQuestion>
{
    public string Series => "b.6";

    public DateOnly DayOf(WorthQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WorthQuestion question) =>
        rule.Abolished(question.Certification.Recognition, question.Day);
}
