namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>From 2015 to 2018, CléA is open without any list.</summary>
internal sealed class CleaNeedsNoList : ICondition<CpfQuestion>
{
    public string Series => "E1a";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question) =>
        question.Certification.IsClea ? rule.Met(Bearing.Required) : null;
}
