using CqpPortal.Database;
using CqpPortal.Database.Certifications;
using CqpPortal.Database.Editing;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>Makes the page of a certification of a draft, from the same parts as the public one.</summary>
internal sealed class DraftPreview(PortalDbContext database, CurrentRules rules, TimeProvider clock)
{
    /// <param name="readBy">How the address asks to read the table.</param>
    /// <returns>Null where the draft still says what no certification can, such as no title.</returns>
    public async Task<ShownCertification?> OfAsync(int entryId, string? readBy, CancellationToken cancellationToken)
    {
        var book = await rules.GetAsync(cancellationToken);
        try
        {
            return await EntryPreview.ShowAsync(database, entryId, clock.GetUtcNow(), async slug =>
            {
                var page = await CertificationPage.FindAsync(database, slug, cancellationToken) ?? throw new InvalidOperationException($"The preview of entry {entryId} has no page.");
                // On the same connection: nobody else sees what is about to be taken back.
                var asked = await new CertificationLookup(database).FindAsync(slug, cancellationToken) ?? throw new InvalidOperationException($"The preview of entry {entryId} has no facts.");
                return new ShownCertification(page, asked.Facts, book, clock.TodayInParis()) { ReadBy = readBy };
            }, cancellationToken);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or DbUpdateException)
        {
            return null;
        }
    }
}
