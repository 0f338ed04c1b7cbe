using CqpPortal.Database.Audit;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Editing;

namespace CqpPortal.Web.Registers;

/// <summary>Takes an export that somebody sent, one at a time, while the pages go on answering. What it did is kept until the next one, or the end of the site.</summary>
internal sealed partial class RegisterDesk(string connectionString, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<RegisterDesk> log)
{
    private readonly Lock _gate = new();

    /// <summary>The import that runs, else the last one; null where none was sent since the site opened.</summary>
    public SentImport? Last { get; private set; }

    /// <summary>Begins to take the file, which is deleted afterwards with the folder that holds it alone.</summary>
    /// <returns>False when another import runs: nothing was begun.</returns>
    public bool TryBegin(string path, ImportOptions options, Author by)
    {
        lock (_gate)
        {
            if (Last is { Finished.IsCompleted: false }) return false;
            var import = new SentImport(Path.GetFileName(path), by);
            import.Finished = Task.Run(() => RunAsync(import, path, options));
            Last = import;
            return true;
        }
    }

    private async Task RunAsync(SentImport import, string path, ImportOptions options)
    {
        try
        {
            var report = await new RegisterImport(connectionString, clock, CataloguePromotion.RunAsync).RunAsync([path], options, import, lifetime.ApplicationStopping);
            import.Report = report.Drops[0];
            await using var database = PortalDatabase.CreateContext(connectionString);
            database.Add(new AuditLine
            {
                At = clock.GetUtcNow(),
                Action = AuditAction.RegisterImported,
                PersonId = import.By.PersonId,
                PersonName = import.By.Name,
                Subject = AuditLine.Cut(import.FileName)!,
                Details = AuditLine.Cut(SentImport.InFrench(import.Report)),
            });
            await database.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception problem)
        {
            // The page says that it failed; nobody awaits this task.
            Failed(log, import.FileName, problem);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The import of {FileName} failed")]
    private static partial void Failed(ILogger log, string fileName, Exception problem);
}
