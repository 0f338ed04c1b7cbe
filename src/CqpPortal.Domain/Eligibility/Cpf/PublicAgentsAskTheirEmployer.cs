namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>A public agent has hours, which the employer grants; nothing is bought on Mon Compte Formation.</summary>
internal sealed class PublicAgentsAskTheirEmployer : ICondition<CpfQuestion>
{
    public string Series => "E16";

    public DateOnly DayOf(CpfQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, CpfQuestion question) =>
        question.Situation == Situation.PublicAgent ? rule.Unknown(Bearing.Required, new Fact(FactName.Situation, question.Situation)) : null;
}
