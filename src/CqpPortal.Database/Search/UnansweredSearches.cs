using System.Text.RegularExpressions;
using CqpPortal.Database.Audit;
using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Search;

/// <summary>Counts the searches that found nothing, so that committees see under which words people look for their certifications.</summary>
public static partial class UnansweredSearches
{
    /// <summary>What once was typed by mistake is nobody's wish.</summary>
    private const int Least = 2;

    private const int Most = 10;

    /// <summary>A month takes no more different ones: whoever makes words up fills no disk.</summary>
    private const int MostOfMonth = 20_000;

    public const int MonthsKept = 13;

    /// <summary>One more search for these words. What looks like a person's address or number is not kept.</summary>
    public static async Task CountAsync(PortalDbContext database, string? typed, Idcc? branch, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var words = Spaces().Replace(typed ?? "", " ").Trim().ToLowerInvariant();
        if (words.Length is < 3 or > UnansweredSearch.MaxLength || words.Contains('@', StringComparison.Ordinal) || words.Any(char.IsControl) || Numbers().IsMatch(words)) return;
        var month = new DateOnly(day.Year, day.Month, 1);
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into unanswered_searches (month, branch, words, count, is_settled)
            select {month}, {branch?.ToString() ?? ""}, {words}, 1, false where (select count(*) from unanswered_searches where month = {month}) < {MostOfMonth}
            on conflict (month, branch, words) do update set count = unanswered_searches.count + 1
            """, cancellationToken);
    }

    /// <summary>Those of this month and the last, most asked first, in the given branches or in all.</summary>
    public static async Task<IReadOnlyList<(string Words, int Count)>> ReadAsync(PortalDbContext database, IReadOnlyCollection<Idcc> branches, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var (names, since) = (branches.Select(branch => branch.ToString()).Append("").ToList(), new DateOnly(day.Year, day.Month, 1).AddMonths(-1));
        var rows = await database.Set<UnansweredSearch>().Where(search => search.Month >= since && !search.IsSettled && names.Contains(search.Branch))
            .GroupBy(search => search.Words).Select(same => new { Words = same.Key, Count = same.Sum(search => search.Count) })
            .Where(row => row.Count >= Least).OrderByDescending(row => row.Count).ThenBy(row => row.Words).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Words, row.Count))];
    }

    /// <summary>A certification is found under these words from now on.</summary>
    public static async Task AddAsync(PortalDbContext database, (int Certification, string Words) synonym, AuditLine line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var certification = await database.Certifications.SingleAsync(row => row.Id == synonym.Certification, cancellationToken);
        certification.AlsoFoundAs(synonym.Words);
        database.Add(line);
        await database.SaveChangesAsync(cancellationToken);
        await SearchIndex.RefreshAsync(database, [certification.Id], cancellationToken);
        await SettleAsync(database, synonym.Words, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Nobody is shown these words any more.</summary>
    public static Task SettleAsync(PortalDbContext database, string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Set<UnansweredSearch>().Where(search => search.Words == words).ExecuteUpdateAsync(set => set.SetProperty(search => search.IsSettled, true), cancellationToken);
    }

    /// <summary>Forgets the months that are over for a year.</summary>
    public static Task ForgetAsync(PortalDbContext database, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var since = new DateOnly(day.Year, day.Month, 1).AddMonths(-MonthsKept);
        return database.Set<UnansweredSearch>().Where(search => search.Month < since).ExecuteDeleteAsync(cancellationToken);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?:\d[ .-]?){7,}")]
    private static partial Regex Numbers();
}
