namespace CqpPortal.Domain.Eligibility.Payment;

/// <summary>Who pays what, in euros: an estimate. What the order of mobilisation of rights changes since décret 2025-1156 is not modelled.</summary>
public sealed record Amounts
{
    /// <summary>Flat contribution of the day before it is limited by the price; null before 21 November 2019.</summary>
    public decimal? Contribution { get; init; }

    /// <summary>Most that own rights may pay; null where there is none.</summary>
    public decimal? Cap { get; init; }

    /// <summary>Null, as the two below, where price or balance are not told.</summary>
    public decimal? AccountPays { get; init; }

    public decimal? TopUp { get; init; }

    /// <summary>The contribution is part of it.</summary>
    public decimal? HolderPays { get; init; }

    /// <summary>
    /// Shares the price: <c>F = min(contribution, price)</c>, <c>R = max(0, min(balance, cap, price − F − top-ups))</c>, and the holder pays the rest. None
    /// is negative and the three add up to the price.
    /// </summary>
    public Amounts Share(decimal price, decimal balance, decimal topUp)
    {
        var contribution = Math.Min(Contribution ?? 0, price);
        var given = Math.Min(topUp, price);
        var rights = Math.Max(0, Math.Min(Math.Min(balance, Cap ?? decimal.MaxValue), price - contribution - given));
        return this with { AccountPays = rights, TopUp = given, HolderPays = price - rights - given };
    }
}
