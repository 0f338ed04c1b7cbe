using CqpPortal.Database;
using CqpPortal.Database.Certifications;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Commissions;

/// <summary>One committee, and its merger into another, shown before it is done.</summary>
[Authorize(nameof(Permission.Administer))]
internal sealed class DetailsModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : PageModel
{
    public BranchCommittee Committee { get; private set; } = null!;

    /// <summary>The one that took its place.</summary>
    public BranchCommittee? Successor { get; private set; }

    public IReadOnlyList<BranchCommittee> Others { get; private set; } = [];

    public CommitteeMerger Foreseen { get; private set; } = null!;

    public string? Into { get; private set; }

    public string? From { get; private set; }

    public Faults Faults { get; } = new();

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken) => await ReadAsync(key, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string key, string? into, string? from, bool confirmed, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(key, cancellationToken)) return NotFound();
        (Into, From) = (into, from);
        var other = Others.FirstOrDefault(committee => committee.Key == into);
        // Sent twice: what was asked is done.
        if (Committee.MergedInto is { } done && done == into) return Redirect($"/espace-cpne/commissions/{key}");
        if (Committee.MergedInto is not null) Faults.Add("into", Say("Cette commission est déjà réunie à une autre."));
        else if (other is null) Faults.Add("into", Say("Choisissez la commission qui prend sa place."));
        if (!DateOnly.TryParse(from, System.Globalization.CultureInfo.InvariantCulture, out var day)) Faults.Add("from", Say("Écrivez le jour de la réunion, comme 2026-11-24."));
        else if (day > clock.TodayInParis()) Faults.Add("from", Say("Attendez ce jour : une réunion s’enregistre quand elle a eu lieu."));
        if (!confirmed) Faults.Add("confirmed", Say("Cochez la case : cela ne se défait pas."));
        if (Faults.Any) return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        var person = await current.GetAsync();
        await CommitteeMerger.RunAsync(database, (key, into!), day, new Author(person.Id, person.Name, clock.GetUtcNow()), cancellationToken);
        return Redirect($"/espace-cpne/commissions/{key}");
    }

    private async Task<bool> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var all = await database.BranchCommittees.AsNoTracking().OrderBy(committee => committee.Name).ToListAsync(cancellationToken);
        if (all.Find(committee => committee.Key == key) is not { } found) return false;
        Committee = found;
        Successor = all.Find(committee => committee.Key == found.MergedInto);
        Others = [.. all.Where(committee => committee.Key != key && committee.MergedInto is null)];
        Foreseen = await CommitteeMerger.ForeseeAsync(database, key, cancellationToken);
        return true;
    }
}
