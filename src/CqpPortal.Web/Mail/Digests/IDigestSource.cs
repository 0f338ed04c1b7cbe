using CqpPortal.Database;
using CqpPortal.Database.Accounts;

namespace CqpPortal.Web.Mail.Digests;

/// <summary>One subject of the daily mail. A further one is a class registered beside the others.</summary>
internal interface IDigestSource
{
    /// <returns>Null when there is nothing to say.</returns>
    Task<DigestSection?> FindAsync(PortalDbContext database, DigestReader reader, CancellationToken cancellationToken);
}

/// <summary>Who reads, and what was told already.</summary>
/// <param name="Since">Day of the last digest, all of which was told; null for the first.</param>
internal sealed record DigestReader(Person Person, DateOnly? Since, DateOnly Day)
{
    /// <summary>Keys of the committees that the person works for.</summary>
    public IReadOnlyList<string> Committees => [.. Person.Committees.Order(StringComparer.Ordinal)];
}

internal sealed record DigestSection(string Title, IReadOnlyList<DigestLine> Lines);

/// <param name="Text">A sentence or two.</param>
/// <param name="Path">Where it leads in the portal, from its root.</param>
internal sealed record DigestLine(string Text, string Path);
