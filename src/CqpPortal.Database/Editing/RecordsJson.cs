using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Records;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CqpPortal.Database.Editing;

/// <summary>Dated records and applications as JSON. A name is only ever added.</summary>
internal static class RecordsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(), new RegistryNumberJsonConverter(), new DecisionConverter(), new PeriodConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Kept in the database, never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    private sealed record WrittenDecision(CommitteeDecisionKind Kind, string Committee, DateOnly DecidedOn);

    private sealed record WrittenPeriod(DateOnly From, DateOnly? Until);

    private sealed class DecisionConverter : JsonConverter<CommitteeDecision>
    {
        public override CommitteeDecision Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var written = JsonSerializer.Deserialize<WrittenDecision>(ref reader, options)!;
            return new CommitteeDecision(written.Kind, written.Committee, written.DecidedOn);
        }

        public override void Write(Utf8JsonWriter writer, CommitteeDecision value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new WrittenDecision(value.Kind, value.Committee, value.DecidedOn), options);
    }

    private sealed class PeriodConverter : JsonConverter<ValidityPeriod>
    {
        public override ValidityPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var written = JsonSerializer.Deserialize<WrittenPeriod>(ref reader, options)!;
            return new ValidityPeriod(written.From, written.Until);
        }

        public override void Write(Utf8JsonWriter writer, ValidityPeriod value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new WrittenPeriod(value.From, value.Until), options);
    }
}

internal sealed class DatedRecordsConverter() : ValueConverter<DatedRecords, string>(records => RecordsJson.Write(records), json => RecordsJson.Read<DatedRecords>(json));

internal sealed class ApplicationsConverter()
    : ValueConverter<IReadOnlyList<RegistrationApplication>, string>(rows => RecordsJson.Write(rows), json => RecordsJson.Read<IReadOnlyList<RegistrationApplication>>(json));
