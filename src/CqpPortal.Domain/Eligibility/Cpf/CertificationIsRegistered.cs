namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>A certification that is in no register does not open the CPF (L. 6323-6, I, a contrario).</summary>
internal sealed class CertificationIsRegistered : ICondition<CpfQuestion>
{
    public string Series => "E4";

    public DateOnly DayOf(CpfQuestion question) => question.StartsOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question) =>
        question.Registration is null ? rule.NotMet(Bearing.Required) : null;
}
