using System.Text.Json;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Api;

/// <summary>What went wrong with a question, as <c>application/problem+json</c> (RFC 9457) in the language of the reader.</summary>
internal static class Problems
{
    public static Task WriteAsync(HttpContext context, Answering answering, Language language)
    {
        var french = language == Language.French;
        object problem = answering switch
        {
            Answering.Refused refused => new
            {
                type = "about:blank",
                title = french ? "Un paramètre est à corriger" : "A parameter needs correcting",
                status = StatusCodes.Status400BadRequest,
                detail = string.Join(" ", refused.Parameters.Select(parameter => $"{parameter.Key}{(french ? " : " : ": ")}{(french ? parameter.Value.Fr : parameter.Value.En)}")),
                errors = refused.Parameters.ToDictionary(parameter => parameter.Key, parameter => new[] { french ? parameter.Value.Fr : parameter.Value.En }),
            },
            Answering.NotFound missing => new
            {
                type = "about:blank",
                title = french ? "Certification introuvable" : "Certification not found",
                status = StatusCodes.Status404NotFound,
                detail = french
                    ? $"Aucun CQP ne porte le code, le numéro ou le titre « {missing.Typed} »."
                    : $"No CQP has the code, number or title “{missing.Typed}”.",
                suggestions = missing.Suggestions.Select(suggestion => new
                {
                    code = suggestion.Code,
                    title = suggestion.Title,
                    url = $"{SiteAddress.Of(context.Request)}/certifications/{suggestion.Slug}",
                }),
            },
            _ => throw new ArgumentException("An answer is no problem.", nameof(answering)),
        };
        context.Response.StatusCode = answering is Answering.Refused ? StatusCodes.Status400BadRequest : StatusCodes.Status404NotFound;
        context.Response.Headers.Vary = "Accept-Language";
        return context.Response.WriteAsJsonAsync(problem, JsonSerializerOptions.Web, "application/problem+json; charset=utf-8", context.RequestAborted);
    }
}
