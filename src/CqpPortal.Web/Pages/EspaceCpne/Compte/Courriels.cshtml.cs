using System.Security.Cryptography;
using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Web.Access;
using CqpPortal.Web.Calendars;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Compte;

/// <summary>What the person receives: the daily mail and the calendar.</summary>
internal sealed class CourrielsModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : PageModel
{
    private const int KeyBytes = 32;

    public Person Person { get; private set; } = null!;

    /// <summary>Where a calendar program reads the feed; null until asked for.</summary>
    public string? CalendarAddress => Person.CalendarKey is { } key ? $"{Request.Scheme}://{Request.Host}{CalendarFeed.PathOf(key)}" : null;

    public bool IsSaved => Request.Query.ContainsKey("enregistre");

    public async Task OnGetAsync() => Person = await current.GetAsync();

    /// <summary>A form that says nothing changes nothing.</summary>
    public IActionResult OnPost() => Redirect("/espace-cpne/compte/courriels");

    public Task<IActionResult> OnPostDigestAsync(bool wantsDigest, CancellationToken cancellationToken) => ChangeAsync(person =>
    {
        if (person.WantsDigest == wantsDigest) return null;
        person.WantsDigest = wantsDigest;
        return (AuditAction.DigestSwitched, wantsDigest ? "Courriel du jour demandé" : "Courriel du jour arrêté");
    }, cancellationToken);

    public Task<IActionResult> OnPostCalendarAsync(CancellationToken cancellationToken) => ChangeAsync(person =>
    {
        var isNew = person.CalendarKey is null;
        person.CalendarKey = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(KeyBytes));
        return (AuditAction.CalendarKeyMade, isNew ? "Adresse de calendrier créée" : "Adresse de calendrier renouvelée");
    }, cancellationToken);

    private async Task<IActionResult> ChangeAsync(Func<Person, (AuditAction Action, string Details)?> change, CancellationToken cancellationToken)
    {
        var id = (await current.GetAsync()).Id;
        var person = await database.Users.SingleAsync(person => person.Id == id, cancellationToken);
        if (change(person) is var (action, details))
        {
            database.Add(new AuditLine { At = clock.GetUtcNow(), Action = action, PersonId = person.Id, PersonName = person.Name, Subject = person.Name, Details = details });
            await database.SaveChangesAsync(cancellationToken);
        }
        return Redirect("/espace-cpne/compte/courriels?enregistre");
    }
}
