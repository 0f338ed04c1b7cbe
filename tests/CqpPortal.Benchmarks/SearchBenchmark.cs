using System.Diagnostics;
using CqpPortal.Database;
using CqpPortal.Database.Search;
using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CqpPortal.Benchmarks;

/// <summary>
/// Searches as eight people make them at once: words of one title, words that no title holds together, single words, typos, beginnings of
/// words, filters, lists. Beside them, in the same run, the least that a question to the same database costs the same eight.
/// </summary>
internal static class SearchBenchmark
{
    private const int Clients = 8;
    private const double MostAtThirtyThousand = 50;
    private const double MostGrowth = 10;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(IReadOnlyList<int> sizes)
    {
        var kept = true;
        double? atThirtyThousand = null;
        foreach (var size in sizes)
        {
            await using var server = await EmbeddedPostgresServer.StartOrJoinAsync(EmbeddedPostgresOptions.Temporary);
            await PortalDatabase.PrepareAsync(server.ConnectionString, demoData: false, CancellationToken.None);
            var filling = Stopwatch.StartNew();
            await CatalogueSeed.FillAsync(server.ConnectionString, size);
            Console.WriteLine($"{size:N0} certifications, filled and indexed in {filling.Elapsed.TotalSeconds:F0} s");
            var contexts = Contexts(server.ConnectionString);
            var queries = Queries(await CatalogueSeed.TitlesAsync(server.ConnectionString, 2000));
            Task SearchAsync(PortalDbContext database, int turn) =>
                new CatalogueSearch(database).FindAsync(queries[turn % queries.Length].Query, FixedClock.Demonstration.Day, CancellationToken.None);
            await MeasureAsync(contexts, SearchAsync, TimeSpan.FromSeconds(8));
            var times = await MeasureAsync(contexts, SearchAsync, Duration);
            var floor = Sorted(await MeasureAsync(contexts, (database, turn) => database.Certifications.AsNoTracking()
                .Where(certification => certification.Id == 1 + (turn % size)).Select(certification => certification.Title).FirstOrDefaultAsync(), TimeSpan.FromSeconds(5)));
            var all = Sorted(times);
            var p99 = Percentile(all, 0.99);
            Console.WriteLine($"  {all.Count:N0} searches by {Clients} clients, {all.Count / Duration.TotalSeconds:F0} a second: p50 {Percentile(all, 0.5):F1} ms, p99 {p99:F1} ms; "
                + $"one row by its key: p50 {Percentile(floor, 0.5):F1} ms, p99 {Percentile(floor, 0.99):F1} ms");
            var home = Sorted(await MeasureAsync(contexts, (database, _) => CatalogueOverview.ReadAsync(database, FixedClock.Demonstration.Day, CancellationToken.None), TimeSpan.FromSeconds(5)));
            var figures = Sorted(await MeasureAsync(contexts, (database, _) => CatalogueFigures.ReadAsync(database, FixedClock.Demonstration.Day, CancellationToken.None), TimeSpan.FromSeconds(5)));
            Console.WriteLine($"  the whole catalogue counted: home p50 {Percentile(home, 0.5):F1} ms, p99 {Percentile(home, 0.99):F1} ms; page of figures p50 {Percentile(figures, 0.5):F1} ms, p99 {Percentile(figures, 0.99):F1} ms");
            foreach (var kind in times.GroupBy(time => queries[time.Turn % queries.Length].Kind))
                Console.WriteLine($"    {kind.Key}: p50 {Percentile(Sorted(kind), 0.5):F1} ms, p99 {Percentile(Sorted(kind), 0.99):F1} ms");
            if (size == 30_000)
            {
                atThirtyThousand = p99;
                kept &= Limit(p99, MostAtThirtyThousand);
            }
            else if (size > 30_000 && atThirtyThousand is { } smaller) kept &= Limit(p99, smaller * MostGrowth);
        }
        return kept ? 0 : 1;
    }

    private static bool Limit(double p99, double limit)
    {
        Console.WriteLine($"  limit {limit:F1} ms: {(p99 <= limit ? "kept" : "NOT KEPT")}");
        return p99 <= limit;
    }

    private static (string Kind, CatalogueQuery Query)[] Queries(IReadOnlyList<string> titles)
    {
        var random = new Random(1);
        string[] Words() => [.. titles[random.Next(titles.Count)].Split([' ', ',', '’', '-', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 4).Distinct().OrderBy(_ => random.Next())];
        string Word() => Words().FirstOrDefault("agent");
        string Mistyped(string word) => word.Remove(random.Next(1, word.Length - 1), 1);
        return
        [
            .. Enumerable.Range(0, 400).Select(place => (place % 10) switch
            {
                0 or 1 => ("two words of a title", new CatalogueQuery { Text = string.Join(' ', Words().Take(2)) }),
                2 => ("two words of two titles", new CatalogueQuery { Text = Word() + " " + Word() }),
                3 or 4 => ("one word", new CatalogueQuery { Text = Word() }),
                5 => ("one mistyped word", new CatalogueQuery { Text = Mistyped(Word()) }),
                6 => ("beginning of a word", new CatalogueQuery { Text = Word()[..4] }),
                7 => ("one word, in the RNCP, second page", new CatalogueQuery { Text = Word(), Recognitions = ["rncp"], Page = 2 }),
                8 => ("what ends soon, by date", new CatalogueQuery { States = ["ending"], Order = CatalogueOrder.EndDate }),
                _ => ("all by title, third page", new CatalogueQuery { Order = CatalogueOrder.Title, Page = 3 }),
            }),
        ];
    }

    /// <summary>Contexts are pooled, as in the site.</summary>
    private static PooledDbContextFactory<PortalDbContext> Contexts(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        PortalDatabase.Configure(options, connectionString);
        return new PooledDbContextFactory<PortalDbContext>(options.Options);
    }

    private static async Task<List<(int Turn, double Milliseconds)>> MeasureAsync(PooledDbContextFactory<PortalDbContext> contexts, Func<PortalDbContext, int, Task> ask, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var next = -1;
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var times = new List<(int, double)>();
            while (clock.Elapsed < duration)
            {
                var turn = Interlocked.Increment(ref next);
                var start = Stopwatch.GetTimestamp();
                await using (var database = contexts.CreateDbContext()) await ask(database, turn);
                times.Add((turn, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
            }
            return times;
        })));
        return [.. all.SelectMany(times => times)];
    }

    private static List<double> Sorted(IEnumerable<(int Turn, double Milliseconds)> times) => [.. times.Select(time => time.Milliseconds).Order()];

    private static double Percentile(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];
}
