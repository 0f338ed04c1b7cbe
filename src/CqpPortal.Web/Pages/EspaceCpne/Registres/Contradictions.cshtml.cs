using CqpPortal.Database;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Registres;

/// <summary>Where the registers say otherwise than the person's committees do: what waits for an answer first.</summary>
internal sealed class ContradictionsModel(PortalDbContext database, CurrentPerson current) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<(int EntryId, string Title, Contradiction Contradiction)> Rows { get; private set; } = [];

    public int Waiting => Rows.Count(row => row.Contradiction.AnsweredAt is null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var committees = (await current.GetAsync()).Committees;
        var rows = await (from contradiction in database.Set<Contradiction>().AsNoTracking()
                          join entry in database.Entries.AsNoTracking() on contradiction.CertificationId equals entry.Certification!.Id
                          where entry.Committees.Any(committee => committees.Contains(committee))
                          orderby contradiction.AnsweredAt != null, contradiction.DropDate descending, entry.Title, contradiction.Fact
                          select new { entry.Id, entry.Title, contradiction }).Take(Most).ToListAsync(cancellationToken);
        Rows = [.. rows.Select(row => (row.Id, row.Title, row.contradiction))];
    }
}
