namespace CqpPortal.Domain.Eligibility.Payment;

/// <summary>A rise of the contribution was announced, and no published text was seen.</summary>
internal sealed class ContributionMayRise(string series) : ICondition<PaymentQuestion>
{
    public string Series => series;

    public DateOnly DayOf(PaymentQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, PaymentQuestion question) => rule.Warning(Bearing.Informative);
}
