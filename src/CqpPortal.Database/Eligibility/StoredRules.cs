using CqpPortal.Database.Audit;
using CqpPortal.Database.ReferenceData;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Rules;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Eligibility;

/// <summary>The dated rules in the database: those that came with the portal, and what has been added since.</summary>
public static class StoredRules
{
    /// <summary>All rules as they stand, under a version that changes with any of them.</summary>
    public static Task<RuleBook> ReadAsync(PortalDbContext database, CancellationToken cancellationToken) => ReadAsync(database, null, cancellationToken);

    /// <summary>Every row with where it comes from, by series and first day.</summary>
    public static async Task<IReadOnlyList<RuleVersion>> VersionsAsync(PortalDbContext database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var rows = await database.Set<StoredRule>().AsNoTracking().OrderBy(row => row.Series).ThenBy(row => row.EffectiveFrom).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new RuleVersion(row.ToRule(), row.IsPublished, row.ClosedPrevious))];
    }

    /// <summary>A new law: closes the series' open row the day before the rule begins, and adds the rule.</summary>
    /// <exception cref="DbUpdateException">The series has a row that begins no earlier, or that ends later.</exception>
    public static async Task AddAsync(PortalDbContext database, DatedRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(rule);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await LockAsync(database, cancellationToken);
        await AppendAsync(database, rule, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The same for somebody's form, which may come twice or late; the audit line is written with it, and only with it.</summary>
    /// <param name="change">The version, the day, and the version in whose place it comes.</param>
    public static async Task<RuleWriting> PublishAsync(PortalDbContext database, RuleEdit change, AuditLine line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(change);
        var rule = change.Rule;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await LockAsync(database, cancellationToken);
        if (await FindAsync(database, (rule.Series, rule.Period.From), cancellationToken) is { } same && Says(same.ToRule()) == Says(rule)) return RuleWriting.AlreadyDone;
        DateOnly? reopened = null;
        if (change.InsteadOf is { } replaced)
        {
            (var taken, reopened) = await TakeBackAsync(database, (rule.Series, replaced), change.Today, cancellationToken);
            if (taken != RuleWriting.Done) return taken;
        }
        database.Add(line);
        try
        {
            await AppendAsync(database, rule, cancellationToken, reopened);
        }
        catch (DbUpdateException problem) when (problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.UniqueViolation })
        {
            return RuleWriting.Overlaps;
        }
        await transaction.CommitAsync(cancellationToken);
        return RuleWriting.Done;
    }

    /// <summary>Takes back a version that has not been in force; the version before, if this one closed it, is open again.</summary>
    public static async Task<RuleWriting> WithdrawAsync(PortalDbContext database, (string Series, DateOnly From, DateOnly Today) version, AuditLine line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await LockAsync(database, cancellationToken);
        var (taken, _) = await TakeBackAsync(database, (version.Series, version.From), version.Today, cancellationToken);
        if (taken != RuleWriting.Done) return taken;
        database.Add(line);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RuleWriting.Done;
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

    /// <summary>The open row before the rule ends the day before it begins.</summary>
    /// <param name="reopened">First day of a row that is as good as open.</param>
    private static async Task AppendAsync(PortalDbContext database, DatedRule rule, CancellationToken cancellationToken, DateOnly? reopened = null)
    {
        var (series, from) = (rule.Series, rule.Period.From);
        var closed = await database.Set<StoredRule>().Where(row => row.Series == series && row.EffectiveFrom < from)
            .Where(row => row.EffectiveUntil == null || (row.EffectiveFrom == reopened && row.EffectiveUntil >= from))
            .ExecuteUpdateAsync(row => row.SetProperty(known => known.EffectiveUntil, from.AddDays(-1)), cancellationToken);
        database.Add(StoredRule.Of(rule, isPublished: false, closedPrevious: closed > 0));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <returns>What became of it, and the first day of the row before that goes on in its place, where one does.</returns>
    private static async Task<(RuleWriting Taken, DateOnly? Reopened)> TakeBackAsync(
        PortalDbContext database, (string Series, DateOnly From) version, DateOnly today, CancellationToken cancellationToken)
    {
        if (await FindAsync(database, version, cancellationToken) is not { } row) return (RuleWriting.Missing, null);
        if (row.IsPublished || row.EffectiveFrom <= today) return (RuleWriting.Kept, null);
        var (series, from) = version;
        var rows = database.Set<StoredRule>().Where(known => known.Series == series);
        await rows.Where(known => known.EffectiveFrom == from).ExecuteDeleteAsync(cancellationToken);
        var closedOn = from.AddDays(-1);
        if (!row.ClosedPrevious || await rows.AsNoTracking().FirstOrDefaultAsync(known => known.EffectiveUntil == closedOn, cancellationToken) is not { } before) return (RuleWriting.Done, null);
        // Up to the next version, where there already is one.
        var next = await rows.Where(known => known.EffectiveFrom > from).MinAsync(known => (DateOnly?)known.EffectiveFrom, cancellationToken);
        var until = next?.AddDays(-1);
        await rows.Where(known => known.EffectiveFrom == before.EffectiveFrom).ExecuteUpdateAsync(known => known.SetProperty(again => again.EffectiveUntil, until), cancellationToken);
        return (RuleWriting.Done, before.EffectiveFrom);
    }

    private static Task<StoredRule?> FindAsync(PortalDbContext database, (string Series, DateOnly From) version, CancellationToken cancellationToken) =>
        database.Set<StoredRule>().AsNoTracking().FirstOrDefaultAsync(row => row.Series == version.Series && row.EffectiveFrom == version.From, cancellationToken);

    /// <summary>Read and written again, for the database orders the fields of its documents its own way.</summary>
    private static string Says(DatedRule rule) => StoredRule.Of(rule, isPublished: false).ToString();

    private static string Digest(List<StoredRule> rows) =>
        ReferenceVersion.DigestOf(string.Join("\n\n", rows)).ToLowerInvariant();

    /// <summary>One writer of rules at a time; readers are not kept waiting.</summary>
    private static Task<int> LockAsync(PortalDbContext database, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync($"lock table rules in share row exclusive mode", cancellationToken);
}
