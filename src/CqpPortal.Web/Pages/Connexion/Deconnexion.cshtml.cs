using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Connexion;

/// <summary>Ends the session of this browser.</summary>
internal sealed class DeconnexionModel(SignInManager<Person> signIn, CurrentPerson current, PortalDbContext database, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await current.FindAsync() is { } person)
        {
            database.Add(person.Did(AuditAction.SignedOut, clock.GetUtcNow()));
            await database.SaveChangesAsync();
        }
        await signIn.SignOutAsync();
        return Redirect("/connexion?etat=deconnecte");
    }
}
