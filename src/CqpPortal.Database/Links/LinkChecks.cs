using CqpPortal.Domain.Certifications;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Links;

/// <summary>The addresses that the portal points to, and those that no longer answer.</summary>
public static class LinkChecks
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(7);

    /// <returns>The addresses that were not checked for a week, the longest ago first.</returns>
    public static async Task<IReadOnlyList<string>> DueAsync(PortalDbContext database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var links = (await LinksAsync(database, database.Certifications, cancellationToken)).Select(link => link.Url).ToHashSet(StringComparer.Ordinal);
        var known = await database.Set<LinkCheck>().AsNoTracking().ToDictionaryAsync(check => check.Url, check => check.CheckedAt, cancellationToken);
        return [.. links.Where(url => !known.TryGetValue(url, out var at) || at <= now - Interval).OrderBy(url => known.GetValueOrDefault(url)).ThenBy(url => url, StringComparer.Ordinal)];
    }

    /// <summary>Writes down what came back from an address.</summary>
    public static async Task NoteAsync(PortalDbContext database, LinkAnswer answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(answer);
        var check = await database.Set<LinkCheck>().FindAsync([answer.Url], cancellationToken);
        if (check is null) database.Add(check = new LinkCheck { Url = answer.Url });
        check.Note(answer.Status, answer.Problem, now);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <returns>What no longer answers in the certifications of these committees, the longest first.</returns>
    public static async Task<IReadOnlyList<FailingLink>> FailingAsync(PortalDbContext database, IReadOnlyCollection<string> committees, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(committees);
        if (committees.Count == 0) return [];
        var failing = await database.Set<LinkCheck>().AsNoTracking().Where(check => check.FailingSince != null).ToDictionaryAsync(check => check.Url, cancellationToken);
        if (failing.Count == 0) return [];
        var owned = database.Certifications.Where(entry => entry.Branches.Any(owner => owner.Committee != null && committees.Contains(owner.Committee)));
        return
        [
            .. (await LinksAsync(database, owned, cancellationToken)).Where(link => failing.ContainsKey(link.Url))
                .Select(link => new FailingLink(link.Slug, link.Title, link.Url, failing[link.Url].FailingSince!.Value, failing[link.Url].LastProblem!))
                .OrderBy(link => link.Since).ThenBy(link => link.Slug, StringComparer.Ordinal),
        ];
    }

    /// <summary>Every source of addresses: one more is one line more. What is made up has no address that could answer.</summary>
    private static async Task<IReadOnlyList<PortalLink>> LinksAsync(PortalDbContext database, IQueryable<Certification> among, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var real = among.AsNoTracking().Where(entry => !entry.IsDemonstration);
        return
        [
            .. (await real.SelectMany(entry => entry.Registrations, (entry, registration) => new { entry.Slug, entry.Title, registration.Number }).ToListAsync(cancellationToken))
                .Select(row => new PortalLink(row.Slug, row.Title, row.Number.OfficialPage.AbsoluteUri)),
            .. (await real.Where(entry => entry.Texts.InformationPage != null).Select(entry => new { entry.Slug, entry.Title, entry.Texts.InformationPage }).ToListAsync(cancellationToken))
                .Select(row => new PortalLink(row.Slug, row.Title, row.InformationPage!)),
        ];
    }

    private sealed record PortalLink(string Slug, string Title, string Url);
}

/// <summary>An address of a certification that no longer answers.</summary>
/// <param name="Problem">In French.</param>
public sealed record FailingLink(string Slug, string Title, string Url, DateTimeOffset Since, string Problem);

/// <summary>What came back from an address.</summary>
/// <param name="Status">Null when nothing came.</param>
/// <param name="Problem">In French; null when it answers.</param>
public sealed record LinkAnswer(string Url, int? Status, string? Problem);
