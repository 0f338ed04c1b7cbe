using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages;

/// <summary>Every error, as a page in French or, where programs ask, as a problem in JSON. It asks nothing of the database.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErreurModel : PageModel
{
    /// <summary>What programs ask for.</summary>
    private static readonly string[] DataPaths = ["/api/", "/openapi/"];

    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>What was asked for, as the reader typed it.</summary>
    public string? Path { get; private set; }

    /// <summary>The words of a missing page's address, ready to be searched.</summary>
    public string? Words { get; private set; }

    /// <summary>Whether it was a page of the staff's.</summary>
    public bool IsOfStaff { get; private set; }

    /// <summary>Before any handler: an error may come of a method (DELETE, PUT) that no page answers.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var path = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        // Nobody meant to open the page of errors itself.
        if (path is null) Response.StatusCode = StatusCodes.Status404NotFound;
        IsOfStaff = path?.StartsWith("/espace-cpne", StringComparison.OrdinalIgnoreCase) == true && Response.StatusCode < 500;
        Path = path is { Length: > 100 } ? path[..100] + "…" : path;
        if (Response.StatusCode == StatusCodes.Status404NotFound) Words = WordsOf(path);
        (Heading, Advice) = Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => (Say("Cette page n’existe pas, ou plus"),
                Say("Le lien est peut-être ancien ou incomplet. Une certification garde toujours son adresse : retrouvez-la par son nom ou par l’un de ses numéros.")),
            StatusCodes.Status403Forbidden => (Say("Cette page n’est pas ouverte à votre compte"),
                Say("Vous êtes bien connecté, mais vos droits ne vont pas jusque-là. Demandez-les à un administrateur du portail : il les donne CPNE par CPNE.")),
            StatusCodes.Status409Conflict => (Say("Quelqu’un d’autre a agi en même temps"),
                Say("Rien n’a été écrasé. Revenez à la page précédente, rechargez-la et regardez ce qui a changé avant de recommencer.")),
            StatusCodes.Status503ServiceUnavailable => (Say("Le portail est momentanément indisponible"),
                Say("Notre base de données ne répond pas. Rien n’est perdu : réessayez dans quelques minutes.")),
            StatusCodes.Status413PayloadTooLarge => (Say("C’est trop lourd pour le portail"),
                Say("Nous n’avons rien lu de ce que vous avez envoyé. Partagez votre fichier en plusieurs, et envoyez-les l’un après l’autre.")),
            >= 400 and < 500 => (Say("Nous n’avons pas compris cette demande"),
                Say("L’adresse contient quelque chose que le portail ne sait pas lire. Reprenez depuis la recherche.")),
            _ => (Say("Une erreur est survenue"),
                Say("Ce n’est pas de votre fait, et l’erreur est enregistrée. Réessayez ; si elle revient, passez par la recherche.")),
        };
        if (!DataPaths.Any(data => path?.StartsWith(data, StringComparison.OrdinalIgnoreCase) == true)) return;
        context.Result = new ObjectResult(new ProblemDetails { Status = Response.StatusCode, Title = Heading, Detail = Advice })
        {
            StatusCode = Response.StatusCode,
            ContentTypes = { "application/problem+json" },
        };
    }

    private static string? WordsOf(string? path)
    {
        var last = path?.TrimEnd('/').Split('/')[^1] ?? "";
        var words = string.Concat(last.Select(character => char.IsLetterOrDigit(character) ? character : ' ')).Trim();
        return words.Length is 0 or > 100 ? null : words;
    }
}
