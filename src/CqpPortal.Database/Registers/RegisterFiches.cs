using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Registers;

/// <summary>Reads fiches of the registers, both formats combined.</summary>
public static class RegisterFiches
{
    /// <returns>Null when no drop ever held the number.</returns>
    public static async Task<CombinedFiche?> FindAsync(PortalDbContext database, RegistryNumber number, CancellationToken cancellationToken) =>
        (await ReadAsync(database, [number], cancellationToken)).GetValueOrDefault(number);

    /// <summary>Those of the numbers that a drop held.</summary>
    public static async Task<Dictionary<RegistryNumber, CombinedFiche>> ReadAsync(
        PortalDbContext database, IReadOnlyCollection<RegistryNumber> numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var rows = await database.Set<RegisterFiche>().AsNoTracking().Where(row => numbers.Contains(row.Number))
            .Select(row => new { row.Number, row.Format, row.Register, row.DropDate, row.LastSeenOn, row.DisappearedOn, row.Document })
            .ToListAsync(cancellationToken);
        var drops = await database.Set<RegisterDrop>().AsNoTracking().ToDictionaryAsync(drop => (drop.Register, drop.Format), drop => drop.DropDate, cancellationToken);
        return rows.GroupBy(row => row.Number).ToDictionary(group => group.Key, group =>
        {
            var sides = group
                .Select(row => (Side: new FicheSide(row.Format, row.LastSeenOn ?? drops.GetValueOrDefault((row.Register, row.Format), row.DropDate), row.DropDate, row.DisappearedOn),
                    Fiche: FicheJson.Read(row.Document)))
                .OrderByDescending(side => side.Side.LastSeenOn).ThenBy(side => side.Side.Format).ToList();
            var fiche = sides is [var newer, var older]
                ? FicheCombination.Of(newer.Fiche, older.Fiche, sides.First(side => side.Side.Format == RegisterFormat.Xml).Fiche)
                : sides[0].Fiche;
            return new CombinedFiche(fiche, [.. sides.Select(side => side.Side)]);
        });
    }
}
