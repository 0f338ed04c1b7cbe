namespace CqpPortal.Domain.Eligibility.Payment;

/// <summary>The cap bears on own rights: money of a third party comes on top.</summary>
internal sealed class TopUpsAreNotCapped : ICondition<PaymentQuestion>
{
    public string Series => "K4";

    public DateOnly DayOf(PaymentQuestion question) => question.OrderedOn;

    public Finding? Examine(DatedRule rule, PaymentQuestion question) =>
        question is { TopUp: > 0 } ? rule.Met(Bearing.Informative, new Fact(FactName.TopUp, question.TopUp.Value)) : null;
}
