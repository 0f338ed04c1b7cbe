namespace CqpPortal.Domain.Eligibility;

/// <summary>The question that a rule helps to answer.</summary>
public enum RuleTopic
{
    /// <summary>Existence, recognition, level.</summary>
    Worth,

    Cpf,

    /// <summary>What the holder pays.</summary>
    Payment,

    Vae,

    /// <summary>The ways to prepare a certification.</summary>
    Ways,
}
