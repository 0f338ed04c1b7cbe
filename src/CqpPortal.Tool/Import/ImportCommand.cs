using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using Spectre.Console;

namespace CqpPortal.Tool.Import;

/// <summary>Takes exports of the registers, showing how far it is, and says at the end what changed.</summary>
internal static class ImportCommand
{
    private const int MostRejectionsShown = 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task<int> RunAsync(string connectionString, ImportArguments arguments, CancellationToken cancellationToken)
    {
        var import = new RegisterImport(connectionString, TimeProvider.System, CataloguePromotion.RunAsync);
        var report = Console.IsOutputRedirected
            ? await import.RunAsync(arguments.Paths, arguments.Options, new PlainProgress(Console.Out), cancellationToken)
            : await WithBarAsync(import, arguments, cancellationToken);
        Write(report);
        if (arguments.Report is { } path)
        {
            await using var file = File.Create(path);
            await JsonSerializer.SerializeAsync(file, new { report.ExitCode, report.Drops }, Json, cancellationToken);
        }
        return report.ExitCode;
    }

    private static Task<ImportReport> WithBarAsync(RegisterImport import, ImportArguments arguments, CancellationToken cancellationToken) =>
        AnsiConsole.Progress().AutoClear(false).HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(bar => import.RunAsync(arguments.Paths, arguments.Options, new BarProgress(bar), cancellationToken));

    private static void Write(ImportReport report)
    {
        foreach (var drop in report.Drops)
        {
            Console.WriteLine();
            Console.WriteLine($"{drop.File}{(drop.DropDate is { } date ? $" ({string.Join(" et ", drop.Registers)}, {date:yyyy-MM-dd})" : "")}");
            if (drop.Outcome == DropOutcome.Refused) Console.WriteLine($"  REFUSÉ : {drop.Message}");
            else if (drop.Message is not null) Console.WriteLine($"  {drop.Message}");
            if (drop.Outcome != DropOutcome.Taken) continue;
            Console.WriteLine($"  fiches lues {drop.Read:N0} : {drop.Added:N0} nouvelles, {drop.Changed:N0} modifiées, {drop.Unchanged:N0} inchangées, {drop.Disappeared:N0} disparues, {drop.Reappeared:N0} revenues, {drop.Rejected.Count:N0} rejetées");
            Console.WriteLine($"  CQP au catalogue : {drop.Promotion.Promoted.Count:N0} entrés ou modifiés, {drop.Promotion.ToConfirm.Count:N0} à confirmer");
            foreach (var rejected in drop.Rejected.Take(MostRejectionsShown)) Console.WriteLine($"  rejetée : {rejected.Number}, {rejected.Entry} ligne {rejected.Line} : {rejected.Reason}");
            if (drop.Rejected.Count > MostRejectionsShown) Console.WriteLine($"  ... et {drop.Rejected.Count - MostRejectionsShown:N0} autres (voir --report)");
            foreach (var (element, count) in drop.UnknownElements.Take(MostRejectionsShown)) Console.WriteLine($"  élément inconnu, gardé avec sa fiche : {element} ({count:N0} fois)");
        }
    }
}
