using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Calendar;
using CqpPortal.Web.Access;
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

    /// <summary>Names of the person's committees, by key.</summary>
    public IReadOnlyDictionary<string, string> Committees { get; private set; } = new Dictionary<string, string>();

    /// <summary>Those that ask for attention: drafts first, then what nobody has looked at for longest.</summary>
    public IEnumerable<OwnedCertification> First => Certifications.OrderBy(owned => owned.State == Domain.Editing.TextState.Published)
        .ThenBy(owned => owned.ReviewedOn ?? DateOnly.MinValue).ThenBy(owned => owned.Title, StringComparer.CurrentCulture).Take(Shown);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Day = clock.TodayInParis();
        Person = await current.GetAsync();
        var committees = Person.Committees;
        Committees = await database.BranchCommittees.AsNoTracking().Where(committee => committees.Contains(committee.Key)).ToDictionaryAsync(committee => committee.Key, committee => committee.Name, cancellationToken);
        Waiting = await Waiting.ForAsync(database, Person, cancellationToken);
        Renewals = await RenewalPanel.ForAsync(database, committees, Day, cancellationToken);
        Certifications = await OwnedCertification.OfAsync(database, committees, cancellationToken);
        var since = clock.GetUtcNow() - Lately;
        ByOthers = await database.AuditLog.AsNoTracking()
            .Where(line => line.At >= since && line.PersonId != Person.Id && line.Action != AuditAction.AccessRefused
                && database.Entries.Any(entry => entry.Id == line.EntryId && entry.Committees.Any(committee => committees.Contains(committee))))
            .OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(Shown).ToListAsync(cancellationToken);
    }
}
