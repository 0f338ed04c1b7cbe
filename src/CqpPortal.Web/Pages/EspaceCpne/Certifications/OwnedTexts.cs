using CqpPortal.Database;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>The certifications of some committees with their texts: the draft where one is open, else what is published.</summary>
internal static class OwnedTexts
{
    public static async Task<IReadOnlyList<(OwnedCertification Owned, EntryText Text, int Revision)>> OfAsync(PortalDbContext database, IReadOnlyCollection<string> committees, CancellationToken cancellationToken)
    {
        var all = await OwnedCertification.OfAsync(database, committees, cancellationToken);
        var ids = all.Select(owned => owned.EntryId).OfType<int>().ToList();
        var entries = await database.Entries.AsNoTracking().Include(entry => entry.Certification).Where(entry => ids.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, cancellationToken);
        var alone = all.Where(owned => owned.EntryId is null).Select(owned => owned.CertificationId!.Value).ToList();
        var whole = await database.Certifications.AsNoTrackingWithIdentityResolution().Whole().Where(row => alone.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var texts = new List<(OwnedCertification, EntryText, int)>();
        foreach (var owned in all)
        {
            var (text, revision) = owned.EntryId is { } id ? await EntryOpening.TextAsync(database, entries[id], cancellationToken) : (CertificationText.Read(whole[owned.CertificationId!.Value]), 0);
            texts.Add((owned, text, revision));
        }
        return texts;
    }
}
