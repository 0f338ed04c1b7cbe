using System.Text.Json;

namespace CqpPortal.Web.Api;

/// <summary>Parameters as a JSON object: texts, numbers, true or false, and lists of texts.</summary>
internal static class JsonParameters
{
    /// <returns>Null when the body is no such object.</returns>
    public static async Task<Dictionary<string, string?>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
            return Read(body.RootElement);
        }
        // Half of a surrogate pair reads as JSON and is no text.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>Null when the value is no object, or holds what no parameter can be.</returns>
    public static Dictionary<string, string?>? Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        var parameters = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in value.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Object) return null;
            parameters[field.Name] = Written(field.Value);
        }
        return parameters;
    }

    private static string? Written(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.GetArrayLength() == 0 => "none",
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(Written)),
        _ => value.GetRawText(),
    };
}
