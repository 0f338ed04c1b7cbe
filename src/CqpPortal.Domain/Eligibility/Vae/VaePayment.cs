namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>What is known of a VAE that the CPF should pay. Amounts in euros, not negative.</summary>
public sealed record VaePayment
{
    public required DateOnly OrderedOn { get; init; }

    public Situation Situation { get; init; }

    /// <summary>Price of the support, without the jury.</summary>
    public decimal? Price { get; init; }

    public decimal? Balance { get; init; }

    public decimal? JuryFee { get; init; }

    /// <summary>Whether the certification stands on the France VAE portal.</summary>
    public bool? OnFranceVae { get; init; }

    /// <summary>Whether the person registered there first.</summary>
    public bool? RegisteredOnFranceVae { get; init; }
}
