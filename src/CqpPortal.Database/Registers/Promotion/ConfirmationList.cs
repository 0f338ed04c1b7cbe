using CqpPortal.Database.Configuration;
using CqpPortal.Database.Registers.Drops;
using CqpPortal.Domain.Recognition;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Registers.Promotion;

/// <summary>The list "to be confirmed": fiches that may be CQP, until a person says what they are.</summary>
public static class ConfirmationList
{
    /// <summary>Those that nobody has judged, and those judged CQP that something still keeps out of the catalogue; the latest first.</summary>
    public static Task<List<PromotionCandidate>> ReadAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Set<PromotionCandidate>().AsNoTracking()
            .Where(candidate => candidate.IsCqp == null || (candidate.IsCqp == true && !database.Set<PromotionEvidence>().Any(evidence => evidence.Number == candidate.Number)))
            .OrderByDescending(candidate => candidate.DropDate).ThenBy(candidate => candidate.Title).ToListAsync(cancellationToken);
    }

    /// <summary>Writes a person's word and lets the catalogue follow it at once.</summary>
    /// <returns>The numbers that are not in the list, and what the word did.</returns>
    /// <exception cref="RefusedDropException">An import is running.</exception>
    public static async Task<(IReadOnlyList<RegistryNumber> Unknown, PromotionReport Promotion)> SayAsync(
        PortalDbContext database, IReadOnlyCollection<RegistryNumber> numbers, bool isCqp, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        database.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await ImportLock.TakeAsync(database, cancellationToken);
        var listed = await database.Set<PromotionCandidate>().Where(candidate => numbers.Contains(candidate.Number)).ToListAsync(cancellationToken);
        foreach (var candidate in listed) candidate.IsCqp = isCqp;
        await database.SaveChangesAsync(cancellationToken);
        var promotion = await FollowAsync(database, [.. listed.Select(candidate => candidate.Number)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ([.. numbers.Except(listed.Select(candidate => candidate.Number))], promotion);
    }

    /// <summary>
    /// A fiche of the list is one more registration of a certification of the catalogue: it is added to it, and from then on the number leads there whenever fiches are chained.
    /// What else the context holds is saved with it.
    /// </summary>
    /// <returns>Null when the fiche is not in the list or not in the mirror.</returns>
    /// <exception cref="RefusedDropException">An import is running.</exception>
    /// <exception cref="ArgumentException">The fiche's dates are impossible.</exception>
    public static async Task<PromotionReport?> LinkAsync(PortalDbContext database, RegistryNumber number, int certificationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        database.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await ImportLock.TakeAsync(database, cancellationToken);
        var candidate = await database.Set<PromotionCandidate>().FirstOrDefaultAsync(row => row.Number == number, cancellationToken);
        var fiche = (await RegisterFiches.ReadCoreAsync(database, [number], cancellationToken)).GetValueOrDefault(number);
        if (candidate is null || fiche is null) return null;
        var certification = await database.Certifications.Include(row => row.Registrations).SingleAsync(row => row.Id == certificationId, cancellationToken);
        certification.Restate(FicheFacts.Registration(fiche.Fiche));
        candidate.IsCqp = true;
        await database.SaveChangesAsync(cancellationToken);
        var promotion = await FollowAsync(database, [number], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return promotion;
    }

    /// <summary>Lets the catalogue follow what was said of these numbers, as an import does; in the transaction that is open, under its lock.</summary>
    internal static async Task<PromotionReport> FollowAsync(PortalDbContext database, IReadOnlyCollection<RegistryNumber> numbers, CancellationToken cancellationToken)
    {
        await using (var batch = await database.BatchAsync(cancellationToken))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(ChangedFiches.Create));
            batch.Add<string[]>("insert into changed_fiches select number, 'changed', true from unnest($1) number", [.. numbers.Select(number => number.ToString())]);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        return numbers.Count == 0 ? PromotionReport.Nothing : await CataloguePromotion.RunAsync(database, numbers.Count, cancellationToken);
    }
}
