using System.Text.Json;

namespace CqpPortal.Web.Answers;

/// <summary>A question as parameters again: what addresses, forms and proofs write.</summary>
internal static class QuestionParameters
{
    public static IReadOnlyList<(string Name, string Value)> Of(AskedQuestion question) =>
        [.. JsonSerializer.SerializeToElement(question, AnswerJson.Readable.AskedQuestion).EnumerateObject().Select(field => (field.Name, Written(field.Value)))];

    private static string Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array when value.GetArrayLength() == 0 => "none",
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(Written)),
        _ => value.GetRawText(),
    };
}
