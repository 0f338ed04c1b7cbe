using System.Diagnostics;
using System.IO.Compression;
using System.Xml;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;
using Npgsql;

namespace CqpPortal.Benchmarks;

/// <summary>A national drop against the least it can cost: reading the XML once, and sending the same rows to PostgreSQL.</summary>
internal static class ImportBenchmark
{
    private const double MostTimesTheFloor = 3;
    private const double MostOfTheFullLoad = 0.5;
    private const long MostMemory = 400_000_000;

    public static async Task<int> RunAsync(string firstDay, string nextDay)
    {
        await using var server = await EmbeddedPostgresServer.StartOrJoinAsync(new EmbeddedPostgresOptions { DataFolder = Temporary() });
        await PortalDatabase.PrepareAsync(server.ConnectionString, demoData: false, CancellationToken.None);
        var import = new RegisterImport(server.ConnectionString, TimeProvider.System, CataloguePromotion.RunAsync);

        var (full, report) = await TimeAsync(() => ImportAsync(import, firstDay));
        using var self = Process.GetCurrentProcess();
        var memory = self.PeakWorkingSet64;
        var (read, _) = await TimeAsync(() => Task.FromResult(ReadXml(firstDay)));
        var (copy, rows) = await TimeAsync(() => CopyRowsAsync(server.ConnectionString));
        var (next, nextReport) = await TimeAsync(() => ImportAsync(import, nextDay));

        Console.WriteLine($"fiches {report.Drops.Sum(drop => drop.Read):N0}, rows {rows:N0}; next day changed {nextReport.Drops.Sum(drop => drop.Added + drop.Changed):N0}");
        Console.WriteLine($"XmlReader pass {read:F1} s + COPY {copy:F1} s = floor {read + copy:F1} s");
        var kept = Line("import / floor", full / (read + copy), MostTimesTheFloor);
        kept &= Line("next day / import", next / full, MostOfTheFullLoad);
        kept &= Line("peak memory, MB", memory / 1e6, MostMemory / 1e6);
        Console.WriteLine($"import {full:F1} s, next day {next:F1} s");
        await server.DisposeAsync();
        Directory.Delete(server.DataFolder, recursive: true);
        return kept ? 0 : 1;
    }

    private static bool Line(string name, double value, double limit)
    {
        Console.WriteLine($"{name}: {value:F2} (limit {limit:F2}) {(value <= limit ? "kept" : "NOT KEPT")}");
        return value <= limit;
    }

    private static Task<ImportReport> ImportAsync(RegisterImport import, string folder) =>
        import.RunAsync(Directory.GetFiles(folder, "*.zip"), new ImportOptions(), new Progress<ImportProgress>(), CancellationToken.None);

    /// <summary>Every node of every flux, values included, and nothing done with them.</summary>
    private static long ReadXml(string folder)
    {
        long characters = 0;
        foreach (var path in Directory.GetFiles(folder, "*.zip"))
        {
            using var archive = ZipFile.OpenRead(path);
            using var stream = archive.Entries.Single().Open();
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read()) characters += reader.HasValue ? reader.Value.Length : 0;
        }
        return characters;
    }

    /// <summary>The rows of the mirror, by COPY, into a table without an index or a generated column.</summary>
    private static async Task<long> CopyRowsAsync(string connectionString)
    {
        await using var source = new NpgsqlConnection(connectionString);
        await using var target = new NpgsqlConnection(connectionString);
        await source.OpenAsync();
        await target.OpenAsync();
        await using (var create = new NpgsqlCommand("drop table if exists floor; create table floor (number text, register text, title text, is_active boolean, ends_on date, digest bytea, document jsonb)", target))
            await create.ExecuteNonQueryAsync();
        await using (var output = await source.BeginRawBinaryCopyAsync("copy (select number, register, title, is_active, ends_on, digest, document from register_fiches) to stdout (format binary)"))
        await using (var input = await target.BeginRawBinaryCopyAsync("copy floor from stdin (format binary)"))
        {
            await output.CopyToAsync(input);
        }
        await using var count = new NpgsqlCommand("select count(*) from floor", target);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static async Task<(double Seconds, T Result)> TimeAsync<T>(Func<Task<T>> run)
    {
        var clock = Stopwatch.StartNew();
        var result = await run();
        return (clock.Elapsed.TotalSeconds, result);
    }

    private static string Temporary() => Path.Combine(Path.GetTempPath(), "cqp-portal-benchmark-" + Guid.NewGuid().ToString("N"));
}
