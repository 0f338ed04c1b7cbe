using CqpPortal.Database.Accounts;
using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Connexion;

/// <summary>Sign-in by e-mail and password.</summary>
internal sealed class IndexModel(SignInManager<Person> signIn, AccessSettings settings) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public bool ShowsDemonstration => settings.DemonstrationAccounts;

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await signIn.PasswordSignInAsync(Email ?? "", Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(Retour) ? Retour! : "/espace-cpne");
        ModelState.AddModelError(nameof(Password), "Cette adresse et ce mot de passe ne vont pas ensemble.");
        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }
}
