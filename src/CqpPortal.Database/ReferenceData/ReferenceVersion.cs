namespace CqpPortal.Database.ReferenceData;

/// <summary>Which version of a reference file the database holds, with the source that the file names.</summary>
public sealed class ReferenceVersion
{
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file: unchanged files are not loaded again.</summary>
    public required string Digest { get; set; }

    public required string Source { get; set; }
}
