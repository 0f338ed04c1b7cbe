using CqpPortal.Database.Registers.Drops;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Calendar;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CqpPortal.Database.Registers;

/// <summary>
/// Takes exports of the registers into the mirror and the catalogue, one transaction per file: an import that fails or is killed leaves
/// the previous data whole, and readers see all of it or nothing.
/// </summary>
public sealed class RegisterImport(string connectionString, TimeProvider clock, PromoteFiches promote)
{
    /// <param name="paths">Files, or folders of them, in any order; older are taken before newer, of one day XML before CSV.</param>
    /// <param name="options">What the operator asked for.</param>
    /// <param name="progress">Called a few times a second at most by file.</param>
    /// <param name="cancellationToken">Ends the import; the file at hand and those after it are left out whole, and the report says so.</param>
    public async Task<ImportReport> RunAsync(
        IReadOnlyList<string> paths, ImportOptions options, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        var reports = new List<DropReport>();
        var files = new List<DropFile>();
        try
        {
            foreach (var path in paths.SelectMany(FilesAt))
            {
                try
                {
                    files.Add(DropFile.Open(path));
                }
                catch (RefusedDropException refused)
                {
                    reports.Add(Refused(Path.GetFileName(path), refused.Message));
                }
            }
            foreach (var file in files.OrderBy(file => file.Date).ThenBy(file => file.Format))
                reports.Add(await TakeAsync(file, options, progress, cancellationToken));
        }
        finally
        {
            foreach (var file in files) file.Dispose();
        }
        return new ImportReport(reports);
    }

    private async Task<DropReport> TakeAsync(DropFile file, ImportOptions options, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        try
        {
            var date = file.Date ?? options.Date
                ?? throw new RefusedDropException("La date de l'export n'est pas dans le nom du fichier : donnez-la avec --date AAAA-MM-JJ.");
            if (date > clock.TodayInParis().AddDays(2)) throw new RefusedDropException($"L'export serait du {date:yyyy-MM-dd}, une date à venir : corrigez le nom du fichier ou donnez --date.");
            await using var database = PortalDatabase.CreateContext(connectionString);
            database.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
            var digest = file.Digest();
            if (await AlreadyTakenAsync(database, digest, options, cancellationToken) is { } known) return known with { File = file.Name, Format = file.Format };
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            var report = await new DropMerge(database, file, date, options.Force, promote).RunAsync(digest, clock.GetUtcNow(), progress, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            progress.Report(new ImportProgress(file.Name, ImportStep.Taken, 1, 1, report.Read));
            return report;
        }
        catch (Exception problem) when (WhyRefused(problem) is { } reason)
        {
            return Refused(file.Name, reason) with { Format = file.Format, DropDate = file.Date };
        }
    }

    /// <summary>What keeps one file out but not the others, in French; null for a fault of the portal's own.</summary>
    private static string? WhyRefused(Exception problem) => problem switch
    {
        RefusedDropException => problem.Message,
        OperationCanceledException => "Interrompu : rien n'est pris de ce fichier. Relancez l'import pour le prendre.",
        IOException => $"Le fichier ne se lit pas jusqu'au bout ({problem.Message}). Rien n'en est pris ; copiez-le de nouveau.",
        PostgresException refusal => $"La base refuse ce que dit cet export ({refusal.MessageText}). Rien n'en est pris.",
        NpgsqlException => $"La base ne répond plus ({problem.Message}). Rien n'est pris de ce fichier ; relancez l'import quand elle répond.",
        DbUpdateException or InvalidOperationException when problem.InnerException is NpgsqlException cause => WhyRefused(cause),
        _ => null,
    };

    /// <summary>The exports in a folder, else the path itself.</summary>
    private static IReadOnlyList<string> FilesAt(string path) =>
        Directory.Exists(path) && Directory.GetFiles(path).Where(file => Path.GetExtension(file).ToUpperInvariant() is ".XML" or ".ZIP").ToList() is { Count: > 0 } files ? files : [path];

    private static async Task<DropReport?> AlreadyTakenAsync(PortalDbContext database, byte[] digest, ImportOptions options, CancellationToken cancellationToken)
    {
        if (options.Force) return null;
        var same = await database.Set<RegisterDrop>().AsNoTracking().Where(drop => drop.Digest == digest).ToListAsync(cancellationToken);
        // What was rejected then is told again: the operator must not take a second silence for a repair.
        if (same.Count == 0 || same.Exists(drop => drop.Rejected > 0)) return null;
        return new DropReport
        {
            File = same[0].FileName,
            Outcome = DropOutcome.AlreadyTaken,
            Message = $"Déjà importé le {same[0].ImportedAt:yyyy-MM-dd} : rien à changer.",
            Registers = [.. same.Select(drop => drop.Register.ToString().ToUpperInvariant())],
            DropDate = same[0].DropDate,
            Unchanged = same.Sum(drop => drop.Fiches),
        };
    }

    private static DropReport Refused(string file, string reason) =>
        new() { File = file, Outcome = DropOutcome.Refused, Message = reason };
}
