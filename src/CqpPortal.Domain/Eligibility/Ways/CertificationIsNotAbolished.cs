namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>Abolished by its CPNE while a registration still runs.</summary>
internal sealed class CertificationIsNotAbolished : ICondition<WaysQuestion>
{
    public string Series => "b.6";

    public DateOnly DayOf(WaysQuestion question) => question.Day;

    public Finding? Examine(DatedRule rule, WaysQuestion question) =>
        rule.Abolished(question.Certification.Recognition, question.Day);
}
