using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Certifications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>The draft as the public will see it, and the links that show it to people without an account.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ApercuModel(PortalDbContext database, CurrentPerson current, TimeProvider clock, CurrentRules rules) : EntryPage(database, current, clock)
{
    /// <summary>Null where there is nothing to show yet.</summary>
    public ShownCertification? Shown { get; private set; }

    /// <summary>Why there is nothing to show.</summary>
    public IReadOnlyList<EntryFault> Faults { get; private set; } = [];

    public EntryWords Words { get; private set; } = null!;

    /// <summary>Links that open it, the latest first.</summary>
    public IReadOnlyList<PreviewLink> Links { get; private set; } = [];

    /// <summary>The address of a link just made, shown once: what is stored does not give it back.</summary>
    [TempData]
    public string? NewLink { get; set; }

    public PreviewForm Form { get; private set; } = new() { Days = $"{PreviewForm.UsualDays}" };

    public string? Error { get; private set; }

    public bool MayShare => May(Permission.WriteDrafts) || May(Permission.Sign);

    public async Task<IActionResult> OnGetAsync(string? lire, CancellationToken cancellationToken)
    {
        // What is published needs no preview.
        if (!Entry.HasDraft && Entry.Certification is { } published) return Redirect($"/certifications/{published.Slug}");
        return await ShowAsync(lire, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(PreviewForm form, CancellationToken cancellationToken)
    {
        if ((await new PreviewFormValidator().ValidateAsync(form, cancellationToken)).Errors is [var failure, ..])
        {
            (Form, Error) = (form, failure.ErrorMessage);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(null, cancellationToken);
        }
        var (key, until) = (PreviewKey.New(), Author.At.AddDays(form.Number!.Value));
        Database.Add(new PreviewLink { KeyDigest = PreviewKey.Digest(key), EntryId = Entry.Id, PersonId = Person.Id, PersonName = Person.Name, CreatedAt = Author.At, ExpiresAt = until });
        Database.Add(AuditLine.Of(AuditAction.PreviewShared, Entry, Author, InFrench(() => $"Jusqu’au {until.InWords()}")));
        await Database.SaveChangesAsync(cancellationToken);
        NewLink = $"{SiteAddress.Of(Request)}{PreviewKey.Path}/{key}";
        return Redirect($"/espace-cpne/certifications/{Entry.Id}/apercu");
    }

    /// <summary>Ends a link, by the digest of its key.</summary>
    public async Task<IActionResult> OnPostEndAsync(string? link, CancellationToken cancellationToken)
    {
        if (await Database.Set<PreviewLink>().SingleOrDefaultAsync(row => row.EntryId == Entry.Id && row.KeyDigest == link, cancellationToken) is not { } found) return NotFound();
        if (found.EndedAt is null)
        {
            found.EndedAt = Author.At;
            Database.Add(AuditLine.Of(AuditAction.PreviewEnded, Entry, Author, InFrench(() => $"Lien du {found.CreatedAt.InWords()}, de {found.PersonName}")));
            await Database.SaveChangesAsync(cancellationToken);
        }
        return Redirect($"/espace-cpne/certifications/{Entry.Id}/apercu");
    }

    public bool IsOpen(PreviewLink link) => link.EndedAt is null && link.ExpiresAt > Clock.GetUtcNow();

    protected override Permission Needs(string? handler) => May(Permission.WriteDrafts) ? Permission.WriteDrafts : Permission.Sign;

    /// <summary>For the log, which is French whoever writes.</summary>
    private static string InFrench(Func<string> words)
    {
        using var french = Written.In(Language.French);
        return words();
    }

    private async Task<IActionResult> ShowAsync(string? lire, CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Links = await Database.Set<PreviewLink>().AsNoTracking().Where(link => link.EntryId == Entry.Id).OrderByDescending(link => link.CreatedAt).ToListAsync(cancellationToken);
        var (text, _) = await EntryOpening.TextAsync(Database, Entry, cancellationToken);
        Words = new EntryWords([text]);
        Shown = await new DraftPreview(Database, rules, Clock).OfAsync(Entry.Id, lire, cancellationToken);
        if (Shown is null) Faults = EntryFaults.OfPublication(text, Clock.TodayInParis(), Array.Empty<Idcc>());
        return Page();
    }
}
