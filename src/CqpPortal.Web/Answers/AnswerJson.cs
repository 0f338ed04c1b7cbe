using System.Text.Json.Serialization;

namespace CqpPortal.Web.Answers;

/// <summary>Answers as JSON, written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EligibilityDocument))]
[JsonSerializable(typeof(WaysDocument))]
[JsonSerializable(typeof(WorthDocument))]
internal sealed partial class AnswerJson : JsonSerializerContext;
