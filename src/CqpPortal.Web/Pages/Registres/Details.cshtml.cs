using CqpPortal.Database;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Certifications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CqpPortal.Web.Pages.Registres;

/// <summary>A fiche of the registers that is no CQP, as France compétences publishes it. A number of the catalogue leads to its certification.</summary>
public sealed class DetailsModel(PortalDbContext database, TimeProvider clock) : PageModel
{
    public DateOnly Day { get; private set; }

    public CombinedFiche Data { get; private set; } = null!;

    public Fiche Fiche => Data.Fiche;

    /// <summary>First and last active day, as far as the register tells.</summary>
    public (DateOnly? From, DateOnly? Until) Validity { get; private set; }

    public bool IsActive => (Validity.From is null || Validity.From <= Day) && Validity.Until is { } until && until >= Day && Fiche.IsActive != false;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (!RegistryNumber.TryParse(number, null, out var parsed)) return NotFound();
        var found = await new CodeLookup(database).FindAsync(parsed.ToString(), cancellationToken);
        if (found is [{ Slug: not null } certification]) return LocalRedirect(CodeAddress.Of(certification));
        if (await RegisterFiches.FindAsync(database, parsed, cancellationToken) is not { } fiche) return NotFound();
        if (number != parsed.ToString()) return LocalRedirect($"/registres/{parsed}");
        Data = fiche;
        Day = clock.TodayInParis();
        // The date of the Journal officiel is never used: it can be older than the decision.
        Validity = (Fiche.Dates.PublishedOn ?? Fiche.Dates.EffectiveOn ?? Fiche.Dates.DecidedOn, Fiche.Dates.EndsOn);
        return Page();
    }
}
