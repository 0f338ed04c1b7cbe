namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>The CPF of a public agent pays no VAE on Mon Compte Formation: hours, which the employer grants.</summary>
internal sealed class PublicAgentsAskTheirEmployer : ICondition<VaeQuestion>
{
    public string Series => "E16";

    public DateOnly DayOf(VaeQuestion question) => question.Payment?.OrderedOn ?? DateOnly.MinValue;

    public Finding? Examine(DatedRule rule, VaeQuestion question) =>
        question.Payment is { Situation: Situation.PublicAgent } payment ? rule.Unknown(Bearing.Required, new Fact(FactName.Situation, payment.Situation)) : null;
}
