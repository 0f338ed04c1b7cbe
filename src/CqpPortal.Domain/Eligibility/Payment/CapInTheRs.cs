namespace CqpPortal.Domain.Eligibility.Payment;

/// <summary>Own rights pay no more than a cap for the répertoire spécifique, CléA excepted (D. 6323-1 A).</summary>
internal sealed class CapInTheRs : ICondition<PaymentQuestion>
{
    public string Series => "K1";

    public DateOnly DayOf(PaymentQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, PaymentQuestion question)
    {
        if (question.IsVae || question.Register is not { } register || !rule.Parameters.Registers.Contains(register)) return null;
        return question.IsClea ? rule.NotMet(Bearing.Informative) : rule.Met(Bearing.Informative, new Fact(FactName.Cap, rule.Parameters.Cap ?? 0));
    }
}
