namespace CqpPortal.Domain.Eligibility.Payment;

/// <summary>The flat contribution of the day of the order, due (met) or not (not met) (L. 6323-7).</summary>
internal sealed class FlatContribution : ICondition<PaymentQuestion>
{
    public string Series => "contribution";

    public DateOnly DayOf(PaymentQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, PaymentQuestion question)
    {
        Fact amount = new(FactName.Amount, rule.Parameters.Amount ?? 0), situation = new(FactName.Situation, question.Situation);
        if (rule.Parameters.Situations.Contains(question.Situation)) return rule.NotMet(Bearing.Informative, amount, situation);
        if (question.TopUpFrom is { } source)
        {
            Fact from = new(FactName.TopUpFrom, source);
            return rule.Parameters.TopUps.Contains(source) ? rule.NotMet(Bearing.Informative, amount, from) : rule.Met(Bearing.Informative, amount, from);
        }
        return question.TopUp > 0 && rule.Parameters.TopUps.Count > 0 ? rule.Unknown(Bearing.Informative, amount) : rule.Met(Bearing.Informative, amount, situation);
    }
}
