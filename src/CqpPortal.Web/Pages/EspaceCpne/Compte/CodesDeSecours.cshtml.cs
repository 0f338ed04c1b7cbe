using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.EspaceCpne.Compte;

/// <summary>The recovery codes, shown once after the second factor was activated.</summary>
[ResponseCache(NoStore = true)]
internal sealed class CodesDeSecoursModel : PageModel
{
    public const string CodesKey = "recovery-codes";

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (TempData[CodesKey] is not string codes) return Redirect("/espace-cpne/compte");
        Codes = codes.Split(' ');
        return Page();
    }
}
