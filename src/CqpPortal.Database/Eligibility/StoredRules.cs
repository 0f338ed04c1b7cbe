using CqpPortal.Database.ReferenceData;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Rules;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Eligibility;

/// <summary>The dated rules in the database: those that came with the portal, and what has been added since.</summary>
public static class StoredRules
{
    /// <summary>All rules as they stand, under a version that changes with any of them.</summary>
    public static Task<RuleBook> ReadAsync(PortalDbContext database, CancellationToken cancellationToken) => ReadAsync(database, null, cancellationToken);

    /// <summary>A new law: closes the series' open row the day before the rule begins, and adds the rule.</summary>
    /// <exception cref="DbUpdateException">The series has a row that begins no earlier, or that ends later.</exception>
    public static async Task AddAsync(PortalDbContext database, DatedRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(rule);
        var (series, from) = (rule.Series, rule.Period.From);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await LockAsync(database, cancellationToken);
        await database.Set<StoredRule>().Where(row => row.Series == series && row.EffectiveUntil == null && row.EffectiveFrom < from)
            .ExecuteUpdateAsync(row => row.SetProperty(known => known.EffectiveUntil, from.AddDays(-1)), cancellationToken);
        database.Add(StoredRule.Of(rule, isPublished: false));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Brings the rules in step with those that come with the portal, when these have changed.</summary>
    /// <returns>Whether anything was loaded.</returns>
    internal static Task<bool> LoadAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        LoadAsync(database, PublishedRules.Read(), cancellationToken);

    /// <summary>A series to which somebody has added a row of their own is theirs, and left as it is.</summary>
    internal static async Task<bool> LoadAsync(PortalDbContext database, IReadOnlyList<DatedRule> published, CancellationToken cancellationToken)
    {
        var rows = published.Select(rule => StoredRule.Of(rule, isPublished: true)).ToList();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await ReferenceVersion.IsNewAsync(database, "rules", Digest(rows), cancellationToken)) return false;

        await LockAsync(database, cancellationToken);
        var theirs = await database.Set<StoredRule>().Where(row => !row.IsPublished).Select(row => row.Series).Distinct().ToListAsync(cancellationToken);
        await database.Set<StoredRule>().Where(row => !theirs.Contains(row.Series)).ExecuteDeleteAsync(cancellationToken);
        database.AddRange(rows.Where(row => !theirs.Contains(row.Series)));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        database.ChangeTracker.Clear();
        return true;
    }

    /// <param name="known">Returned again when the rules are still the same.</param>
    internal static async Task<RuleBook> ReadAsync(PortalDbContext database, RuleBook? known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var rows = await database.Set<StoredRule>().AsNoTracking().OrderBy(row => row.Series).ThenBy(row => row.EffectiveFrom).ToListAsync(cancellationToken);
        var version = $"{rows.Count}-{Digest(rows)[..10]}";
        return version == known?.Version ? known : new RuleBook(rows.Select(row => row.ToRule()), version);
    }

    private static string Digest(List<StoredRule> rows) =>
        ReferenceVersion.DigestOf(string.Join("\n\n", rows)).ToLowerInvariant();

    /// <summary>One writer of rules at a time; readers are not kept waiting.</summary>
    private static Task<int> LockAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync($"lock table rules in share row exclusive mode", cancellationToken);
}
