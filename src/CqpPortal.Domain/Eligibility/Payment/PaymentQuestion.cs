using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Payment;

/// <summary>What decides who pays what. Amounts in euros, not negative; null where nobody told.</summary>
internal sealed record PaymentQuestion
{
    public required DateOnly OrderedOn { get; init; }

    public Situation Situation { get; init; }

    public Register? Register { get; init; }

    public bool IsClea { get; init; }

    public bool IsVae { get; init; }

    public decimal? Price { get; init; }

    public decimal? Balance { get; init; }

    public decimal? TopUp { get; init; }

    public TopUpSource? TopUpFrom { get; init; }
}
