using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CqpPortal.Database.Registers.Fiches;

/// <summary>How a fiche is kept in the column <c>document</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Fiche))]
public sealed partial class FicheJson : JsonSerializerContext
{
    /// <summary>The encoder of a JSON column, where nothing is read as HTML: accents stay as they are, half the bytes.</summary>
    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <exception cref="JsonException">The text is not a fiche that <see cref="Write"/> wrote.</exception>
    public static Fiche Read(string document) =>
        JsonSerializer.Deserialize(document, Default.Fiche) ?? throw new JsonException("An empty document is no fiche.");

    internal static void Write(Fiche fiche, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, AsWritten);
        JsonSerializer.Serialize(writer, fiche, Default.Fiche);
    }
}
