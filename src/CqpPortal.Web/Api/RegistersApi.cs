using CqpPortal.Database;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Api;

/// <summary>The registers as the portal last took them from France compétences' open data.</summary>
internal static class RegistersApi
{
    extension(RouteGroupBuilder api)
    {
        public void MapRegisters()
        {
            api.MapRead("/registers", ListAsync).Produces<RegisterList>()
                .Describe("Registers", "listRegisters", "The exports taken", "For each register and format, the last export that the portal took: what it knows of registrations is as of that day.");
            api.MapRead("/registers/{number}", FindAsync).Produces<FicheDocument>().ProducesProblem(404)
                .Describe("Registers", "getFiche", "A fiche of the registers", "Any fiche of the RNCP or the RS as the exports give it, CQP or not; names and values are the register's own.");
        }
    }

    private static async Task ListAsync(HttpContext context, PortalDbContext database) => await JsonAnswer.WriteAsync(context, new RegisterList(
        [.. (await database.Set<RegisterDrop>().AsNoTracking().ToListAsync(context.RequestAborted)).OrderBy(drop => (drop.Register, drop.Format))
            .Select(drop => new RegisterDropPart(drop.Register, drop.Format, drop.DropDate, drop.FileName, drop.ImportedAt, drop.Fiches, drop.Rejected))]));

    private static async Task FindAsync(HttpContext context, string number, PortalDbContext database)
    {
        if (RegistryNumber.TryParse(number, out var parsed) && await RegisterFiches.FindAsync(database, parsed, context.RequestAborted) is { } fiche)
            await JsonAnswer.WriteAsync(context, new FicheDocument(parsed.ToString(), fiche.AsOf, fiche.DisappearedOn, parsed.OfficialPage, fiche.Fiche));
        else await Problems.WriteAsync(context, StatusCodes.Status404NotFound, new("Aucun export pris par le portail ne contient ce numéro.", "No export that the portal took holds that number."));
    }
}

internal sealed record RegisterList(IReadOnlyList<RegisterDropPart> Items);

/// <param name="Date">Of the export.</param>
/// <param name="Fiches">How many were taken.</param>
/// <param name="Rejected">How many were refused one by one.</param>
internal sealed record RegisterDropPart(Register Register, RegisterFormat Format, DateOnly Date, string FileName, DateTimeOffset ImportedAt, int Fiches, int Rejected);

/// <param name="AsOf">Date of the newest export that held it.</param>
/// <param name="DisappearedOn">Date of the first export without it.</param>
internal sealed record FicheDocument(string Number, DateOnly AsOf, DateOnly? DisappearedOn, Uri OfficialPage, Fiche Fiche);
