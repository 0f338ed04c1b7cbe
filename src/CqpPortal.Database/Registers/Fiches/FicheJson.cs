using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CqpPortal.Database.Registers.Fiches;

/// <summary>How a fiche is kept in the column <c>document</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Fiche))]
[JsonSerializable(typeof(FichePartner[]))]
public sealed partial class FicheJson : JsonSerializerContext
{
    /// <summary>The encoder of a JSON column, where nothing is read as HTML: accents stay as they are, half the bytes.</summary>
    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>
    /// Not the generated reader, which turns into null whatever a document lacks: outlines leave lists out, and older documents lack newer ones.
    /// </summary>
    private static readonly JsonSerializerOptions AsTheRecordsSay = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>What the document lacks is as empty as in a new fiche.</summary>
    /// <exception cref="JsonException">The text is not a fiche that <see cref="Write"/> wrote.</exception>
    public static Fiche Read(string document) =>
        JsonSerializer.Deserialize<Fiche>(document, AsTheRecordsSay) ?? throw new JsonException("An empty document is no fiche.");

    internal static void Write(Fiche fiche, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, AsWritten);
        JsonSerializer.Serialize(writer, fiche, Default.Fiche);
    }
}
