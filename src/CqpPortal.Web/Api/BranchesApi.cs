using CqpPortal.Database;
using CqpPortal.Database.OpenData;
using CqpPortal.Domain.Certifications;
using CqpPortal.Web.Answers;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Api;

/// <summary>Branches, with their OPCO and their committees where they are known.</summary>
internal static class BranchesApi
{
    private static readonly QueryParameter After = new("after", "The IDCC after which to go on; the Link header gives the whole address.");

    extension(RouteGroupBuilder api)
    {
        public void MapBranches()
        {
            api.MapRead("/branches", ListAsync).Produces<BranchList>().ProducesProblem(400).Takes(After, ReadParameters.Limit)
                .Describe("Branches", "listBranches", "Branches of activity", "In the order of their IDCC. Follow the Link header with rel=\"next\" to the end.");
            api.MapRead("/branches/{idcc}", FindAsync).Produces<BranchDocument>().ProducesProblem(404)
                .Describe("Branches", "getBranch", "One branch", "By the IDCC of its collective agreement. Its certifications: /api/v1/certifications?branch={idcc}.");
        }
    }

    private static async Task ListAsync(HttpContext context, PortalDbContext database)
    {
        var read = new ReadParameters(context.Request.Query);
        var (after, most) = (read.Value(After.Name, text => Idcc.TryParse(text, null, out var idcc) ? idcc : null, "3248"), read.Most());
        if (read.Refused() is { } refused)
        {
            await Problems.WriteAsync(context, refused, Languages.Of(context.Request));
            return;
        }
        var page = await ReadAsync(database, database.Branches.FromSql($"select * from branches where idcc > {after?.ToString() ?? ""} order by idcc limit {most + 1}"), context.RequestAborted);
        PageLinks.AddNext(context, After.Name, page.Count > most ? page[most - 1].Idcc : null);
        await JsonAnswer.WriteAsync(context, new BranchList([.. page.Take(most)]));
    }

    private static async Task FindAsync(HttpContext context, string idcc, PortalDbContext database)
    {
        var found = Idcc.TryParse(idcc, null, out var known) ? await ReadAsync(database, database.Branches.Where(branch => branch.Idcc == known), context.RequestAborted) : [];
        if (found is [var only]) await JsonAnswer.WriteAsync(context, only);
        else await Problems.WriteAsync(context, StatusCodes.Status404NotFound, new("Aucune branche connue ne porte cet IDCC.", "No known branch has that IDCC."));
    }

    private static async Task<List<BranchDocument>> ReadAsync(PortalDbContext database, IQueryable<Branch> branches, CancellationToken cancellationToken)
    {
        var rows = (await branches.AsNoTracking().ToListAsync(cancellationToken)).OrderBy(branch => branch.Idcc.ToString(), StringComparer.Ordinal).ToList();
        // Some hundred in all: those that act for themselves, by each branch that they cover.
        var committees = (await database.BranchCommittees.AsNoTracking().Where(committee => committee.MergedInto == null).OrderBy(committee => committee.Key).ToListAsync(cancellationToken))
            .SelectMany(committee => committee.Branches, (committee, idcc) => (idcc, committee)).ToLookup(pair => pair.idcc, pair => pair.committee);
        return [.. rows.Select(branch => new BranchDocument(branch.Idcc.ToString(), branch.Name, branch.FullTitle, branch.Opco,
            [.. committees[branch.Idcc].Select(committee => new PublicCommittee(committee.Key, committee.Acronym, committee.Name, committee.Email))]))];
    }
}

internal sealed record BranchList(IReadOnlyList<BranchDocument> Items);

/// <param name="Idcc">Of its collective agreement, four digits.</param>
/// <param name="FullTitle">Title of the collective agreement.</param>
/// <param name="Opco">That funds the branch's training.</param>
/// <param name="Committees">The CPNE that act for it.</param>
internal sealed record BranchDocument(string Idcc, string Name, string FullTitle, string? Opco, IReadOnlyList<PublicCommittee> Committees);
