namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>The provider is referenced on Mon Compte Formation: no register that the portal reads says so.</summary>
internal sealed class ProviderIsOnMonCompteFormation : ICondition<CpfQuestion>
{
    public string Series => "E8";

    public DateOnly DayOf(CpfQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question) =>
        question.Registration is null ? null : rule.Unknown(Bearing.Personal);
}
