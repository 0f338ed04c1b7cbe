using CqpPortal.Database;
using CqpPortal.Database.Audit;
using CqpPortal.Database.ReferenceData;
using CqpPortal.Domain.Access;
using CqpPortal.Domain.Certifications;
using CqpPortal.Web.Access;
using CqpPortal.Web.Forms;
using CqpPortal.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Commissions;

/// <summary>The committees that the portal knows, and how to add one.</summary>
[Authorize(nameof(Permission.Administer))]
internal sealed class IndexModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<BranchCommittee> Committees { get; private set; } = [];

    public IReadOnlyList<KnownCommittee> Listed { get; private set; } = [];

    public CommitteeForm Form { get; private set; } = new() { Acronym = "CPNEFP" };

    public Faults Faults { get; } = new();

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm] CommitteeForm form, CancellationToken cancellationToken)
    {
        Form = form;
        await ReadAsync(cancellationToken);
        var branches = await database.Branches.Select(branch => branch.Idcc).AsAsyncEnumerable().Select(idcc => idcc.ToString()).ToListAsync(cancellationToken);
        Faults.Add(await new CommitteeForm.Validator(branches).ValidateAsync(form, cancellationToken));
        var listed = form.IsByHand ? null : Listed.FirstOrDefault(committee => committee.Code == form.Code);
        if (!form.IsByHand && listed is null) Faults.Add(nameof(form.Code), Say("Cette commission est déjà ajoutée, ou n’est pas dans la liste."));
        var name = TypedText.Line(string.IsNullOrWhiteSpace(form.Name) ? listed?.Name : form.Name);
        var key = listed is null ? $"cpne-{Slug.From(name)}" : listed.Key;
        if (key.Length > 80) key = key[..80].TrimEnd('-');
        if (!Faults.Any && await database.BranchCommittees.AnyAsync(committee => committee.Key == key, cancellationToken)) Faults.Add(nameof(form.Name), Say("Une commission porte déjà ce nom."));
        if (Faults.Any) return new PageResult { StatusCode = StatusCodes.Status400BadRequest };

        var added = new BranchCommittee(key, form.Acronym!, name) { Email = string.IsNullOrWhiteSpace(form.Email) ? null : form.Email.Trim() };
        foreach (var branch in form.BranchCodes.Select(code => Idcc.Parse(code, null)).Concat(listed?.Branches ?? []).Where(branch => branches.Contains(branch.ToString()))) added.Cover(branch);
        var person = await current.GetAsync();
        database.Add(added);
        database.Add(new AuditLine { At = clock.GetUtcNow(), Action = AuditAction.CommitteeAdded, PersonId = person.Id, PersonName = person.Name, Committee = key, Subject = name });
        await database.SaveChangesAsync(cancellationToken);
        return Redirect("/espace-cpne/commissions");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Committees = await database.BranchCommittees.AsNoTracking().OrderBy(committee => committee.MergedInto != null).ThenBy(committee => committee.Name).ToListAsync(cancellationToken);
        Listed = await KnownCommittee.NotYetKeptAsync(database, cancellationToken);
    }
}
