namespace CqpPortal.Domain.Eligibility.Payment;

/// <summary>Own rights are not capped for a certification of the RNCP or a block of it (D. 6323-1 A).</summary>
internal sealed class NoCapInTheRncp : ICondition<PaymentQuestion>
{
    public string Series => "K2";

    public DateOnly DayOf(PaymentQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, PaymentQuestion question) =>
        !question.IsVae && question.Register is { } register && rule.Parameters.Registers.Contains(register) ? rule.Met(Bearing.Informative) : null;
}
