using CqpPortal.Database;
using CqpPortal.Database.Editing;
using CqpPortal.Domain.Editing;
using Microsoft.EntityFrameworkCore;

namespace CqpPortal.Web.Pages.EspaceCpne.Certifications;

/// <summary>The certifications of some committees with their texts: the draft where one is open, else what is published.</summary>
internal static class OwnedTexts
{
    public static async Task<IReadOnlyList<(OwnedCertification Owned, EntryText Text, int Revision)>> OfAsync(PortalDbContext database, IReadOnlyCollection<string> committees, CancellationToken cancellationToken) =>
        await OfAsync(database, await OwnedCertification.OfAsync(database, committees, cancellationToken), cancellationToken);

    /// <summary>In three questions to the database, however many there are.</summary>
    public static async Task<IReadOnlyList<(OwnedCertification Owned, EntryText Text, int Revision)>> OfAsync(PortalDbContext database, IReadOnlyList<OwnedCertification> all, CancellationToken cancellationToken)
    {
        var ids = all.Select(owned => owned.EntryId).OfType<int>().ToList();
        var drafts = await (from entry in database.Entries
                            join revision in database.DraftRevisions on new { EntryId = entry.Id, entry.Revision } equals new { revision.EntryId, revision.Revision }
                            where entry.DraftDigest != null && ids.Contains(entry.Id)
                            select revision).AsNoTracking().ToDictionaryAsync(revision => revision.EntryId, cancellationToken);
        var versions = await (from entry in database.Entries
                              join version in database.EntryVersions on new { EntryId = entry.Id, Number = entry.PublishedVersion } equals new { version.EntryId, version.Number }
                              where entry.DraftDigest == null && ids.Contains(entry.Id)
                              select version).AsNoTracking().ToDictionaryAsync(version => version.EntryId, version => version.Text, cancellationToken);
        var published = all.Where(owned => owned.EntryId is not { } id || !drafts.ContainsKey(id)).Select(owned => owned.CertificationId).OfType<int>().ToList();
        var whole = await database.Certifications.AsNoTrackingWithIdentityResolution().Whole().Where(row => published.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        return [.. all.Select(owned => Text(owned))];

        (OwnedCertification, EntryText, int) Text(OwnedCertification owned)
        {
            if (owned.EntryId is { } id && drafts.TryGetValue(id, out var draft)) return (owned, draft.Text, draft.Revision);
            var said = CertificationText.Read(whole[owned.CertificationId!.Value]);
            return (owned, owned.EntryId is { } known ? EntryRows.NamedAs(said, versions[known]) : said, 0);
        }
    }
}
