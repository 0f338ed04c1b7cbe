using System.Text.Json;
using System.Text.Json.Serialization;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Database.Eligibility;

/// <summary>A <see cref="DatedRule"/> as the table <c>rules</c> keeps it.</summary>
internal sealed class StoredRule
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public required string Id { get; init; }

    public required string Series { get; init; }

    public RuleTopic Topic { get; init; }

    public DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? EffectiveUntil { get; init; }

    public required string Parameters { get; init; }

    public required string LegalBasis { get; init; }

    public required string Source { get; init; }

    public required string Explanation { get; init; }

    public required string Texts { get; init; }

    public Confidence Confidence { get; init; }

    /// <summary>Came with the portal; a release that changes its rules replaces it.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Adding it gave an end to the row before.</summary>
    public bool ClosedPrevious { get; init; }

    public static StoredRule Of(DatedRule rule, bool isPublished, bool closedPrevious = false) => new()
    {
        Id = rule.Id,
        Series = rule.Series,
        Topic = rule.Topic,
        EffectiveFrom = rule.Period.From,
        EffectiveUntil = rule.Period.Until,
        Parameters = JsonSerializer.Serialize(rule.Parameters, Json),
        LegalBasis = rule.LegalBasis,
        Source = rule.Source,
        Explanation = JsonSerializer.Serialize(rule.Explanation, Json),
        Texts = JsonSerializer.Serialize(rule.Texts, Json),
        Confidence = rule.Confidence,
        IsPublished = isPublished,
        ClosedPrevious = closedPrevious,
    };

    /// <exception cref="JsonException">The row holds a parameter or an outcome that this portal does not know.</exception>
    public DatedRule ToRule() => new()
    {
        Id = Id,
        Series = Series,
        Topic = Topic,
        Period = new ValidityPeriod(EffectiveFrom, EffectiveUntil),
        Parameters = JsonSerializer.Deserialize<RuleParameters>(Parameters, Json)!,
        LegalBasis = LegalBasis,
        Source = Source,
        Explanation = JsonSerializer.Deserialize<RuleText>(Explanation, Json)!,
        Texts = JsonSerializer.Deserialize<Dictionary<FindingOutcome, RuleText>>(Texts, Json)!,
        Confidence = Confidence,
    };

    /// <summary>All that the rule says, to tell one state of the rules from another.</summary>
    public override string ToString() =>
        string.Join('\n', Id, Series, Topic, EffectiveFrom.ToString("O", null), EffectiveUntil?.ToString("O", null), Parameters, LegalBasis, Source, Explanation, Texts, Confidence);
}
