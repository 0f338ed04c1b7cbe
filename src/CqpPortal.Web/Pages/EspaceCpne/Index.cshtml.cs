using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using CqpPortal.Web.Pages.EspaceCpne.Certifications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne;

/// <summary>What the staff come for every week: what waits for them, what ends, what others changed, and their certifications.</summary>
internal sealed class IndexModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : PageModel
{
    private const int Shown = 10;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    public DateOnly Day { get; private set; }

    public Person Person { get; private set; } = null!;

    public Waiting Waiting { get; private set; } = null!;

    public RenewalPanel Renewals { get; private set; } = null!;

    public IReadOnlyList<AuditLine> ByOthers { get; private set; } = [];

    public IReadOnlyList<OwnedCertification> Certifications { get; private set; } = [];

    /// <summary>Words that found nothing, in the person's branches or in all, and how often.</summary>
    public IReadOnlyList<(string Words, int Count)> Unanswered { get; private set; } = [];

    /// <summary>What such words can lead to: the published certifications of the committees for which the person writes.</summary>
    public IReadOnlyList<OwnedCertification> Targets { get; private set; } = [];

    /// <summary>What was just done, in words.</summary>
    public string? Done { get; private set; }

    /// <summary>Names of the person's committees, by key.</summary>
    public IReadOnlyDictionary<string, string> Committees { get; private set; } = new Dictionary<string, string>();

    /// <summary>The first of them, with how many of the fields of a complete entry each says.</summary>
    public IReadOnlyList<(OwnedCertification Owned, int Written, int Fields)> Attention { get; private set; } = [];

    /// <summary>Those that ask for attention: drafts first, then what nobody has looked at for longest.</summary>
    private IEnumerable<OwnedCertification> First => Certifications.OrderBy(owned => owned.State == TextState.Published)
        .ThenBy(owned => owned.ReviewedOn ?? DateOnly.MinValue).ThenBy(owned => owned.Title, StringComparer.CurrentCulture).Take(Shown);

    public async Task OnGetAsync(string? fait, CancellationToken cancellationToken)
    {
        Done = fait switch { "synonyme" => Say("C’est fait : la recherche mène à cette certification."), "ecarte" => Say("Ces mots ne vous seront plus montrés."), _ => null };
        Day = clock.TodayInParis();
        Person = await current.GetAsync();
        var committees = Person.Committees;
        Committees = await database.BranchCommittees.AsNoTracking().Where(committee => committees.Contains(committee.Key)).ToDictionaryAsync(committee => committee.Key, committee => committee.Name, cancellationToken);
        Waiting = await Waiting.ForAsync(database, Person, cancellationToken);
        Renewals = await RenewalPanel.ForAsync(database, committees, Day, cancellationToken);
        Certifications = await OwnedCertification.OfAsync(database, committees, cancellationToken);
        var writes = committees.Where(committee => Person.May(Permission.WriteDrafts, committee)).ToList();
        if (writes.Count > 0)
        {
            var branches = (await database.BranchCommittees.AsNoTracking().Where(committee => writes.Contains(committee.Key)).ToListAsync(cancellationToken)).SelectMany(committee => committee.Branches).ToList();
            Unanswered = await UnansweredSearches.ReadAsync(database, branches, Day, cancellationToken);
            Targets = Unanswered.Count == 0 ? [] : [.. (await OwnedCertification.OfAsync(database, writes, cancellationToken)).Where(owned => owned.CertificationId is not null)];
        }
        Attention =
        [
            .. (await OwnedTexts.OfAsync(database, [.. First], cancellationToken)).Select(row => (row.Owned, Fields: EntryChecks.Completeness(row.Text)))
                .Select(row => (row.Owned, row.Fields.Count(wanted => wanted.IsWritten), row.Fields.Count)),
        ];
        var since = clock.GetUtcNow() - Lately;
        ByOthers = await database.AuditLog.AsNoTracking()
            .Where(line => line.At >= since && line.PersonId != Person.Id && line.Action != AuditAction.AccessRefused
                && database.Entries.Any(entry => entry.Id == line.EntryId && entry.Committees.Any(committee => committees.Contains(committee))))
            .OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(Shown).ToListAsync(cancellationToken);
    }

    /// <summary>Makes words that found nothing lead to a certification, or puts them aside.</summary>
    public async Task<IActionResult> OnPostAsync(string? words, int? certification, string? act, CancellationToken cancellationToken)
    {
        var person = await current.GetAsync();
        var writes = person.Committees.Where(committee => person.May(Permission.WriteDrafts, committee)).ToList();
        if (writes.Count == 0) return Forbid();
        if (string.IsNullOrWhiteSpace(words) || words.Length > UnansweredSearch.MaxLength) return Redirect("/espace-cpne");
        if (act == "ecarter")
        {
            await UnansweredSearches.SettleAsync(database, words, cancellationToken);
            return Redirect("/espace-cpne?fait=ecarte#recherches");
        }
        if ((await OwnedCertification.OfAsync(database, writes, cancellationToken)).FirstOrDefault(owned => owned.CertificationId is not null && owned.CertificationId == certification) is not { } target) return Forbid();
        await UnansweredSearches.AddAsync(database, (target.CertificationId!.Value, words), person.Did(AuditAction.SynonymAdded, clock.GetUtcNow(), target.Title, $"« {words} »"), cancellationToken);
        return Redirect("/espace-cpne?fait=synonyme#recherches");
    }
}
