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
    private const int MostLinesShown = 20;

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
        foreach (var drop in report.Drops) Write(drop);
        if (arguments.Report is { } path)
        {
            await using var file = File.Create(path);
            await JsonSerializer.SerializeAsync(file, new { report.ExitCode, report.Drops }, Json, CancellationToken.None);
        }
        return report.ExitCode;
    }

    private static Task<ImportReport> WithBarAsync(RegisterImport import, ImportArguments arguments, CancellationToken cancellationToken) =>
        AnsiConsole.Progress().AutoClear(false).HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(bar => import.RunAsync(arguments.Paths, arguments.Options, new BarProgress(bar), cancellationToken));

    private static void Write(DropReport drop)
    {
        Console.WriteLine();
        Console.WriteLine(drop.File + Of(drop));
        if (drop.Outcome == DropOutcome.Refused) Console.WriteLine($"  REFUSÉ : {drop.Message}");
        else if (drop.Message is not null) Console.WriteLine($"  {drop.Message}");
        if (drop.Outcome != DropOutcome.Taken) return;
        Console.WriteLine($"  {drop.Read:N0} fiches lues : {drop.Added:N0} nouvelles, {drop.Changed:N0} modifiées, {drop.Unchanged:N0} inchangées, {drop.Disappeared:N0} disparues, {drop.Reappeared:N0} revenues, {drop.Rejected.Count:N0} rejetées");
        Console.WriteLine($"  CQP au catalogue : {drop.Promotion.Promoted.Count:N0} entrés ou modifiés, {drop.Promotion.ToConfirm.Count:N0} à confirmer{(drop.Promotion.ToConfirm.Count > 0 ? " (la commande to-confirm dit lesquels)" : "")}");
        Some(drop.Rejected, fiche => $"rejetée : {fiche.Number}, {fiche.Entry} ligne {fiche.Line} : {fiche.Reason}");
        Some(drop.Warnings, fiche => $"prise telle quelle, à vérifier : {fiche.Number}, {fiche.Entry} ligne {fiche.Line} : {fiche.Reason}");
        Some(drop.UnknownElements, element => $"élément inconnu, gardé avec sa fiche : {element.Key} ({element.Value:N0} fois)");
    }

    private static string Of(DropReport drop) => (drop.Registers, drop.DropDate) switch
    {
        ({ Count: > 0 }, { } date) => $" ({string.Join(" et ", drop.Registers)}, export du {date:dd/MM/yyyy})",
        (_, { } date) => $" (export du {date:dd/MM/yyyy})",
        _ => "",
    };

    private static void Some<T>(IReadOnlyCollection<T> rows, Func<T, string> line)
    {
        foreach (var row in rows.Take(MostLinesShown)) Console.WriteLine("  " + line(row));
        if (rows.Count > MostLinesShown) Console.WriteLine($"  ... et {rows.Count - MostLinesShown:N0} autres (--report les donne tous)");
    }
}
