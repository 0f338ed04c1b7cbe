using CqpPortal.Database;
using CqpPortal.Database.Certifications;
using CqpPortal.Database.Editing;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>Makes the page of a certification of a draft, from the same parts as the public one.</summary>
internal sealed class DraftPreview(PortalDbContext database, CurrentRules rules, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <param name="readBy">How the address asks to read the table.</param>
    /// <returns>Null where the draft still says what no certification can, such as no title.</returns>
    public async Task<ShownCertification?> OfAsync(int entryId, string? readBy, CancellationToken cancellationToken)
    {
        var book = await rules.GetAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ReadAsync(entryId, readBy, book, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody saved or published at the same moment: read again.
            }
            catch (Exception problem) when (problem is ArgumentException or FormatException or DbUpdateException)
            {
                return null;
            }
        }
    }

    private Task<ShownCertification> ReadAsync(int entryId, string? readBy, RuleBook book, CancellationToken cancellationToken) =>
        EntryPreview.ShowAsync(database, entryId, clock.GetUtcNow(), async slug =>
        {
            var page = await CertificationPage.FindAsync(database, slug, cancellationToken) ?? throw new InvalidOperationException($"The preview of entry {entryId} has no page.");
            // On the same connection: nobody else sees what is about to be taken back.
            var asked = await new CertificationLookup(database).FindAsync(slug, cancellationToken) ?? throw new InvalidOperationException($"The preview of entry {entryId} has no facts.");
            return new ShownCertification(page, asked.Facts, book, clock.TodayInParis()) { ReadBy = readBy };
        }, cancellationToken);
}
