using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Domain.Access;
using CqpPortal.Web.Answers;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Personnes;

/// <summary>Everybody who has an account, and the invitation of somebody new.</summary>
[Authorize(nameof(Permission.Administer))]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(PortalDbContext database, PeopleDesk desk) : PageModel
{
    private const int PerPage = 50;

    private const int EmptyRows = 3;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<Person> People { get; private set; } = [];

    public int Total { get; private set; }

    public PageLinks Links { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Committees { get; private set; } = null!;

    public InvitationForm Form { get; private set; } = new();

    public GrantForm Grants { get; private set; } = GrantForm.Of([], EmptyRows);

    public Faults Faults { get; } = new();

    public Task OnGetAsync([FromQuery(Name = "p")] int page, CancellationToken cancellationToken) => ReadAsync(page, cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] InvitationForm form, [FromForm] GrantForm grants, CancellationToken cancellationToken)
    {
        (Form, Grants) = (form, grants);
        await ReadAsync(1, cancellationToken);
        Faults.Add(await new InvitationForm.Validator().ValidateAsync(form, cancellationToken));
        if (grants.Incomplete is { } row) Faults.Add($"Rows-{row}", Say("Choisissez une CPNE et cochez ce que la personne peut faire pour elle, ou laissez cette ligne vide."));
        var given = grants.Read([.. Committees.Keys]);
        if (!Faults.Any && given.Count == 0) Faults.Add("Rows-0", Say("Cochez au moins une chose que la personne pourra faire."));
        var invited = Faults.Any ? null : await desk.InviteAsync(form, given, SiteAddress.Of(Request));
        if (invited is var (person, link))
        {
            TempData[DetailsModel.LinkKey] = link;
            return Redirect($"/espace-cpne/personnes/{person.Id}");
        }
        if (!Faults.Any) Faults.Add(nameof(InvitationForm.Email), Say("Cette adresse a déjà un compte : cherchez-la dans la liste."));
        while (Grants.Rows.Count < EmptyRows) Grants.Rows.Add(new GrantForm.Row());
        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    private async Task ReadAsync(int page, CancellationToken cancellationToken)
    {
        Committees = await database.CommitteeNamesAsync(cancellationToken);
        var people = database.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var words = $"%{Q.Trim()[..Math.Min(Q.Trim().Length, 100)].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            people = people.Where(person => EF.Functions.ILike(EF.Functions.Unaccent(person.Name), EF.Functions.Unaccent(words)) || EF.Functions.ILike(person.Email!, words));
        }
        Total = await people.CountAsync(cancellationToken);
        var last = Math.Max(1, (Total + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, last);
        Links = new PageLinks(page, last, number => $"/espace-cpne/personnes?q={Uri.EscapeDataString(Q ?? "")}&p={number}");
        People = await people.OrderBy(person => person.ClosedAt != null).ThenBy(person => person.Name).ThenBy(person => person.Id).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(cancellationToken);
    }
}
