using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Connexion;

/// <summary>One step of the sign-in: where it goes on, and what stands in its way.</summary>
[ResponseCache(NoStore = true)]
internal abstract class SignInPage : PageModel
{
    /// <summary>Where to go on, as an address of this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Retour { get; set; }

    public Faults Faults { get; } = new();

    /// <summary>Address of another step, which goes on to the same place.</summary>
    public string Step(string path) => Retour is null ? path : $"{path}?retour={Uri.EscapeDataString(PortalAccess.Local(Retour))}";

    protected IActionResult Refused(string field, string text)
    {
        Faults.Add(field, text);
        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    protected IActionResult Follow(SignInAnswer answer, string field, string refusal) => answer.Outcome switch
    {
        SignInOutcome.SignedIn => LocalRedirect(PortalAccess.Local(Retour)),
        SignInOutcome.SecondFactorAsked => Redirect(Step("/connexion/second-facteur")),
        SignInOutcome.LockedOut => Refused(field, Say($"Trop d’essais : attendez {Clock(answer.Until!.Value.AddMinutes(1))}, puis essayez de nouveau. Si vous avez oublié votre mot de passe, demandez-en un nouveau.")),
        SignInOutcome.AddressNotConfirmed => Refused(field, Say("Votre adresse n’est pas encore confirmée : ouvrez le lien du courriel d’invitation, ou demandez à un administrateur de le renvoyer.")),
        SignInOutcome.AccountClosed => Refused(field, Say("Ce compte est fermé. Un administrateur du portail peut le rouvrir : écrivez-lui.")),
        SignInOutcome.DemonstrationRefused => Refused(field, Say("Ce compte est une démonstration et son mot de passe est public : il n’ouvre pas ce portail. Connectez-vous avec votre propre compte.")),
        _ => Refused(field, refusal),
    };

    private static string Clock(DateTimeOffset moment) => moment.InParis().ToString(Written.IsEnglish ? "H:mm" : "HH 'h' mm", Written.Culture);
}
