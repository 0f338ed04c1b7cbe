using System.Text.Json;
using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Answers.Batch;

/// <summary>Questions as a JSON array: of codes, or of objects with the parameters that an address has.</summary>
internal sealed class JsonList : IDisposable
{
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

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
                $"Le JSON ne se lit pas à la ligne {line}, octet {place} : corrigez-le et envoyez-le de nouveau. Aucune ligne n’a été lue.",
                $"The JSON cannot be read at line {line}, byte {place}: correct it and send it again. No line was read."));
        }
    }

    private static AskedLine Line(JsonElement element, int row)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        (string Parameter, RuleText Text)? refused = null;
        try
        {
            if (element.ValueKind == JsonValueKind.String) values.Add("code", element.GetString()!);
            else if (element.ValueKind != JsonValueKind.Object)
                refused = ("code", new("Chaque élément est un code ou un objet, par exemple {\"code\": \"RNCP35419\"}.", "Each element is a code or an object, such as {\"code\": \"RNCP35419\"}."));
            else
            {
                foreach (var property in element.EnumerateObject())
                {
                    if (Written(property.Value) is { } written) values[property.Name] = written;
                    else if (property.Value.ValueKind != JsonValueKind.Null)
                        refused ??= (property.Name, new("Écrivez un texte, un nombre, true, false ou un tableau de textes.", "Write a text, a number, true, false or an array of texts."));
                }
            }
        }
        // Half of a surrogate pair is JSON, but no text.
        catch (InvalidOperationException)
        {
            refused = ("code", new("Ce texte contient un caractère incomplet.", "This text holds an incomplete character."));
        }
        return new AskedLine(row, values) { Refused = refused };
    }

    /// <summary>As an address would write it.</summary>
    private static string? Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Array when value.GetArrayLength() == 0 => "none",
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => string.Join(',', value.EnumerateArray().Select(item => item.GetString())),
        _ => null,
    };
}
