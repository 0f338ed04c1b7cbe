using CqpPortal.Database;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Pages.Certifications;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Registres;

/// <summary>A fiche of the registers that is no CQP, or perhaps one, as France compétences publishes it. A number of the catalogue leads to its certification.</summary>
public sealed class DetailsModel(PortalDbContext database, TimeProvider clock) : PageModel
{
    private HashSet<RegistryNumber> _known = [];

    public DateOnly Day { get; private set; }

    public CombinedFiche Data { get; private set; } = null!;

    public Fiche Fiche => Data.Fiche;

    /// <summary>First and last active day, as far as the register tells.</summary>
    public (DateOnly? From, DateOnly? Until) Validity { get; private set; }

    /// <summary>Whether it is in force on the day; where the register gives no end, its own word.</summary>
    public Answer InForce => (Validity.Until, Fiche.IsActive) switch
    {
        (_, false) => Answer.No(Say("Non")),
        ({ } until, _) when until < Day => Answer.No(Say("Non")),
        _ when Validity.From > Day => Answer.No(Say("Pas encore")),
        (null, null) => Answer.Unknown(Say("Non précisé")),
        (null, true) => Answer.Yes(Say("Oui, dit le registre")),
        _ => Answer.Yes(Say("Oui")),
    };

    /// <summary>Why the fiche may be a CQP; null when nobody wonders.</summary>
    public string? Doubt { get; private set; }

    public RelatedNumber Related(string written) => new(written, RegistryNumber.TryParse(written, null, out var number)
        ? _known.Contains(number) ? $"/registres/{number}" : number.OfficialPage.ToString()
        : null);

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (!RegistryNumber.TryParse(number, null, out var parsed)) return NotFound();
        var found = await new CodeLookup(database).FindAsync(parsed.ToString(), cancellationToken);
        if (found is [{ Slug: not null } certification]) return LocalRedirect(CodeAddress.Of(certification));
        if (await RegisterFiches.FindAsync(database, parsed, cancellationToken) is not { } fiche) return NotFound();
        if (number != parsed.ToString()) return LocalRedirect($"/registres/{parsed}");
        Data = fiche;
        Day = clock.TodayInParis();
        Doubt = (await database.Set<PromotionCandidate>().AsNoTracking().FirstOrDefaultAsync(candidate => candidate.Number == parsed && candidate.IsCqp != false, cancellationToken))?.Reason;
        var named = Fiche.Replaces.Concat(Fiche.ReplacedBy).Concat(Fiche.Correspondences.Select(one => one.OtherNumber))
            .Select(written => RegistryNumber.TryParse(written, null, out var other) ? other : null).OfType<RegistryNumber>().Distinct().ToList();
        _known = [.. await database.Set<RegisterFiche>().Where(row => named.Contains(row.Number)).Select(row => row.Number).ToListAsync(cancellationToken)];
        // The date of the Journal officiel is never used: it can be older than the decision.
        Validity = (Fiche.Dates.PublishedOn ?? Fiche.Dates.EffectiveOn ?? Fiche.Dates.DecidedOn, Fiche.Dates.EndsOn);
        return Page();
    }
}
