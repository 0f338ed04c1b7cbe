using CqpPortal.Database;
using CqpPortal.Database.Registers;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>A page that asks one kind of question by its address: without a code, the form alone.</summary>
/// <typeparam name="TDocument">The answer.</typeparam>
internal abstract class AnswerPage<TDocument>(AnswerDesk desk, PortalDbContext database) : PageModel
    where TDocument : AnswerDocument
{
    private static readonly RuleText UnknownCode = new(
        "Aucun CQP ne porte ce code ni ce titre : choisissez une proposition, ou corrigez.", "No CQP has this code or title: choose a suggestion, or correct it.");

    /// <summary>What was typed, or understood.</summary>
    public TypedForm Typed { get; protected set; } = null!;

    /// <summary>The answer; null where nothing was asked yet, or something must be corrected first.</summary>
    public TDocument? Document { get; private set; }

    public Answering.NotFound? NotFoundCode { get; private set; }

    /// <summary>The typed number is that of a fiche that is no CQP.</summary>
    public RegistryNumber? OtherFiche { get; private set; }

    public bool HasErrors => Typed.Refused.Count > 0;

    protected PortalDbContext Database => database;

    protected abstract QuestionKind Kind { get; }

    protected abstract TypedForm Empty { get; }

    protected virtual bool IsAsked => Request.Query.ContainsKey("code");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Typed = Empty.Read(Request.Query);
        // A form sends its empty fields as well: the address that people copy holds only what was told.
        if (Typed["code"] is not null && Request.Query.Any(field => string.IsNullOrWhiteSpace(field.Value))) return LocalRedirect(Typed.Address);
        if (!IsAsked)
        {
            await WelcomeAsync(cancellationToken);
            return Page();
        }
        switch (await desk.AnswerVisitorAsync(Kind, await ReadAsync(Typed, cancellationToken), (Written.PageLanguage, ""), cancellationToken))
        {
            case Answering.Answered { Document: TDocument document, Context: var context }:
                Document = document;
                Typed = Typed.Understood(document.Question);
                await AnsweredAsync(document, context, cancellationToken);
                break;
            case Answering.Refused { Parameters: var refused }:
                Refuse(refused, StatusCodes.Status400BadRequest);
                break;
            case Answering.NotFound missing:
                NotFoundCode = missing;
                OtherFiche = await OtherFicheAsync(missing.Typed, cancellationToken);
                Refuse(new Dictionary<string, RuleText> { ["code"] = UnknownCode }, StatusCodes.Status404NotFound);
                break;
        }
        return Page();
    }

    /// <summary>The parameters to ask with; what does not read may be refused at once.</summary>
    protected virtual Task<Parameters> ReadAsync(TypedForm typed, CancellationToken cancellationToken) => Task.FromResult(typed.ToParameters());

    /// <summary>What a page shows before anything is asked.</summary>
    protected virtual Task WelcomeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What a page does beside with its answer.</summary>
    protected virtual Task AnsweredAsync(TDocument document, AnswerContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    private void Refuse(IReadOnlyDictionary<string, RuleText> refused, int status)
    {
        Typed = Typed with { Refused = refused };
        Response.StatusCode = status;
    }

    private async Task<RegistryNumber?> OtherFicheAsync(string code, CancellationToken cancellationToken) =>
        RegistryNumber.TryParse(code, null, out var number) && await database.Set<RegisterFiche>().AnyAsync(fiche => fiche.Number == number, cancellationToken) ? number : null;
}
