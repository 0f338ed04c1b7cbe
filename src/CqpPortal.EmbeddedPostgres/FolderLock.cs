namespace CqpPortal.EmbeddedPostgres;

/// <summary>
/// Locks between processes on a file (flock on Unix, share modes on Windows). The system lets go of them when a process dies, however it dies.
/// </summary>
internal static class FolderLock
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until no other process holds the file.</summary>
    public static async Task<FileStream> ExclusiveAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            if (TryExclusive(path) is { } file)
                return file;
            await Task.Delay(Retry, cancellation);
        }
    }

    /// <summary>Null when another holder, shared or not, has the file.</summary>
    public static FileStream? TryExclusive(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error.GetType() == typeof(IOException))
        {
            return null;
        }
    }

    /// <summary>Held together with other shared holders, and until disposed by nobody alone.</summary>
    public static FileStream Shared(string path)
    {
        if (!File.Exists(path))
            File.WriteAllText(path, "");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }
}
