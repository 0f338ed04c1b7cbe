using CqpPortal.Database;
using CqpPortal.Database.Registers;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Answers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Cpf;

/// <summary>May the CPF pay this training? The address is the whole question; without a code, the form alone.</summary>
internal sealed class IndexModel(AnswerDesk desk, PortalDbContext database, TimeProvider clock) : PageModel
{
    /// <summary>Certifications of the demonstration, one of each kind of answer.</summary>
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["soudeur-chaudronnier-d-atelier"] = "au RNCP, sous un nouveau numéro depuis peu",
        ["intervenir-en-espace-confine"] = "au répertoire spécifique, avec un plafond",
        ["vendeur-conseil-negoce-de-materiaux"] = "reconnu dans sa branche seulement",
    };

    public CpfForm Form { get; private set; } = null!;

    /// <summary>The answer; null where nothing was asked yet, or something must be corrected first.</summary>
    public EligibilityDocument? Document { get; private set; }

    public IReadOnlyList<Alternative> Alternatives { get; private set; } = [];

    public Answering.NotFound? NotFoundCode { get; private set; }

    /// <summary>The typed number is that of a fiche that is no CQP.</summary>
    public RegistryNumber? OtherFiche { get; private set; }

    /// <summary>Titles to try, and what each shows.</summary>
    public IReadOnlyList<(string Title, string Slug, string Kind)> Examples { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var typed = CpfForm.Empty.Read(Request.Query);
        // A form sends its empty fields as well: the address that people copy holds only what was told.
        if (typed["code"] is not null && Request.Query.Any(field => string.IsNullOrWhiteSpace(field.Value))) return LocalRedirect(typed.Address);
        Form = new CpfForm(typed);
        if (!Request.Query.ContainsKey("code"))
        {
            Form = new CpfForm(CpfForm.For(clock.TodayInParis()).With(typed.Values.Select(value => (value.Key, (string?)value.Value))));
            Examples = await ExamplesAsync(cancellationToken);
            return Page();
        }
        switch (await desk.AskAsync(QuestionKind.Cpf, typed.ToParameters(), (Language.French, ""), cancellationToken))
        {
            case Answering.Answered { Document: EligibilityDocument document, Context: var context }:
                Document = document;
                typed = typed.Understood(document.Question);
                Form = new CpfForm(typed, context.Asked.Facts.RegistrationOn(document.Question.OrderDate!.Value));
                Alternatives = await new CpfAlternatives(desk, typed, document, context).FindAsync(cancellationToken);
                break;
            case Answering.Refused { Parameters: var refused }:
                Refuse(refused, StatusCodes.Status400BadRequest);
                break;
            case Answering.NotFound missing:
                NotFoundCode = missing;
                OtherFiche = await OtherFicheAsync(missing.Typed, cancellationToken);
                Refuse(new Dictionary<string, RuleText> { ["code"] = CpfForm.UnknownCode }, StatusCodes.Status404NotFound);
                break;
        }
        return Page();
    }

    private void Refuse(IReadOnlyDictionary<string, RuleText> refused, int status)
    {
        Form = new CpfForm(Form.Typed with { Refused = refused });
        Response.StatusCode = status;
    }

    private async Task<RegistryNumber?> OtherFicheAsync(string code, CancellationToken cancellationToken) =>
        RegistryNumber.TryParse(code, null, out var number) && await database.Set<RegisterFiche>().AnyAsync(fiche => fiche.Number == number, cancellationToken) ? number : null;

    private async Task<IReadOnlyList<(string, string, string)>> ExamplesAsync(CancellationToken cancellationToken)
    {
        var found = await database.Certifications.Where(entry => entry.IsDemonstration && Kinds.Keys.Contains(entry.Slug)).ToDictionaryAsync(entry => entry.Slug, entry => entry.Title, cancellationToken);
        return [.. Kinds.Where(kind => found.ContainsKey(kind.Key)).Select(kind => (found[kind.Key], kind.Key, kind.Value))];
    }
}
