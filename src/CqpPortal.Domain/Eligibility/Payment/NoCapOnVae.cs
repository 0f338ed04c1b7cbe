namespace CqpPortal.Domain.Eligibility.Payment;

/// <summary>No cap for a VAE stands in the decree, although the law allowed one: to be checked.</summary>
internal sealed class NoCapOnVae : ICondition<PaymentQuestion>
{
    public string Series => "K3";

    public DateOnly DayOf(PaymentQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, PaymentQuestion question) => question.IsVae ? rule.Warning(Bearing.Informative) : null;
}
