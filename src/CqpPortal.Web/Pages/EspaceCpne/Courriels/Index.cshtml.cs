using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Mail;
using CqpPortal.Domain.Access;
using CqpPortal.Web.Access;
using CqpPortal.Web.Mail;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Courriels;

/// <summary>The outbox: what left, what waits and what the mail server refused.</summary>
[Authorize(nameof(Permission.Administer))]
internal sealed class IndexModel(PortalDbContext database, CurrentPerson current, MailSettings settings, MailSignal signal, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<OutgoingMail> Mails { get; private set; } = [];

    public int Total { get; private set; }

    public int Failing { get; private set; }

    public PageLinks Links { get; private set; } = null!;

    /// <summary>Where mails are written; null when a server sends them, and their text is between it and their reader.</summary>
    public string? Folder => settings.Smtp is null ? settings.Folder : null;

    public string? Server => settings.Smtp is { } smtp ? $"{smtp.Host}:{smtp.Port}" : null;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellationToken)
    {
        var outbox = database.Set<OutgoingMail>().AsNoTracking();
        Total = await outbox.CountAsync(cancellationToken);
        Failing = await outbox.CountAsync(mail => mail.SentAt == null && mail.LastRefusal != null, cancellationToken);
        var last = Math.Max(1, (Total + PageSize - 1) / PageSize);
        var shown = Math.Clamp(number, 1, last);
        Links = new PageLinks(shown, last, other => other == 1 ? "/espace-cpne/courriels" : $"/espace-cpne/courriels?page={other}");
        // What needs somebody stands first.
        Mails = await outbox.OrderBy(mail => mail.SentAt != null).ThenByDescending(mail => mail.Id)
            .Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        var person = await current.GetAsync();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Waits for the attempt that may be running, and sees how it ended.
        var found = await database.Set<OutgoingMail>().FromSql($"select * from outgoing_mails where id = {id} for update").ToListAsync(cancellationToken);
        if (found is not [var mail]) return NotFound();
        if (mail.SentAt is null)
        {
            var now = clock.GetUtcNow();
            mail.TryAgain(now);
            database.Add(new AuditLine { At = now, Action = AuditAction.MailTriedAgain, PersonId = person.Id, PersonName = person.Name, Subject = $"{mail.Subject} ({mail.To})" });
            await database.SaveChangesAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        signal.Raise();
        return Redirect($"/espace-cpne/courriels#courriel-{id}");
    }

    /// <summary>Tone, shape and words of where the mail is.</summary>
    public static (string Tone, string Icon, string Words) State(OutgoingMail mail) => mail switch
    {
        { SentAt: not null } => ("yes", "yes", Say("Envoyé")),
        { GivenUpAt: not null } => ("no", "crossed", Say("Abandonné")),
        { LastRefusal: not null } => ("if", "if", Say("Refusé, en attente")),
        _ => ("unknown", "unknown", Say("En attente")),
    };
}
