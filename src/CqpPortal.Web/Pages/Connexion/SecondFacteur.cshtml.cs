using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace CqpPortal.Web.Pages.Connexion;

/// <summary>The second factor: a code of the authenticator.</summary>
internal sealed class SecondFacteurModel(SignInDesk desk) : SignInPage
{
    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync() => await desk.FindWaitingAsync() is null ? Redirect(Step(PortalAccess.SignInPath)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await desk.FindWaitingAsync() is not { } person) return Redirect(Step(PortalAccess.SignInPath));
        if (string.IsNullOrWhiteSpace(Code)) return Refused(nameof(Code), Say("Écrivez les six chiffres que montre votre application."));
        return Follow(await desk.CodeAsync(person, Code), nameof(Code), Say("Ce code n’est pas le bon. Attendez que l’application en montre un nouveau, et vérifiez l’heure de votre téléphone."));
    }
}
