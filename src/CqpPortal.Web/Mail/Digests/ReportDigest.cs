using CqpPortal.Database;
using CqpPortal.Database.Reports;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Mail.Digests;

/// <summary>What readers found wrong and nobody has settled, every day until it is.</summary>
internal sealed class ReportDigest : IDigestSource
{
    public async Task<DigestSection?> FindAsync(PortalDbContext database, DigestReader reader, CancellationToken cancellationToken)
    {
        var pages = await ReaderReports.OpenFor(database, reader.Person).OrderBy(report => report.At).Select(report => report.Title ?? report.Page).ToListAsync(cancellationToken);
        return pages.Count == 0 ? null : new DigestSection(Say("Des lecteurs signalent une erreur"),
            [.. pages.GroupBy(page => page).Select(page => new DigestLine($"{page.Key} ({Written.Count(page.Count(), "signalement", "signalements")})", "/espace-cpne/signalements"))]);
    }
}
