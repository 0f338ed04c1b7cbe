namespace CqpPortal.EmbeddedPostgres;

/// <summary>Where the embedded PostgreSQL keeps its data and for how long.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>
    /// The portal's data folder; null for <see cref="PortalDataFolder.Default"/>. For a temporary server, the folder under which its
    /// own folder is created; null for one under the system's temporary folder.
    /// </summary>
    public string? DataFolder { get; init; }

    /// <summary>A server of its own, quick and without durability, whose data are deleted when it is disposed.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>
    /// Folders that may hold <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>, best first; null to look beside the program, in npm's
    /// packages and then on the machine.
    /// </summary>
    public IReadOnlyList<string>? BinaryFolders { get; init; }

    /// <summary>For tests: lost when disposed, and leftovers of processes that died are swept at the next start.</summary>
    public static EmbeddedPostgresOptions Temporary { get; } = new() { IsTemporary = true };
}
