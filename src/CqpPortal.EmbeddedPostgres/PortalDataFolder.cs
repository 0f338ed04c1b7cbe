namespace CqpPortal.EmbeddedPostgres;

/// <summary>Where the portal keeps what must survive a restart.</summary>
public static class PortalDataFolder
{
    private const string Name = "cqp-portal";

    /// <summary>
    /// <c>/var/lib/cqp-portal</c> as root, because PostgreSQL then runs as another user who cannot enter root's home; else
    /// <c>cqp-portal</c> in the user's own data folder (<c>XDG_DATA_HOME</c>, <c>~/.local/share</c>, <c>%LOCALAPPDATA%</c>).
    /// </summary>
    public static string Default =>
        !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
            ? Path.Combine("/var/lib", Name)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), Name);

    /// <summary>The full path of the configured folder (<c>Portal__DataFolder</c>), or <see cref="Default"/> when none is given.</summary>
    public static string Resolve(string? configured) =>
        string.IsNullOrWhiteSpace(configured) ? Default : Path.GetFullPath(configured.Trim());
}
