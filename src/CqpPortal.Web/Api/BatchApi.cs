using System.Text.Json;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Answers.Batch;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;

namespace CqpPortal.Web.Api;

/// <summary>Many questions on the CPF at once, as JSON or CSV: answers come in the order and form of the questions, as soon as they are known.</summary>
internal static class BatchApi
{
    private const int MostAtOnce = 4;
    private const int FlushedBytes = 32_768;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly SemaphoreSlim Turns = new(MostAtOnce);

    extension(RouteGroupBuilder api)
    {
        public void MapBatch() => api.MapPost("/eligibility/cpf/batch", (HttpContext context, CpfBatch batch) => AnswerAsync(context, batch)).WithMetadata(new RequestSizeLimitAttribute(CpfBatch.MostBytes))
            .Reads(JsonSchemaType.Array, "application/json", "text/csv").Produces<IReadOnlyList<EligibilityDocument>>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503)
            .Describe("Eligibility", "answerCpfBatch", "Many questions on the CPF at once",
                $"A JSON array of codes or of objects with the parameters of /eligibility/cpf, or CSV with such columns: at most {CpfBatch.MostLines} questions. Answers come in the order and form of the questions.");
    }

    private static async Task AnswerAsync(HttpContext context, CpfBatch batch)
    {
        var isCsv = context.Request.GetTypedHeaders().ContentType?.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase) == true;
        var shared = context.Request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        if (!isCsv && !context.Request.HasJsonContentType())
        {
            await Problems.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, new("Envoyez du JSON (application/json) ou du CSV (text/csv).", "Send JSON (application/json) or CSV (text/csv)."));
            return;
        }
        if (batch.ReadShared(shared).Refused is { } refused)
        {
            await Problems.WriteAsync(context, refused, Languages.Of(context.Request));
            return;
        }
        // What waits is not read yet.
        if (!await Turns.WaitAsync(LongestWait, context.RequestAborted))
        {
            await Problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, new("Trop de listes arrivent à la fois : réessayez dans une minute.", "Too many lists come at once: try again in a minute."));
            return;
        }
        try
        {
            var content = await ReadAsync(context);
            await (isCsv ? AnswerCsvAsync(context, batch, CsvList.Read(content), shared) : AnswerJsonAsync(context, batch, content, shared));
        }
        catch (RefusedListException problem)
        {
            await Problems.WriteAsync(context, StatusCodes.Status400BadRequest, problem.Text);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Problems.WriteAsync(context, problem.StatusCode, CpfBatch.TooManyBytes.Text);
        }
        finally
        {
            Turns.Release();
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var content = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 0, CpfBatch.MostBytes));
        await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        return content.Capacity == content.Length ? content.GetBuffer() : content.ToArray();
    }

    private static async Task AnswerCsvAsync(HttpContext context, CpfBatch batch, CsvList list, Dictionary<string, string> shared)
    {
        var language = Languages.Of(context.Request);
        context.Response.ContentType = "text/csv; charset=utf-8; header=present";
        var lines = batch.AnswerAsync(list.Lines(), shared, (language, SiteAddress.Of(context.Request)), context.RequestAborted)
            .Select(line => line.Checked(language, parameter => list.NameOf(parameter, AddedColumns.OfApi)));
        await CompletedCsv.WriteAsync(list, lines, AddedColumns.OfApi, context.Response.Body, context.RequestAborted);
    }

    private static async Task AnswerJsonAsync(HttpContext context, CpfBatch batch, byte[] content, Dictionary<string, string> shared)
    {
        using var list = JsonList.Read(content);
        var site = (Language: Languages.Of(context.Request), Site: SiteAddress.Of(context.Request));
        context.Response.ContentType = "application/json; charset=utf-8";
        var output = context.Response.BodyWriter;
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = AnswerJson.Readable.Options.Encoder });
        json.WriteStartArray();
        await foreach (var line in batch.AnswerAsync(list.Lines(), shared, site, context.RequestAborted))
        {
            if (line.Problem is null) JsonSerializer.Serialize(json, line.Document, AnswerJson.Readable.EligibilityDocument);
            else
            {
                json.WriteStartObject();
                json.WritePropertyName("error");
                JsonSerializer.Serialize(json, Problems.Of(line.Problem, site.Language, site.Site), JsonSerializerOptions.Web);
                json.WriteEndObject();
            }
            if (json.BytesPending < FlushedBytes) continue;
            json.Flush();
            await output.FlushAsync(context.RequestAborted);
        }
        json.WriteEndArray();
    }
}
