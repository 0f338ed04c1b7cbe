using CqpPortal.Database.Accounts;
using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace CqpPortal.Web.Pages.Connexion;

/// <summary>Sign-in by e-mail and password, by passkey or by the external provider.</summary>
internal sealed class IndexModel(SignInDesk desk, SignInManager<Person> signIn, AccessSettings settings) : SignInPage
{
    private const int MostCharacters = 300;

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What brought the reader here.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Etat { get; set; }

    public bool ShowsDemonstration => settings.DemonstrationAccounts;

    /// <summary>Name of the external provider.</summary>
    public string? Provider => settings.Provider is { Length: 0 } ? Say("votre organisation") : settings.Provider;

    /// <summary>What to tell, and in which tone.</summary>
    public (string Tone, string Text)? Note => Etat switch
    {
        "gardee" => ("if", Say("Votre session a expiré. Ce que vous avez écrit est gardé : connectez-vous, vous le retrouverez sur la même page.")),
        "expiree" => ("if", Say("Votre session a expiré. Connectez-vous pour continuer.")),
        "deconnecte" => ("yes", Say("Vous êtes déconnecté.")),
        "mot-de-passe" => ("yes", Say("Votre nouveau mot de passe est enregistré. Connectez-vous avec lui.")),
        "bienvenue" => ("yes", Say("Votre adresse est confirmée et votre mot de passe enregistré. Connectez-vous.")),
        "inconnu" => ("if", Say($"{ProviderName} vous connaît, mais ce portail ne connaît pas cette adresse. Demandez une invitation à un administrateur.")),
        "adresse" => ("if", Say($"{ProviderName} n’a pas vérifié votre adresse électronique. Faites-la vérifier chez lui, puis revenez.")),
        "ferme" => ("if", Say("Ce compte est fermé. Un administrateur du portail peut le rouvrir : écrivez-lui.")),
        "fournisseur" => ("if", Say($"{ProviderName} n’a pas répondu comme prévu. Essayez encore une fois, ou connectez-vous par mot de passe.")),
        _ => null,
    };

    /// <summary>Where the sign-in with the provider begins. It has no language: the page to come back to tells it.</summary>
    public string ProviderAddress => Written.IsEnglish ? $"/connexion/externe?retour={Uri.EscapeDataString(LanguageOfAddress.InLanguage(PortalAccess.Local(Retour)))}" : Step("/connexion/externe");

    private string ProviderName => Provider ?? Say("Le fournisseur");

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(PortalAccess.Local(Retour)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (User.Identity?.IsAuthenticated == true) return LocalRedirect(PortalAccess.Local(Retour));
        Etat = null;
        if (string.IsNullOrWhiteSpace(Email)) Faults.Add(nameof(Email), Say("Écrivez l’adresse électronique de votre compte."));
        if (string.IsNullOrEmpty(Password)) Faults.Add(nameof(Password), Say("Écrivez votre mot de passe."));
        if (Email?.Length > MostCharacters || Password?.Length > MostCharacters) Faults.Add(nameof(Email), Say("Cette adresse ou ce mot de passe est trop long : vérifiez ce que vous avez collé."));
        if (Faults.Any) return BadRequestPage();
        return Follow(await desk.PasswordAsync(Email!, Password!), nameof(Password), Say("Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez l’une et l’autre, ou demandez un nouveau mot de passe."));
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (User.Identity?.IsAuthenticated == true) return LocalRedirect(PortalAccess.Local(Retour));
        var refusal = Say("Le portail ne reconnaît pas cette clé d’accès. Connectez-vous par mot de passe, puis ajoutez-la à votre compte.");
        try
        {
            return string.IsNullOrEmpty(credential) ? Refused(nameof(Email), refusal) : Follow(await desk.PasskeyAsync(credential), nameof(Email), refusal);
        }
        catch (InvalidOperationException)
        {
            // The ceremony is no longer under way: its cookie lasts five minutes.
            return Refused(nameof(Email), Say("La demande a expiré. Recommencez avec votre clé d’accès."));
        }
    }

    private static Microsoft.AspNetCore.Mvc.RazorPages.PageResult BadRequestPage() => new() { StatusCode = StatusCodes.Status400BadRequest };
}
