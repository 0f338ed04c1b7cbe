using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CqpPortal.Database.Editing;

/// <summary>A text as one JSON document. A name is only ever added: texts are kept for ever.</summary>
internal sealed class EntryTextConverter() : ValueConverter<EntryText, string>(text => Write(text), json => Read(json))
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        // Kept in the database, never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    private static string Write(EntryText text) => JsonSerializer.Serialize(text, Json);

    private static EntryText Read(string json) => JsonSerializer.Deserialize<EntryText>(json, Json)!;
}
