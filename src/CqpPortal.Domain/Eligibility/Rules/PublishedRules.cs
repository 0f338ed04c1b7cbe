using System.Text.Json;
using System.Text.Json.Serialization;
using CqpPortal.Domain.Calendar;

namespace CqpPortal.Domain.Eligibility.Rules;

/// <summary>The rules that come with the portal: the files of this folder, one a topic. The database starts from them and may hold later ones.</summary>
public static class PublishedRules
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <exception cref="JsonException">A file does not read as rules.</exception>
    public static IReadOnlyList<DatedRule> Read() =>
        [.. Enum.GetValues<RuleTopic>().SelectMany(topic => Open(topic).Select(row => row.ToRule(topic)))];

    private static Row[] Open(RuleTopic topic)
    {
        var name = $"{typeof(PublishedRules).Namespace}.{topic.ToString().ToLowerInvariant()}.json";
        using var file = typeof(PublishedRules).Assembly.GetManifestResourceStream(name) ?? throw new JsonException($"There is no file {name}.");
        return JsonSerializer.Deserialize<Row[]>(file, Json)!;
    }

    /// <summary>A rule as written in the files; the series is the identifier where none is written.</summary>
    private sealed record Row(
        string Id, DateOnly From, string LegalBasis, string Source, RuleText Explanation, Confidence Confidence,
        string? Series = null, DateOnly? Until = null, RuleParameters? Parameters = null, Dictionary<FindingOutcome, RuleText>? Texts = null)
    {
        public DatedRule ToRule(RuleTopic topic) => new()
        {
            Id = Id,
            Series = Series ?? Id,
            Topic = topic,
            Period = new ValidityPeriod(From, Until),
            Parameters = Parameters ?? new RuleParameters(),
            LegalBasis = LegalBasis,
            Source = Source,
            Explanation = Explanation,
            Texts = Texts ?? [],
            Confidence = Confidence,
        };
    }
}
