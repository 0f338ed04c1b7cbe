using CqpPortal.Database;
using CqpPortal.Database.Accounts;
using CqpPortal.Database.Audit;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Drops;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Recognition;
using CqpPortal.Web.Access;
using CqpPortal.Web.Registers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Registres;

/// <summary>
/// The registers for the staff: the fiches that may be CQP, to be confirmed, refused or linked, and the exports taken. Whoever runs imports judges any fiche; those who
/// write for a committee, the fiches of its branches.
/// </summary>
internal sealed class IndexModel(PortalDbContext database, CurrentPerson current, RegisterDesk desk, TimeProvider clock) : PageModel
{
    private Person _person = null!;
    private IReadOnlyList<Idcc> _branches = [];

    public IReadOnlyList<(PromotionCandidate Candidate, IReadOnlyList<string> Branches)> Waiting { get; private set; } = [];

    public IReadOnlyList<RegisterDrop> Drops { get; private set; } = [];

    public bool RunsImports { get; private set; }

    /// <summary>What was just done, in words.</summary>
    public string? Done { get; private set; }

    /// <summary>What cannot be done, by the number of the fiche.</summary>
    public (string Number, string Message)? Refused { get; private set; }

    /// <summary>What was typed to link a fiche.</summary>
    public string? Target { get; private set; }

    public SentImport? Import => desk.Last;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        _person = await current.GetAsync();
        RunsImports = _person.May(Permission.RunImports);
        var committees = _person.Grants.Where(grant => grant.Permission == Permission.WriteDrafts).Select(grant => grant.Committee!).ToList();
        if (!RunsImports && committees.Count == 0)
        {
            context.Result = Forbid();
            return;
        }
        if (!RunsImports)
            _branches = [.. (await database.BranchCommittees.AsNoTracking().Where(committee => committees.Contains(committee.Key)).ToListAsync(HttpContext.RequestAborted)).SelectMany(committee => committee.Branches)];
        await next();
    }

    public async Task OnGetAsync(string? fait, string? fiche, CancellationToken cancellationToken)
    {
        Done = RegistryNumber.TryParse(fiche, out var number) ? fait switch
        {
            "confirmee" => Say($"{number} est confirmée comme CQP."),
            "refusee" => Say($"{number} n’est pas un CQP : c’est noté."),
            "reliee" => Say($"{number} est reliée : son numéro mène à la certification."),
            _ => null,
        } : null;
        await ShowAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostConfirmerAsync(string? fiche, CancellationToken cancellationToken) => SayAsync(fiche, true, cancellationToken);

    public Task<IActionResult> OnPostRefuserAsync(string? fiche, CancellationToken cancellationToken) => SayAsync(fiche, false, cancellationToken);

    public async Task<IActionResult> OnPostRelierAsync(string? fiche, string? cible, CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (Find(fiche) is not { } candidate) return await NotMineAsync(fiche, cancellationToken);
        Target = cible;
        var code = cible?.Trim() ?? "";
        var slug = code.Split('/')[^1].Trim();
        var number = RegistryNumber.TryParse(code, out var typed) ? typed : null;
        var target = await database.Certifications.AsNoTracking()
            .Where(row => !row.IsDemonstration && (row.Slug == slug || row.LocalCode == code || (number != null && row.Registrations.Any(registration => registration.Number == number))))
            .Select(row => new { row.Id, row.Title, Branches = row.Branches.Select(owner => owner.Branch).ToList() }).FirstOrDefaultAsync(cancellationToken);
        if (target is null) return Again(candidate, Say("Écrivez le numéro, le code ou l’adresse d’une certification du catalogue, par exemple RNCP35419."));
        if (!RunsImports && !target.Branches.Exists(_branches.Contains)) return Again(candidate, Say($"« {target.Title} » est à une autre branche : demandez à celui qui lance les imports de la relier."));
        try
        {
            var entry = await database.Entries.Where(row => row.Certification!.Id == target.Id).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancellationToken);
            database.Add(Line(AuditAction.FicheLinked, candidate, $"Reliée à « {target.Title} ». {candidate.Reason}", entry));
            if (await ConfirmationList.LinkAsync(database, candidate.Number, target.Id, cancellationToken) is null) return NotFound();
        }
        catch (RefusedDropException)
        {
            return Again(candidate, Running);
        }
        catch (ArgumentException)
        {
            return Again(candidate, Say("Les dates de cette fiche ne tiennent pas : elle ne peut pas être reliée tant que le registre ne les corrige pas."));
        }
        return LocalRedirect($"/espace-cpne/registres?fait=reliee&fiche={candidate.Number}");
    }

    private async Task<IActionResult> SayAsync(string? fiche, bool isCqp, CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (Find(fiche) is not { } candidate) return await NotMineAsync(fiche, cancellationToken);
        try
        {
            database.Add(Line(isCqp ? AuditAction.FicheConfirmed : AuditAction.FicheDismissed, candidate, candidate.Reason));
            await ConfirmationList.SayAsync(database, [candidate.Number], isCqp, cancellationToken);
        }
        catch (RefusedDropException)
        {
            return Again(candidate, Running);
        }
        return LocalRedirect($"/espace-cpne/registres?fait={(isCqp ? "confirmee" : "refusee")}&fiche={candidate.Number}");
    }

    /// <summary>Nothing else refuses an answer to the list.</summary>
    private static string Running => Say("Un autre import est en cours sur cette base : attendez qu'il finisse, puis recommencez.");

    private PageResult Again(PromotionCandidate candidate, string message)
    {
        Refused = (candidate.Number.ToString(), message);
        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    private AuditLine Line(AuditAction action, PromotionCandidate candidate, string details, int? entry = null) => new()
    {
        At = clock.GetUtcNow(),
        Action = action,
        PersonId = _person.Id,
        PersonName = _person.Name,
        EntryId = entry,
        Subject = AuditLine.Cut($"{candidate.Number} {candidate.Title}")!,
        Details = AuditLine.Cut(details),
    };

    /// <summary>A fiche of the list that the person may judge.</summary>
    private PromotionCandidate? Find(string? fiche) =>
        RegistryNumber.TryParse(fiche, out var number) ? Waiting.Select(row => row.Candidate).FirstOrDefault(candidate => candidate.Number == number) : null;

    /// <summary>What waits but not for this person is refused; what waits no more is not there.</summary>
    private async Task<IActionResult> NotMineAsync(string? fiche, CancellationToken cancellationToken)
    {
        if (!RegistryNumber.TryParse(fiche, out var number) || (await ConfirmationList.ReadAsync(database, cancellationToken)).TrueForAll(candidate => candidate.Number != number)) return NotFound();
        return Forbid();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var candidates = await ConfirmationList.ReadAsync(database, cancellationToken);
        var branches = await FicheBranches.FindAsync(database, [.. candidates.Select(candidate => candidate.Number)], cancellationToken);
        var names = await database.Branches.AsNoTracking().ToDictionaryAsync(branch => branch.Idcc, branch => branch.Name, cancellationToken);
        IReadOnlyList<Idcc> Of(PromotionCandidate candidate) => branches.GetValueOrDefault(candidate.Number) ?? [];
        Waiting =
        [
            .. candidates.Where(candidate => RunsImports || Of(candidate).Any(_branches.Contains))
                .Select(candidate => (candidate, (IReadOnlyList<string>)[.. Of(candidate).Select(branch => names.GetValueOrDefault(branch, $"IDCC {branch}"))])),
        ];
        if (RunsImports) Drops = await database.Set<RegisterDrop>().AsNoTracking().OrderByDescending(drop => drop.ImportedAt).ThenBy(drop => drop.Register).ToListAsync(cancellationToken);
    }
}
