using CqpPortal.Database.OpenData;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Api;

/// <summary>What went wrong with a question, as <c>application/problem+json</c> (RFC 9457) in the language of the reader.</summary>
internal static class Problems
{
    public static Task WriteAsync(HttpContext context, Answering answering, Language language)
    {
        context.Response.StatusCode = answering is Answering.Refused ? StatusCodes.Status400BadRequest : StatusCodes.Status404NotFound;
        return WriteAsync(context, Of(answering, language, SiteAddress.Of(context.Request)));
    }

    /// <summary>A request that cannot be answered as a whole.</summary>
    public static Task WriteAsync(HttpContext context, int status, RuleText text)
    {
        var french = Languages.Of(context.Request) == Language.French;
        context.Response.StatusCode = status;
        return WriteAsync(context, new
        {
            type = "about:blank",
            title = french ? "La demande est à corriger" : "The request needs correcting",
            status,
            detail = french ? text.Fr : text.En,
        });
    }

    /// <summary>What the problem says, wherever it is written.</summary>
    public static object Of(Answering answering, Language language, string site)
    {
        var french = language == Language.French;
        return answering switch
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
                    url = $"{site}/certifications/{suggestion.Slug}",
                }),
            },
            _ => throw new ArgumentException("An answer is no problem.", nameof(answering)),
        };
    }

    private static Task WriteAsync(HttpContext context, object problem)
    {
        context.Response.Headers.Vary = "Accept-Language";
        return context.Response.WriteAsJsonAsync(problem, PublicJson.Writing, "application/problem+json; charset=utf-8", context.RequestAborted);
    }
}
