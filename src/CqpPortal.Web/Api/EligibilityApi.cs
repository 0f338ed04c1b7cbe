using System.Text.Json;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Api;

/// <summary>Eligibility as JSON: the same answers as the pages.</summary>
internal static class EligibilityApi
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = AnswerJson.Readable.Options.Encoder, SkipValidation = true };

    extension(WebApplication app)
    {
        public void MapEligibilityApi()
        {
            app.MapGet("/api/v1/eligibility/cpf", (HttpContext context, AnswerDesk desk) => AskAsync(QuestionKind.Cpf, context, desk));
            app.MapGet("/api/v1/eligibility/vae", (HttpContext context, AnswerDesk desk) => AskAsync(QuestionKind.Vae, context, desk));
            app.MapGet("/api/v1/eligibility/routes", (HttpContext context, AnswerDesk desk) => AskAsync(QuestionKind.Ways, context, desk));
            app.MapPost("/api/v1/eligibility/proofs", ProveAsync);
            app.MapGet("/api/v1/recognition", (HttpContext context, AnswerDesk desk) => AskAsync(QuestionKind.Worth, context, desk));
        }
    }

    /// <summary>A proof of the answer to the question in the body: the same parameters, and <c>kind</c> where it is not about the CPF.</summary>
    private static async Task ProveAsync(HttpContext context, ProofDesk desk)
    {
        var language = Languages.Of(context.Request);
        var typed = await JsonParameters.ReadAsync(context.Request, context.RequestAborted);
        var kind = typed is null ? null : QuestionKind.All.FirstOrDefault(known => known.Name == (typed.GetValueOrDefault("kind") ?? QuestionKind.Cpf.Name));
        if (typed is null || kind is null)
        {
            await Problems.WriteAsync(context, typed is null
                ? Refused("body", "Envoyez un objet JSON dont les noms sont ceux des paramètres.", "Send a JSON object whose names are those of the parameters.")
                : Refused("kind", $"Écrivez l’une de ces valeurs : {string.Join(", ", QuestionKind.All.Select(known => known.Name))}.", $"Write one of: {string.Join(", ", QuestionKind.All.Select(known => known.Name))}."), language);
            return;
        }
        if (kind.RefuseUnknown(typed.Keys.Where(name => !name.Equals("kind", StringComparison.OrdinalIgnoreCase))) is { } unknown)
        {
            await Problems.WriteAsync(context, unknown, language);
            return;
        }
        var site = SiteAddress.Of(context.Request);
        var (proof, answering) = await desk.MakeAsync(kind, typed.GetValueOrDefault, site, context.RequestAborted);
        if (proof is null)
        {
            await Problems.WriteAsync(context, answering, language);
            return;
        }
        await Results.Created($"/preuve/{proof.Code}", new { code = proof.Code.ToString(), url = $"{site}/preuve/{proof.Code}", madeAt = proof.MadeAt }).ExecuteAsync(context);
    }

    private static Answering.Refused Refused(string name, string fr, string en) => new(new Dictionary<string, RuleText> { [name] = new(fr, en) });

    /// <summary>Two prices are no price; only what is held may come several times.</summary>
    private static Answering.Refused? RefuseTwice(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (values.Count > 1 && !name.Equals("heldBlocks", StringComparison.OrdinalIgnoreCase)) return Refused(name, "Donnez ce paramètre une seule fois.", "Give this parameter once only.");
        }
        return null;
    }

    private static async Task AskAsync(QuestionKind kind, HttpContext context, AnswerDesk desk)
    {
        var language = Languages.Of(context.Request);
        var query = context.Request.Query;
        if ((kind.RefuseUnknown(query.Keys) ?? RefuseTwice(query)) is { } refused)
        {
            await Problems.WriteAsync(context, refused, language);
            return;
        }
        var answering = await desk.AnswerVisitorAsync(kind, new Parameters(name => query[name]), (language, SiteAddress.Of(context.Request)), context.RequestAborted);
        if (answering is not Answering.Answered answered)
        {
            await Problems.WriteAsync(context, answering, language);
            return;
        }
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, WriterOptions);
        JsonSerializer.Serialize(writer, answered.Document, answered.Document.GetType(), AnswerJson.Readable);
    }
}
