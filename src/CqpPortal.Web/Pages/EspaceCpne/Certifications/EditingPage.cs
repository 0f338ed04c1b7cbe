using CqpPortal.Database;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>
/// A page that edits a part of the draft. Every button sends the whole form: what is typed is saved, then the button does its work. A script sends the same form by
/// itself, and puts the answer in the place of what is shown.
/// </summary>
internal abstract class EditingPage(PortalDbContext database, CurrentPerson current, TimeProvider clock) : EntryPage(database, current, clock)
{
    private static readonly TimeSpan StillThere = TimeSpan.FromMinutes(2);

    /// <summary>The draft as it is shown: as saved, or as typed where something must be corrected first.</summary>
    public EntryText Text { get; private set; } = null!;

    /// <summary>Number of the revision that is shown; 0 for the published version.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<ValidationFailure> Problems { get; private set; } = [];

    public IReadOnlyList<EntryGap> Gaps { get; private set; } = [];

    /// <summary>Who else has the entry open.</summary>
    public IReadOnlyList<Presence> Others { get; private set; } = [];

    /// <summary>What others had changed, and is in the draft now beside what was just saved.</summary>
    public IReadOnlyList<FieldChange> ByOthers { get; private set; } = [];

    /// <summary>Where the keyboard goes next.</summary>
    public string? Focus { get; protected set; }

    /// <summary>A row just taken away, which can be put back as the revision before has it.</summary>
    public (string Row, int Revision)? Removed { get; private set; }

    public bool CanWrite => May(Permission.WriteDrafts) && Entry.SubmittedAt is null;

    /// <summary>Fields and kinds of rows that the page edits.</summary>
    protected abstract IReadOnlyList<string> Parts { get; }

    private bool IsByScript => Request.Headers.ContainsKey("X-By-Script");

    public DateOnly Today => Clock.TodayInParis();

    public EntryWords Words => new([Text]);

    public string? ProblemOf(string path) => Problems.FirstOrDefault(problem => problem.PropertyName == path)?.ErrorMessage;

    public async Task OnGetAsync(string? removed, int? from, CancellationToken cancellationToken)
    {
        (Text, Revision) = await EntryOpening.TextAsync(Database, Entry, cancellationToken);
        if (removed is not null && from is { } revision && EntryRows.IsId(removed.Split('/')[^1])) Removed = (removed, revision);
        await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(int revision, string? act, CancellationToken cancellationToken)
    {
        var start = await EntryOpening.RevisionAsync(Database, Entry, revision, cancellationToken);
        var typed = new PostedText(Request.Form).Over(start, Parts);
        var valid = await new EntryTextValidator().ValidateAsync(typed, options => options.IncludeRuleSets(EntryTextValidator.Draft), cancellationToken);
        var (text, problems) = valid.IsValid ? await ActAsync(typed, act ?? "", cancellationToken) : (typed, []);
        if (!valid.IsValid || problems.Count > 0) return await RefuseAsync(typed, revision, [.. valid.Errors, .. problems], cancellationToken);
        switch (await DraftSaving.SaveAsync(Database, new WrittenDraft(Entry.Id, revision, text), Author, cancellationToken))
        {
            case DraftSaved.SetAside aside:
                return Redirect($"/espace-cpne/certifications/{Entry.Id}/conflit/{aside.Id}");
            case DraftSaved.Kept kept:
                if (!IsByScript) return Redirect(Request.Path + Query(act, kept.Revision) + (Focus is null ? "" : $"#{Focus}"));
                (Text, Revision, ByOthers) = (kept.Text, kept.Revision, kept.ByOthers);
                if (act?.StartsWith("remove:", StringComparison.Ordinal) == true) Removed = (act["remove:".Length..], kept.Revision - 1);
                await Database.Entry(Entry).ReloadAsync(cancellationToken);
                await ShowAsync(cancellationToken);
                return Page();
        }
        throw new InvalidOperationException("A draft is kept or set aside.");
    }

    /// <summary>Does what the button says, beside saving.</summary>
    /// <returns>The text then, and what must be corrected first.</returns>
    protected virtual Task<(EntryText Text, IReadOnlyList<ValidationFailure> Problems)> ActAsync(EntryText text, string act, CancellationToken cancellationToken) =>
        Task.FromResult<(EntryText, IReadOnlyList<ValidationFailure>)>((text, []));

    private static string Query(string? act, int revision) =>
        act?.StartsWith("remove:", StringComparison.Ordinal) == true ? $"?removed={Uri.EscapeDataString(act["remove:".Length..])}&from={revision - 1}" : "";

    private async Task<IActionResult> RefuseAsync(EntryText typed, int revision, IReadOnlyList<ValidationFailure> problems, CancellationToken cancellationToken)
    {
        (Text, Revision, Problems) = (typed, revision, problems);
        await ShowAsync(cancellationToken);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Gaps = EntryChecks.Gaps(Text);
        var now = Clock.GetUtcNow();
        Others = await Database.Set<Presence>().AsNoTracking().Where(presence => presence.EntryId == Entry.Id && presence.PersonId != Person.Id && presence.SeenAt > now - StillThere)
            .OrderBy(presence => presence.OpenedAt).ToListAsync(cancellationToken);
        if (CanWrite) await Presences.SeeAsync(Database, Entry.Id, Author, cancellationToken);
    }
}
