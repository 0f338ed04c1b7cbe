namespace CqpPortal.Database.Eligibility;

/// <summary>An answer as it was given, kept under a code to be opened again unchanged. Holds a question and its answer, never a person.</summary>
public sealed class Proof
{
    public required ProofCode Code { get; init; }

    /// <summary>Kind of the question.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The answer in French, as JSON.</summary>
    public required string French { get; init; }

    /// <summary>The answer in English, as JSON.</summary>
    public required string English { get; init; }

    public required string RulesVersion { get; init; }

    public required DateOnly DataDate { get; init; }
}
