using System.Text.Json;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Api;

/// <summary>Eligibility as JSON: the same answers as the pages.</summary>
internal static class EligibilityApi
{
    extension(WebApplication app)
    {
        public void MapEligibilityApi()
        {
            app.MapGet("/api/v1/eligibility/cpf", (HttpContext context, AnswerDesk desk) => AskAsync(QuestionKind.Cpf, context, desk));
            app.MapGet("/api/v1/eligibility/vae", (HttpContext context, AnswerDesk desk) => AskAsync(QuestionKind.Vae, context, desk));
            app.MapGet("/api/v1/eligibility/routes", (HttpContext context, AnswerDesk desk) => AskAsync(QuestionKind.Ways, context, desk));
            app.MapGet("/api/v1/recognition", (HttpContext context, AnswerDesk desk) => AskAsync(QuestionKind.Worth, context, desk));
        }
    }

    private static async Task AskAsync(QuestionKind kind, HttpContext context, AnswerDesk desk)
    {
        var language = Languages.Of(context.Request);
        var query = context.Request.Query;
        if (kind.RefuseUnknown(query.Keys) is { } refused)
        {
            await Problems.WriteAsync(context, refused, language);
            return;
        }
        var answering = await desk.AskAsync(kind, new Parameters(name => query[name]), (language, SiteAddress.Of(context.Request)), context.RequestAborted);
        if (answering is not Answering.Answered answered)
        {
            await Problems.WriteAsync(context, answering, language);
            return;
        }
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.BodyWriter, answered.Document, answered.Document.GetType(), AnswerJson.Default, context.RequestAborted);
    }
}
