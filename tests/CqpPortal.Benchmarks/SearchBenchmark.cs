using System.Diagnostics;
using CqpPortal.Database.Search;
using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;
using CqpPortal.TestSupport;

namespace CqpPortal.Benchmarks;

/// <summary>Searches as eight people make them at once: words of titles, single words, typos, beginnings of words, filters.</summary>
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
            var queries = Queries(await CatalogueSeed.TitlesAsync(server.ConnectionString, 2000));
            await MeasureAsync(server.ConnectionString, queries, TimeSpan.FromSeconds(5));
            var times = await MeasureAsync(server.ConnectionString, queries, Duration);
            var p99 = Percentile(times, 0.99);
            Console.WriteLine($"  {times.Count:N0} searches by {Clients} clients: p50 {Percentile(times, 0.5):F1} ms, p99 {p99:F1} ms");
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

    private static CatalogueQuery[] Queries(IReadOnlyList<string> titles)
    {
        var random = new Random(1);
        string Word() => titles[random.Next(titles.Count)].Split([' ', ',', '’', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 4).OrderBy(_ => random.Next()).FirstOrDefault() ?? "agent";
        string Mistyped(string word) => word.Remove(random.Next(1, word.Length - 1), 1);
        return
        [
            .. Enumerable.Range(0, 400).Select(place => (place % 10) switch
            {
                0 or 1 or 2 => new CatalogueQuery { Text = Word() + " " + Word() },
                3 or 4 => new CatalogueQuery { Text = Word() },
                5 => new CatalogueQuery { Text = Mistyped(Word()) },
                6 => new CatalogueQuery { Text = Word()[..4] },
                7 => new CatalogueQuery { Text = Word(), Recognitions = ["rncp"], Page = 2 },
                8 => new CatalogueQuery { States = ["ending"], Order = CatalogueOrder.EndDate },
                _ => new CatalogueQuery { Order = CatalogueOrder.Title, Page = 3 },
            }),
        ];
    }

    private static async Task<List<double>> MeasureAsync(string connectionString, CatalogueQuery[] queries, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var next = -1;
        var all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            while (clock.Elapsed < duration)
            {
                var query = queries[Interlocked.Increment(ref next) % queries.Length];
                var start = Stopwatch.GetTimestamp();
                await using (var database = PortalDatabase.CreateContext(connectionString))
                    await new CatalogueSearch(database).FindAsync(query, FixedClock.Demonstration.Day, CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return times;
        })));
        return [.. all.SelectMany(times => times).Order()];
    }

    private static double Percentile(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];
}
