using System.ComponentModel;
using System.Text.RegularExpressions;

namespace CqpPortal.EmbeddedPostgres;

/// <summary>A folder that holds initdb, pg_ctl and postgres, and the version they are.</summary>
internal sealed partial record PostgresBinaries(string Folder, string Version, int Major)
{
    public string Initdb => In(Folder, "initdb");

    public string PgCtl => In(Folder, "pg_ctl");

    public string Postgres => In(Folder, "postgres");

    /// <summary>Null when one of the three programs is missing or does not run on this machine.</summary>
    public static async Task<PostgresBinaries?> ReadAsync(string folder, CancellationToken cancellation)
    {
        if (!Path.IsPathFullyQualified(folder) || !File.Exists(In(folder, "initdb")) || !File.Exists(In(folder, "postgres"))
            || !File.Exists(In(folder, "pg_ctl")))
        {
            return null;
        }

        try
        {
            var answer = await Command.RunAsync([In(folder, "postgres"), "--version"], folder, cancellation);
            var match = VersionNumber().Match(answer.Output);
            return answer.Succeeded && match.Success
                ? new PostgresBinaries(folder, match.Value, int.Parse(match.Groups["major"].ValueSpan, provider: null))
                : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string In(string folder, string program) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);

    [GeneratedRegex(@"(?<major>\d+)[.\w]*")]
    private static partial Regex VersionNumber();
}
