using CqpPortal.Database;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;
using CqpPortal.Web.Access;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>What an entry says beside its frameworks: title, owners, purpose, conditions, routes and codes.</summary>
[RequestSizeLimit(ReferentielsModel.MostBytes)]
internal sealed class PresentationModel(PortalDbContext database, CurrentPerson current, TimeProvider clock) : EditingPage(database, current, clock)
{
    /// <summary>Committees that can be added, by name.</summary>
    public IReadOnlyList<BranchCommittee> AllCommittees { get; private set; } = [];

    /// <summary>Names of the branches, by IDCC.</summary>
    public IReadOnlyDictionary<string, string> BranchNames { get; private set; } = new Dictionary<string, string>();

    protected override IReadOnlyList<string> Parts { get; } = [.. EntryFields.Alone.Except(["target-jobs", "work-situations"]), "owner", "route"];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        AllCommittees = await Database.BranchCommittees.AsNoTracking().OrderBy(committee => committee.Name).ToListAsync(HttpContext.RequestAborted);
        BranchNames = await Database.Branches.AsNoTracking().ToDictionaryAsync(branch => branch.Idcc.ToString(), branch => branch.Name, HttpContext.RequestAborted);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public string NameOf(OwnerRow owner) =>
        $"{BranchNames.GetValueOrDefault(owner.Branch, Say("Branche inconnue"))} (IDCC {owner.Branch})";

    public string? CommitteeOf(OwnerRow owner) =>
        AllCommittees.FirstOrDefault(committee => committee.Key == owner.Committee) is { } known ? $"{known.Acronym}, {known.Name}" : null;

    protected override Task<(EntryText Text, IReadOnlyList<ValidationFailure> Problems)> ActAsync(EntryText text, string act, CancellationToken cancellationToken)
    {
        var (changed, problems) = (text, new List<ValidationFailure>());
        switch (act.Split(':'))
        {
            case ["add-owner"]:
                var key = Request.Form["add-owner"].FirstOrDefault();
                if (AllCommittees.FirstOrDefault(committee => committee.Key == key) is not { } added) problems.Add(new ValidationFailure("add-owner", Say("Choisissez une commission dans la liste.")));
                else
                {
                    changed = text with
                    {
                        Owners = [.. text.Owners.Concat(added.Branches.Select(branch => new OwnerRow(branch.ToString(), added.Key))).DistinctBy(owner => owner.Branch).OrderBy(owner => owner.Branch, StringComparer.Ordinal)],
                    };
                    Focus = "owner";
                }
                break;
            case ["remove-owner", var branch]:
                changed = text with { Owners = [.. text.Owners.Where(owner => owner.Branch != branch)] };
                Focus = "owner";
                break;
        }
        return Task.FromResult<(EntryText, IReadOnlyList<ValidationFailure>)>((changed, problems));
    }
}
