using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Answers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Preuve;

/// <summary>A proof on one sheet, as its answer was given, and what today's answer says otherwise.</summary>
internal sealed class DetailsModel(ProofDesk desk) : PageModel
{
    public OpenedProof Opened { get; private set; } = null!;

    /// <summary>Where the sheet is found again, as printed.</summary>
    public string Address => $"{SiteAddress.Of(Request)}{LanguageOfAddress.InLanguage($"/preuve/{Opened.Proof.Code}")}";

    public string MadeOn => DateOnly.FromDateTime(Opened.Proof.MadeAt.InParis()).InWords();

    public string MadeAt => Opened.Proof.MadeAt.TimeInWords();

    public string KeptUntil => DateOnly.FromDateTime(Opened.Proof.MadeAt.InParis()).AddYears(ProofDesk.YearsKept).InWords();

    public string Subject => Opened.Answer switch
    {
        WaysDocument => Say("Voies de préparation"),
        WorthDocument => Say("Reconnaissance"),
        _ when Opened.Kind == QuestionKind.Vae => Say("Validation des acquis de l’expérience"),
        _ => Say("Éligibilité au CPF"),
    };

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(code, SiteAddress.Of(Request), cancellationToken) is not { } opened) return NotFound();
        // One address for each sheet, however its code was copied.
        if (code != opened.Proof.Code.ToString()) return RedirectPermanent($"/preuve/{opened.Proof.Code}");
        Opened = opened;
        return Page();
    }
}
