using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace CqpPortal.EmbeddedPostgres;

/// <summary>Finds PostgreSQL: what the portal carries first, then what the machine has.</summary>
internal static class PostgresBinariesSearch
{
    /// <summary>Older ones lack ICU as a database's collation provider.</summary>
    public const int OldestMajor = 15;

    private const string WaysOut =
        """
        Trois solutions :
          1. donner un serveur que vous avez : sa chaîne de connexion dans ConnectionStrings__Portal ;
          2. installer Node.js (avec npm) et construire de nouveau : la construction apporte PostgreSQL pour cette plateforme ;
          3. installer PostgreSQL 15 ou plus récent sur cette machine (initdb, pg_ctl et postgres sont cherchés dans le PATH et aux endroits habituels).
        """;

    /// <summary>Picks the binaries to use with a data folder that may already hold data of some major versions.</summary>
    /// <param name="folders">Where to look, best first; null for the usual places.</param>
    /// <param name="existing">Major versions of the data that are there.</param>
    /// <param name="dataFolder">Named in the messages.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="EmbeddedPostgresException">Nothing fits; the message says what to do.</exception>
    public static async Task<PostgresBinaries> ChooseAsync(
        IReadOnlyList<string>? folders, IReadOnlyCollection<int> existing, string dataFolder, CancellationToken cancellation)
    {
        var found = new List<PostgresBinaries>();
        IEnumerable<string>[] rounds = folders is null ? [Carried(), OfTheMachine()] : [folders];
        foreach (var round in rounds)
        {
            var inThisRound = new List<PostgresBinaries>();
            foreach (var folder in round)
            {
                if (await PostgresBinaries.ReadAsync(folder, cancellation) is { Major: >= OldestMajor } binaries)
                    inThisRound.Add(binaries);
            }

            var fit = inThisRound.Where(binaries => existing.Count == 0 || existing.Contains(binaries.Major))
                .OrderByDescending(binaries => binaries.Major).FirstOrDefault();
            if (fit is not null)
                return fit;
            found.AddRange(inThisRound);
        }

        if (found.Count == 0)
            throw new EmbeddedPostgresException($"Aucun PostgreSQL n’a été trouvé pour garder les données du portail dans {dataFolder}.\n{WaysOut}");

        var needed = string.Join(" ou ", existing.Order());
        var have = string.Join(", ", found.Distinct().Select(binaries => $"{binaries.Version} dans {binaries.Folder}"));
        throw new EmbeddedPostgresException(
            $"Les données de {dataFolder} ont été écrites par PostgreSQL {needed}, qui n’est pas sur cette machine (trouvé : {have}). "
            + $"Installez PostgreSQL {needed}, ou donnez un autre dossier dans Portal__DataFolder pour repartir de zéro, ou un serveur dans ConnectionStrings__Portal.");
    }

    /// <summary>Beside a published program, then where the build put npm's packages.</summary>
    private static IEnumerable<string> Carried()
    {
        yield return Path.Combine(AppContext.BaseDirectory, "postgres", "bin");

        var packages = typeof(PostgresBinariesSearch).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "EmbeddedPostgresPackages")?.Value;
        if (packages is null)
            yield break;
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture.ToString().ToLower(CultureInfo.InvariantCulture);
        yield return Path.Combine(Path.GetFullPath(packages), $"{system}-{processor}", "native", "bin");
    }

    private static IEnumerable<string> OfTheMachine()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            // Distributions put a link in the PATH: initdb and postgres lie beside what it points to.
            var program = new FileInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "pg_ctl.exe" : "pg_ctl"));
            if (program.Exists)
                yield return Path.GetDirectoryName(program.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program.FullName)!;
        }

        (string Parent, string Pattern)[] places = OperatingSystem.IsWindows()
            ? [(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*")]
            :
            [
                ("/usr/lib/postgresql", "*"),
                ("/usr", "pgsql-*"),
                ("/opt/homebrew/opt", "postgresql@*"),
                ("/usr/local/opt", "postgresql@*"),
                ("/Applications/Postgres.app/Contents/Versions", "*"),
            ];
        foreach (var (parent, pattern) in places)
        {
            if (!Directory.Exists(parent))
                continue;
            foreach (var folder in Directory.EnumerateDirectories(parent, pattern))
                yield return Path.Combine(folder, "bin");
        }
    }
}
