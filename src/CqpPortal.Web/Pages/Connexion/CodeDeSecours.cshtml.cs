using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace CqpPortal.Web.Pages.Connexion;

/// <summary>The second factor without its telephone: one of the ten recovery codes.</summary>
internal sealed class CodeDeSecoursModel(SignInDesk desk) : SignInPage
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync() => await desk.FindWaitingAsync() is null ? Redirect(Step(PortalAccess.SignInPath)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await desk.FindWaitingAsync() is not { } person) return Redirect(Step(PortalAccess.SignInPath));
        if (string.IsNullOrWhiteSpace(Code) || Code.Length > 100) return Refused(nameof(Code), Say("Écrivez l’un de vos codes de secours, comme R4T2X-9QK3M."));
        return Follow(await desk.RecoveryCodeAsync(person, Code), nameof(Code), Say("Ce code de secours n’est pas le bon, ou il a déjà servi. Essayez le suivant de votre liste."));
    }
}
