using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.EspaceCpne.TexteGarde;

/// <summary>Forgets what was kept of an expired session, when its owner does not want it back.</summary>
internal sealed class IndexModel(KeptForms forms, CurrentPerson current) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(string? path, CancellationToken cancellationToken)
    {
        await forms.ForgetAsync((await current.GetAsync()).Id, path ?? "", cancellationToken);
        return LocalRedirect(KeptForms.PageOf(PortalAccess.Local(path)));
    }
}
