using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using CqpPortal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>Two texts written from the same one: what both changed is shown side by side, and chosen field by field. The page waits as long as it takes.</summary>
[RequestSizeLimit(ReferentielsModel.MostBytes)]
internal sealed class ConflitModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : EntryPage(database, current, clock)
{
    public SetAsideDraft Aside { get; private set; } = null!;

    public EntryMerge Merge { get; private set; } = null!;

    public EntryWords Words { get; private set; } = null!;

    /// <summary>Who saved first, and when.</summary>
    public (string Name, DateTimeOffset At) Theirs { get; private set; }

    public int Revision { get; private set; }

    public IReadOnlyList<string> Undecided { get; private set; } = [];

    public bool IsInReview => Entry.SubmittedAt is not null;

    public string? Chosen(string path) => Request.HasFormContentType ? Request.Form[$"keep/{path}"].FirstOrDefault() : null;

    public string? Third(string path) => Request.HasFormContentType ? Request.Form[$"other/{path}"].FirstOrDefault() : null;

    public async Task<IActionResult> OnGetAsync(int aside, CancellationToken cancellationToken)
    {
        if (await LoadAsync(aside, cancellationToken) is { } elsewhere) return elsewhere;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int aside, int revision, string? act, CancellationToken cancellationToken)
    {
        if (await LoadAsync(aside, cancellationToken) is { } elsewhere) return elsewhere;
        if (act == "discard")
        {
            // Their text stands; yours stays on record as set aside.
            await SettleAsync(null, cancellationToken);
            return Redirect($"/espace-cpne/certifications/{Entry.Id}/presentation");
        }
        // The draft went on meanwhile: the choices were made against what is no longer there.
        Undecided = [.. Merge.Conflicts.Where(conflict => Chosen(conflict.Path) is not ("theirs" or "yours" or "other")).Select(conflict => conflict.Path)];
        if (IsInReview || revision != Revision || Undecided.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        var settled = Merge.Settle(Merge.Conflicts.ToDictionary(conflict => conflict.Path, conflict => Chosen(conflict.Path) switch
        {
            "yours" => conflict.Yours,
            "other" => TypedText.Lines(Third(conflict.Path)),
            _ => conflict.Theirs,
        }));
        try
        {
            await SettleAsync(settled, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody saved at this very moment: the page again, with what they wrote.
            return Redirect(Request.Path);
        }
        return Redirect($"/espace-cpne/certifications/{Entry.Id}/referentiels");
    }

    private async Task SettleAsync(EntryText? settled, CancellationToken cancellationToken)
    {
        Aside.SettledAt = Clock.GetUtcNow();
        Database.Add(AuditLine.Of(AuditAction.ConflictSettled, Entry, Author, settled is null ? "Texte laissé de côté" : $"{Merge.Conflicts.Count} champs départagés"));
        if (settled is null || settled.Digest == Entry.DraftDigest) await Database.SaveChangesAsync(cancellationToken);
        else await DraftSaving.WriteAsync(Database, Entry, settled, Author, cancellationToken);
    }

    private async Task<IActionResult?> LoadAsync(int aside, CancellationToken cancellationToken)
    {
        // One's own only: nobody decides over what somebody else wrote.
        if (await Database.Set<SetAsideDraft>().FirstOrDefaultAsync(row => row.Id == aside && row.EntryId == Entry.Id && row.PersonId == Person.Id, cancellationToken) is not { } found) return NotFound();
        if (found.SettledAt is not null) return Redirect($"/espace-cpne/certifications/{Entry.Id}/referentiels");
        Aside = found;
        (var theirs, Revision) = await EntryOpening.TextAsync(Database, Entry, cancellationToken);
        Merge = new EntryMerge(found.Start, theirs, found.Text);
        Words = new EntryWords([found.Text, theirs]);
        Theirs = (Entry.ChangedBy ?? Say("Le catalogue"), Entry.ChangedAt);
        return null;
    }
}
