using System.Diagnostics;

namespace CqpPortal.EmbeddedPostgres;

/// <summary>One run of a program: its exit code and what it wrote.</summary>
internal sealed record Command(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>
    /// Runs to the end; a cancelled run is killed. The output is empty when <paramref name="capture"/> is false: a program that leaves a
    /// server behind may leave it the other end of the pipes, and reading them to their end would last as long as that server.
    /// </summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program does not exist.</exception>
    public static async Task<Command> RunAsync(
        IReadOnlyList<string> words, string workingFolder, CancellationToken cancellation, bool capture = true)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        // PGPORT, PGDATA and the like of the terminal are meant for another server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        // Messages are read here and by operators who search for them: always in English.
        start.Environment["LC_ALL"] = "C";

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = capture ? process.StandardOutput.ReadToEndAsync(cancellation) : Task.FromResult("");
            var errors = capture ? process.StandardError.ReadToEndAsync(cancellation) : Task.FromResult("");
            await process.WaitForExitAsync(cancellation);
            return new Command(process.ExitCode, (await output + await errors).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
