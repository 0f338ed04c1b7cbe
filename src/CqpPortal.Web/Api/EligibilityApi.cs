using System.Text.Json;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;
using Microsoft.OpenApi;

namespace CqpPortal.Web.Api;

/// <summary>Eligibility as JSON: the same answers as the pages.</summary>
internal static class EligibilityApi
{
    extension(RouteGroupBuilder api)
    {
        public void MapEligibility()
        {
            Map<EligibilityDocument>("/eligibility/cpf", QuestionKind.Cpf, "answerCpf", "May the CPF pay?", "And what is left to pay, on the day of the order.");
            Map<EligibilityDocument>("/eligibility/vae", QuestionKind.Vae, "answerVae", "Is it open to the validation of experience?", "On the day asked about, for the situation told.");
            Map<WaysDocument>("/eligibility/routes", QuestionKind.Ways, "answerRoutes", "By which ways can it be prepared?", "Each way with who pays, who decides and whom to call.");
            Map<WorthDocument>("/recognition", QuestionKind.Worth, "answerRecognition", "Where is it recognised?", "By the companies of a branch or everywhere, with which level, on a day.");
            api.MapPost("/eligibility/proofs", ProveAsync).Reads(JsonSchemaType.Object, "application/json").Produces<ProofDocument>(201).ProducesProblem(400).ProducesProblem(404)
                .Describe("Eligibility", "createProof", "Keep an answer", "A proof that opens for ever as it was given, at the address in the answer: the same parameters, and kind where it is not about the CPF.");

            void Map<T>(string path, QuestionKind kind, string name, string summary, string what) =>
                api.MapRead(path, (HttpContext context, AnswerDesk desk) => AskAsync(kind, context, desk)).Produces<T>().ProducesProblem(400).ProducesProblem(404)
                    .Takes(QuestionWords.Of(kind))
                    .Describe("Eligibility", name, summary, what + " Dated, explained finding by finding and sourced; undetermined where the law or the data do not say. In French, or in English with Accept-Language: en.");
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
        await Results.Created($"/preuve/{proof.Code}", new ProofDocument(proof.Code.ToString(), $"{site}/preuve/{proof.Code}", proof.MadeAt)).ExecuteAsync(context);
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
        await JsonAnswer.WriteOwnAsync(context, writer => JsonSerializer.Serialize(writer, answered.Document, answered.Document.GetType(), AnswerJson.Readable));
    }
}

/// <param name="Url">Where it opens, for ever as it was given.</param>
internal sealed record ProofDocument(string Code, string Url, DateTimeOffset MadeAt);
