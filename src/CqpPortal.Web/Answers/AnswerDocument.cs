using System.Text.Json.Serialization;

namespace CqpPortal.Web.Answers;

/// <summary>
/// An answer in words of one language, as the API gives it, pages show it and proofs keep it. Names and values are part of the public
/// contract: what is once given is never renamed.
/// </summary>
[JsonDerivedType(typeof(EligibilityDocument))]
[JsonDerivedType(typeof(WaysDocument))]
[JsonDerivedType(typeof(WorthDocument))]
internal abstract record AnswerDocument
{
    [JsonPropertyOrder(-10)]
    public required CertificationPart Certification { get; init; }

    [JsonPropertyOrder(-9)]
    public required AskedQuestion Question { get; init; }

    /// <summary>The answer in one sentence or two.</summary>
    [JsonPropertyOrder(-7)]
    public required string Summary { get; init; }

    [JsonPropertyOrder(10)]
    public required string RulesVersion { get; init; }

    /// <summary>As of which day the registrations are known.</summary>
    [JsonPropertyOrder(11)]
    public required DateOnly DataDate { get; init; }
}

/// <param name="Code">As understood.</param>
internal sealed record CertificationPart(string Id, string Title, string Kind, string Code, string Url, bool IsDemonstration);

internal sealed record FindingPart
{
    public required string Rule { get; init; }

    public required string Outcome { get; init; }

    public required string Text { get; init; }

    public required string LegalBasis { get; init; }

    public required string Source { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DateOnly? EffectiveUntil { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DateOnly? MetFrom { get; init; }

    public required string Confidence { get; init; }

    /// <summary>Whether the verdict rests on it first.</summary>
    public required bool Decides { get; init; }

    /// <summary>What was looked at.</summary>
    public required IReadOnlyList<FactPart> Facts { get; init; }
}

internal sealed record FactPart(string Label, string Value);

/// <summary>In euros; null where not told, not yet in force, or not eligible.</summary>
internal sealed record AmountsPart
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public decimal? Contribution { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public decimal? Cap { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public decimal? AccountPays { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public decimal? TopUp { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public decimal? HolderPays { get; init; }
}

internal sealed record ReplacementPart(string Code, string Title, string Url);

/// <summary>The answer on CPF or VAE.</summary>
internal sealed record EligibilityDocument : AnswerDocument
{
    [JsonPropertyOrder(-8)]
    public required string Verdict { get; init; }

    public required IReadOnlyList<FindingPart> Findings { get; init; }

    public required AmountsPart Amounts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ReplacementPart? Replacement { get; init; }
}

/// <summary>The answer on the ways to prepare.</summary>
internal sealed record WaysDocument : AnswerDocument
{
    public required IReadOnlyList<WayPart> Routes { get; init; }
}

internal sealed record WayPart
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Verdict { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyList<FindingPart> Findings { get; init; }

    /// <summary>Who starts it and who decides.</summary>
    public required string DecidedBy { get; init; }

    public required string Funder { get; init; }

    public required string Contact { get; init; }
}

/// <summary>The answer on recognition.</summary>
internal sealed record WorthDocument : AnswerDocument
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required bool? Exists { get; init; }

    public required string RecognisedIn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required bool? BranchRecognised { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int? Level { get; init; }

    public required IReadOnlyList<FindingPart> Findings { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ReplacementPart? Replacement { get; init; }
}
