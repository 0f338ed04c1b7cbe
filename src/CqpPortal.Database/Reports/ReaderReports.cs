using CqpPortal.Database.Accounts;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Database.Reports;

/// <summary>Who answers for a page, and which reports wait for a person.</summary>
public static class ReaderReports
{
    /// <summary>More unread ones about a page tell nobody anything new.</summary>
    private const int MostOfPage = 30;

    private const string CertificationPages = "/certifications/";

    /// <summary>How long one is kept once it is settled.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>The certification that a page of the site shows, and its owners on a day.</summary>
    /// <returns>Nothing but an empty list of committees for any other page.</returns>
    public static async Task<(int? Certification, string? Title, IReadOnlyList<string> Committees)> AboutAsync(PortalDbContext database, string page, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(page);
        if (!page.StartsWith(CertificationPages, StringComparison.Ordinal)) return (null, null, []);
        var slug = page[CertificationPages.Length..].Split('/', '?', '#')[0];
        var found = await database.Certifications.AsNoTracking().Include(row => row.Branches).FirstOrDefaultAsync(row => row.Slug == slug, cancellationToken);
        if (found is null) return (null, null, []);
        return (found.Id, found.Title, (await EntryOwners.OfAsync(database, found.Branches, day, cancellationToken)).Committees);
    }

    /// <summary>Keeps a report.</summary>
    /// <returns>False where the page has had so many that nobody has read yet, that one more would help nobody.</returns>
    public static async Task<bool> KeepAsync(PortalDbContext database, ReaderReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(report);
        if (await database.ReaderReports.CountAsync(other => other.SettledAt == null && other.Page == report.Page, cancellationToken) >= MostOfPage) return false;
        database.Add(report);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Those that nobody has settled: of the person's committees, and for an administrator all, the ones without a committee first.</summary>
    public static IQueryable<ReaderReport> OpenFor(PortalDbContext database, Person person)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(person);
        var (committees, isAdministrator) = (person.Committees, person.May(Permission.Administer));
        return database.ReaderReports.Where(report => report.SettledAt == null && (isAdministrator || report.Committees.Any(committee => committees.Contains(committee))));
    }

    /// <summary>Forgets those settled for a year, and where to answer once they are settled.</summary>
    public static Task ForgetAsync(PortalDbContext database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var since = now - Kept;
        return database.ReaderReports.Where(report => report.SettledAt < since).ExecuteDeleteAsync(cancellationToken);
    }
}
