namespace CqpPortal.Database.Eligibility;

/// <summary>
/// How often a question was answered on one day: what a new rule is tried on. Nothing tells who asked: no address, no account, no SIRET; amounts are rounded, and what is not a
/// code, a day, a number or a choice is left out.
/// </summary>
public sealed class AskedQuestionCount
{
    /// <summary>Longer questions are not kept: the key of an index holds no more.</summary>
    public const int MaxParametersLength = 1000;

    /// <summary>As <c>cpf</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>As an address writes them: <c>code=RNCP35419&amp;orderDate=2026-11-24</c>.</summary>
    public required string Parameters { get; init; }

    /// <summary>Day in Paris on which it was asked.</summary>
    public required DateOnly AskedOn { get; init; }

    public required int Count { get; init; }
}
