using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.OpenData;

/// <summary>How published data are written as JSON: names and values in camel case, accents as letters, nothing for what is not known.</summary>
[JsonSourceGenerationOptions]
[JsonSerializable(typeof(PublicCertification))]
public sealed partial class PublicJson : JsonSerializerContext
{
    /// <summary>The options, for documents that other contexts describe.</summary>
    public static JsonSerializerOptions Writing { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters =
        {
            new NamedValueConverter<AccessRouteCode>(FacetValues.Route),
            new NamedValueConverter<RecognitionStatus>(FacetValues.Recognition),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
        },
    };

    public static PublicJson Readable { get; } = new(new JsonSerializerOptions(Writing));

    /// <summary>Values that addresses and the API name otherwise than the code; what is stored under the code's names is read as well.</summary>
    private sealed class NamedValueConverter<T>(IReadOnlyDictionary<T, string> names) : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString();
            return names.FirstOrDefault(name => name.Value == text) is { Value: not null } known ? known.Key : Enum.Parse<T>(text ?? "");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(names[value]);
    }
}
