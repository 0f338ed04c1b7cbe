using CqpPortal.Database.Configuration;
using CqpPortal.Database.Registers.Fiches;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Registers;

/// <summary>Reads fiches of the registers, both formats combined.</summary>
public static class RegisterFiches
{
    private const string Rows = "select number, format, register, drop_date, last_seen_on, disappeared_on, {0} from register_fiches where number = any($1)";

    /// <returns>Null when no drop ever held the number.</returns>
    public static async Task<CombinedFiche?> FindAsync(PortalDbContext database, RegistryNumber number, CancellationToken cancellationToken) =>
        (await ReadAsync(database, [number], "document", cancellationToken)).GetValueOrDefault(number);

    /// <summary>Those of the numbers that the exports no longer hold, with the day of the first export without them.</summary>
    public static async Task<IReadOnlyDictionary<RegistryNumber, DateOnly>> DisappearedAsync(
        PortalDbContext database, IReadOnlyCollection<RegistryNumber> numbers, CancellationToken cancellationToken) =>
        (await ReadAsync(database, numbers, "jsonb_build_object('number', number, 'title', title)", cancellationToken))
            .Where(entry => entry.Value.DisappearedOn is not null).ToDictionary(entry => entry.Key, entry => entry.Value.DisappearedOn!.Value);

    /// <summary>What the fiches of these numbers say of blocks that count for others, and the date of the newest drop that says so.</summary>
    public static async Task<IReadOnlyList<(RegistryNumber Number, DateOnly AsOf, FicheCorrespondence Correspondence)>> CorrespondencesAsync(
        PortalDbContext database, IReadOnlyCollection<RegistryNumber> numbers, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(database, numbers, "jsonb_build_object('number', number, 'title', title, 'correspondences', coalesce(document -> 'correspondences', '[]'))", cancellationToken))
            .SelectMany(entry => entry.Value.Fiche.Correspondences.Select(one => (entry.Key, entry.Value.AsOf, one)))];

    /// <summary>Those of the numbers that a drop held, with no more than what tells a CQP: thousands fit in memory.</summary>
    internal static Task<Dictionary<RegistryNumber, CombinedFiche>> ReadOutlinesAsync(
        PortalDbContext database, IReadOnlyCollection<RegistryNumber> numbers, CancellationToken cancellationToken) =>
        ReadAsync(database, numbers, "document - 'partners' - 'correspondences' - 'decrees' - 'other' - 'blocks' - 'statistics' || jsonb_build_object('texts', jsonb_build_object('objectives', document -> 'texts' -> 'objectives'))", cancellationToken);

    /// <summary>Those of the numbers that a drop held, with all that the catalogue takes: everything but partners and the like.</summary>
    internal static Task<Dictionary<RegistryNumber, CombinedFiche>> ReadCoreAsync(
        PortalDbContext database, IReadOnlyCollection<RegistryNumber> numbers, CancellationToken cancellationToken) =>
        ReadAsync(database, numbers, "document - 'partners' - 'correspondences' - 'decrees' - 'other'", cancellationToken);

    private static async Task<Dictionary<RegistryNumber, CombinedFiche>> ReadAsync(
        PortalDbContext database, IReadOnlyCollection<RegistryNumber> numbers, string document, CancellationToken cancellationToken)
    {
        var drops = await database.Set<RegisterDrop>().AsNoTracking().ToDictionaryAsync(
            drop => (drop.Register.ToString(), drop.Format), drop => drop.DropDate, cancellationToken);
        await using var command = await database.CommandAsync(Rows.Replace("{0}", document, StringComparison.Ordinal), cancellationToken);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. numbers.Select(number => number.ToString())] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sides = new Dictionary<RegistryNumber, List<(FicheSide Side, Fiche Fiche)>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var (format, dropDate) = (Enum.Parse<RegisterFormat>(reader.GetString(1)), reader.GetFieldValue<DateOnly>(3));
            var seen = reader.IsDBNull(4) ? drops.GetValueOrDefault((reader.GetString(2), format), dropDate) : reader.GetFieldValue<DateOnly>(4);
            var fiche = FicheJson.Read(reader.GetString(6));
            if (!sides.TryGetValue(fiche.Number, out var known)) sides.Add(fiche.Number, known = []);
            known.Add((new FicheSide(format, seen, dropDate, reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5)), fiche));
        }
        return sides.ToDictionary(entry => entry.Key, entry => Combine(entry.Value));
    }

    private static CombinedFiche Combine(List<(FicheSide Side, Fiche Fiche)> sides)
    {
        // Of two exports of one day the XML says more.
        var ordered = sides.OrderByDescending(side => side.Side.LastSeenOn).ThenBy(side => side.Side.Format).ToList();
        var fiche = ordered is [var newer, var older]
            ? FicheCombination.Of(newer.Fiche, older.Fiche, ordered.First(side => side.Side.Format == RegisterFormat.Xml).Fiche)
            : ordered[0].Fiche;
        return new CombinedFiche(fiche, [.. ordered.Select(side => side.Side)]);
    }
}
