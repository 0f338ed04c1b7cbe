using System.Buffers;
using System.IO.Hashing;
using System.Text.Json;
using CqpPortal.Database.OpenData;
using Microsoft.Net.Http.Headers;

namespace CqpPortal.Web.Api;

/// <summary>A document as JSON, with a mark of its content (ETag): who shows that mark again is told that nothing changed (304).</summary>
internal static class JsonAnswer
{
    private const string Type = "application/json; charset=utf-8";

    /// <summary>For how long a copy may be shown without asking again.</summary>
    private static readonly string Shared = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromMinutes(1) }.ToString();

    /// <summary>An answer to one person's question is nobody else's.</summary>
    private static readonly string Own = new CacheControlHeaderValue { Private = true, NoCache = true }.ToString();

    /// <summary>The same document for everybody.</summary>
    public static Task WriteAsync<T>(HttpContext context, T document) => WriteAsync(context, Shared, writer => JsonSerializer.Serialize(writer, document, PublicJson.Writing));

    /// <summary>What <paramref name="write"/> writes, for the one who asked, in the language preferred.</summary>
    public static Task WriteOwnAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        context.Response.Headers.Vary = "Accept-Language";
        return WriteAsync(context, Own, write);
    }

    private static async Task WriteAsync(HttpContext context, string cacheControl, Action<Utf8JsonWriter> write)
    {
        var content = new ArrayBufferWriter<byte>(4096);
        await using (var writer = new Utf8JsonWriter(content, new JsonWriterOptions { Encoder = PublicJson.Writing.Encoder, SkipValidation = true })) write(writer);
        // Weak: compressed, the same content is other bytes.
        var mark = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(XxHash128.Hash(content.WrittenSpan))}\"", isWeak: true);
        var response = context.Response;
        response.Headers.ETag = mark.ToString();
        response.Headers.CacheControl = cacheControl;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(mark, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = Type;
        response.ContentLength = content.WrittenCount;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.BodyWriter.WriteAsync(content.WrittenMemory, context.RequestAborted);
    }
}
