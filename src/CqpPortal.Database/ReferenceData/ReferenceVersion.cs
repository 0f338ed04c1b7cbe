using System.Security.Cryptography;
using System.Text;

namespace CqpPortal.Database.ReferenceData;

/// <summary>Which version of a reference file, or of what else comes with the portal, the database holds, with the source that the file names.</summary>
public sealed class ReferenceVersion
{
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file: unchanged files are not loaded again.</summary>
    public required string Digest { get; set; }

    public required string Source { get; set; }

    /// <summary>Notes, for the next save of changes, which version of something the database will hold.</summary>
    /// <returns>False when it already holds that one.</returns>
    internal static async Task<bool> IsNewAsync(PortalDbContext database, string name, string digest, CancellationToken cancellationToken)
    {
        var version = await database.Set<ReferenceVersion>().FindAsync([name], cancellationToken);
        if (version?.Digest == digest) return false;
        if (version is null) database.Add(new ReferenceVersion { FileName = name, Digest = digest, Source = "" });
        else version.Digest = digest;
        return true;
    }

    internal static string DigestOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
