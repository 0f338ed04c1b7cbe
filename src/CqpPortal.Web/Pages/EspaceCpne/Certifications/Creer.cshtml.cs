using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Access;
using CqpPortal.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>A new entry: from nothing, or from a fiche of the registers.</summary>
internal sealed class CreerModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Titre { get; set; }

    [BindProperty]
    public string? Commission { get; set; }

    [BindProperty]
    public string? Numero { get; set; }

    public Person Person { get; private set; } = null!;

    /// <summary>Committees for which the person writes.</summary>
    public IReadOnlyList<BranchCommittee> Committees { get; private set; } = [];

    public string? ErrorOf(string name) => ModelState[name]?.Errors.FirstOrDefault()?.ErrorMessage;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Committees.Count == 0) return Forbid();
        var committee = Committees.FirstOrDefault(known => known.Key == Commission) ?? (Committees.Count == 1 && Commission is null ? Committees[0] : null);
        if (committee is null) ModelState.AddModelError(nameof(Commission), Say("Choisissez la commission qui porte cette certification."));
        var title = TypedText.Line(Titre);
        var number = default(RegistryNumber);
        if (string.IsNullOrWhiteSpace(Numero))
        {
            if (title.Length == 0) ModelState.AddModelError(nameof(Titre), Say("Écrivez l’intitulé, ou donnez le numéro d’une fiche."));
            else if (title.Length > Certification.MaxTitleLength) ModelState.AddModelError(nameof(Titre), Say($"Raccourcissez l’intitulé : {Certification.MaxTitleLength} caractères au plus, ici {title.Length}."));
        }
        else if (!RegistryNumber.TryParse(Numero, null, out number)) ModelState.AddModelError(nameof(Numero), Say("Écrivez RNCP ou RS, puis le numéro, comme RNCP35419."));
        if (!ModelState.IsValid) return Refused(StatusCodes.Status400BadRequest);

        var text = new EntryText { Title = title, Owners = Owners(committee!) };
        if (number is not null)
        {
            var taken = await database.Certifications.Where(row => row.Registrations.Any(registration => registration.Number == number)).Select(row => row.Title).FirstOrDefaultAsync(cancellationToken);
            if (taken is not null) ModelState.AddModelError(nameof(Numero), Say($"Cette fiche est déjà au catalogue : {taken}. Ouvrez-la depuis la liste de vos certifications, ou demandez à la commission qui la porte."));
            else if (await TextOfFiche.ReadAsync(database, number, cancellationToken) is not { } fiche) ModelState.AddModelError(nameof(Numero), Say("Cette fiche n’est dans aucun export reçu : vérifiez le numéro, ou partez de l’intitulé."));
            else text = fiche with { Title = title.Length > 0 ? title : fiche.Title, Owners = fiche.Owners.Any(owner => committee!.Branches.Any(branch => branch.ToString() == owner.Branch)) ? fiche.Owners : text.Owners };
            if (!ModelState.IsValid) return Refused(StatusCodes.Status400BadRequest);
        }
        var entry = await EntryOpening.CreateAsync(database, text, new Author(Person.Id, Person.Name, clock.GetUtcNow()), cancellationToken);
        return Redirect($"/espace-cpne/certifications/{entry.Id}/presentation");
    }

    private static List<OwnerRow> Owners(BranchCommittee committee) => [.. committee.Branches.Select(branch => new OwnerRow(branch.ToString(), committee.Key)).OrderBy(owner => owner.Branch, StringComparer.Ordinal)];

    private PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Person = await current.GetAsync();
        var keys = Person.Committees.Where(committee => Person.May(Permission.WriteDrafts, committee)).ToList();
        Committees = await database.BranchCommittees.AsNoTracking().Where(committee => keys.Contains(committee.Key)).OrderBy(committee => committee.Name).ToListAsync(cancellationToken);
    }
}
