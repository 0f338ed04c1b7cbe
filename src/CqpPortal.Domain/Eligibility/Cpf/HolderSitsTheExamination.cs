namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>The holder registers for the tests and sits them.</summary>
internal sealed class HolderSitsTheExamination : ICondition<CpfQuestion>
{
    public string Series => "E11";

    public DateOnly DayOf(CpfQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question) =>
        question.Registration is null ? null : rule.Warning(Bearing.Informative);
}
