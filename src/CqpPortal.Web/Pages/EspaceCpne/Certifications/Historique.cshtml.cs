using System.Globalization;
using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>The versions of an entry, what changed between any two, and all that was done to it.</summary>
internal sealed class HistoriqueModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : EntryPage(database, current, clock)
{
    /// <summary>In the place of a number: the draft.</summary>
    public const string Draft = "brouillon";

    private const int MostLines = 100;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<EntryVersion> Versions { get; private set; } = [];

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public bool HasMoreLines { get; private set; }

    /// <summary>Null where there is only one text.</summary>
    public ComparedTexts? Compared { get; private set; }

    public string From { get; private set; } = "";

    public string To { get; private set; } = "";

    /// <summary>What can be compared, the oldest first.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices { get; private set; } = [];

    public IReadOnlyDictionary<string, string> CommitteeNames { get; private set; } = new Dictionary<string, string>();

    public IEnumerable<Signature> SignaturesOf(EntryVersion version) => Entry.Signatures.Where(signature => signature.Digest == version.Digest && signature.WithdrawnAt is null);

    public bool MayReview => May(Permission.WriteDrafts) || May(Permission.Review);

    /// <summary>The entry was read again and is right as it is.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var today = Author.At.DayInParis();
        if (Entry.ReviewedOn != today)
        {
            Entry.Review(today);
            Database.Add(AuditLine.Of(AuditAction.EntryReviewed, Entry, Author));
            await Database.SaveChangesAsync(cancellationToken);
        }
        return Redirect(Request.Path);
    }

    protected override Permission Needs(string? handler) => May(Permission.Review) ? Permission.Review : Permission.WriteDrafts;

    public async Task<IActionResult> OnGetAsync(string? de, string? a, CancellationToken cancellationToken)
    {
        Versions = await Database.EntryVersions.AsNoTracking().Where(version => version.EntryId == Entry.Id).OrderByDescending(version => version.Number).ToListAsync(cancellationToken);
        Choices =
        [
            .. Versions.Reverse().Select(version => (Number(version), Say($"Version {version.Number}, {version.PublishedAt.InWords()}"))),
            .. Entry.HasDraft ? [(Draft, Say("Brouillon d’aujourd’hui"))] : Array.Empty<(string, string)>(),
        ];
        if (Choices.Count > 1)
        {
            (From, To) = (de ?? Choices[^2].Value, a ?? Choices[^1].Value);
            if (await TextAsync(From, cancellationToken) is not { } was || await TextAsync(To, cancellationToken) is not { } now) return NotFound();
            Compared = (await ComparedTexts.OfAsync(Database, [(was, now)], cancellationToken))[0];
        }
        var keys = Entry.Signatures.Select(signature => signature.Committee).Distinct().ToList();
        CommitteeNames = await Database.BranchCommittees.AsNoTracking().Where(committee => keys.Contains(committee.Key)).ToDictionaryAsync(committee => committee.Key, committee => committee.Name, cancellationToken);
        var lines = await Database.AuditLog.AsNoTracking().Where(line => line.EntryId == Entry.Id).OrderByDescending(line => line.Id).Take(MostLines + 1).ToListAsync(cancellationToken);
        (Lines, HasMoreLines) = ([.. lines.Take(MostLines)], lines.Count > MostLines);
        return Page();
    }

    public static string Number(EntryVersion version) => version.Number.ToString(CultureInfo.InvariantCulture);

    private async Task<EntryText?> TextAsync(string value, CancellationToken cancellationToken) => value == Draft
        ? Entry.HasDraft ? (await EntryOpening.TextAsync(Database, Entry, cancellationToken)).Text : null
        : Versions.FirstOrDefault(version => Number(version) == value)?.Text;
}
