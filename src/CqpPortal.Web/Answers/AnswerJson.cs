using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CqpPortal.Web.Answers;

/// <summary>Answers as JSON, written without reflection.</summary>
[JsonSerializable(typeof(EligibilityDocument))]
[JsonSerializable(typeof(WaysDocument))]
[JsonSerializable(typeof(WorthDocument))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    /// <summary>Accents as letters, which people can read and take half the bytes.</summary>
    public static AnswerJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
