using CqpPortal.Database;
using CqpPortal.Database.Editing;

namespace CqpPortal.Web.Mail.Digests;

/// <summary>The entries that wait for the person's signature, every day until it is given.</summary>
internal sealed class SignatureDigest : IDigestSource
{
    public async Task<DigestSection?> FindAsync(PortalDbContext database, DigestReader reader, CancellationToken cancellationToken)
    {
        var waiting = (await Waiting.ForAsync(database, reader.Person, cancellationToken)).ToSign;
        return waiting.Count == 0 ? null : new DigestSection(Say("Votre signature est attendue"),
            [.. waiting.Select(entry => new DigestLine(entry.Title, $"/espace-cpne/certifications/{entry.Id}/relecture"))]);
    }
}
