using System.Text.Json;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers.Batch;

namespace CqpPortal.Web.Api;

/// <summary>Questions as a JSON array: of codes, or of objects with the parameters that an address has.</summary>
internal sealed class JsonList : IDisposable
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];
    private static readonly RuleText NoQuestion = new(
        "Chaque élément est un code ou un objet de textes et de nombres, par exemple {\"code\": \"RNCP35419\"}.", "Each element is a code or an object of texts and numbers, such as {\"code\": \"RNCP35419\"}.");

    private readonly JsonDocument _document;

    private JsonList(JsonDocument document) => _document = document;

    /// <exception cref="RefusedListException">It is no array, or too long.</exception>
    public static JsonList Read(byte[] content)
    {
        var document = Parse(content.AsSpan().StartsWith(Utf8Mark) ? content.AsMemory(Utf8Mark.Length) : content);
        var refused = document.RootElement.ValueKind != JsonValueKind.Array
            ? new RefusedListException(new("Envoyez un tableau JSON de codes ou d’objets.", "Send a JSON array of codes or objects."))
            : document.RootElement.GetArrayLength() > CpfBatch.MostLines ? CpfBatch.TooManyLines : null;
        if (refused is null) return new JsonList(document);
        document.Dispose();
        throw refused;
    }

    public IEnumerable<AskedLine> Lines() => _document.RootElement.EnumerateArray().Select((element, place) => Line(element, place + 1));

    public void Dispose() => _document.Dispose();

    private static JsonDocument Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            return JsonDocument.Parse(content);
        }
        catch (JsonException problem)
        {
            var (line, place) = (problem.LineNumber + 1, problem.BytePositionInLine + 1);
            throw new RefusedListException(new(
                $"Le JSON ne se lit pas à la ligne {line}, octet {place} : corrigez-le et envoyez-le de nouveau. Aucune question n’a été lue.",
                $"The JSON cannot be read at line {line}, byte {place}: correct it and send it again. No question was read."));
        }
    }

    private static AskedLine Line(JsonElement element, int row)
    {
        try
        {
            var values = element.ValueKind == JsonValueKind.String ? new Dictionary<string, string?> { ["code"] = element.GetString() } : JsonParameters.Read(element);
            return values is null ? new AskedLine(row, new Dictionary<string, string?>()) { Refused = ("code", NoQuestion) } : new AskedLine(row, values);
        }
        // Half of a surrogate pair is JSON, but no text.
        catch (InvalidOperationException)
        {
            return new AskedLine(row, new Dictionary<string, string?>()) { Refused = ("code", NoQuestion) };
        }
    }
}
