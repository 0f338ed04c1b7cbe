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
        await using (var batch = await database.BatchAsync(cancellationToken))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(ChangedFiches.Create));
            batch.Add<string[]>("insert into changed_fiches select number, 'changed', true from unnest($1) number", [.. listed.Select(candidate => candidate.Number.ToString())]);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        var promotion = listed.Count == 0 ? PromotionReport.Nothing : await CataloguePromotion.RunAsync(database, listed.Count, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ([.. numbers.Except(listed.Select(candidate => candidate.Number))], promotion);
    }
}
