using System.Text.Json;
using System.Text.Json.Serialization;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Database.Registers.Fiches;

/// <summary>Writes a number as people read it: <c>RNCP35419</c>.</summary>
public sealed class RegistryNumberJsonConverter : JsonConverter<RegistryNumber>
{
    public override RegistryNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RegistryNumber.TryParse(reader.GetString(), out var number) ? number : throw new JsonException("Not a register number.");

    public override void Write(Utf8JsonWriter writer, RegistryNumber value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }
}
