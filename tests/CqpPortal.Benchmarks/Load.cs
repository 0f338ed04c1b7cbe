using System.Diagnostics;

namespace CqpPortal.Benchmarks;

/// <summary>Clients that ask one after the other, as fast as they are answered.</summary>
internal static class Load
{
    private const int Clients = 8;

    /// <param name="address">Of the question with that number.</param>
    /// <returns>Requests per second.</returns>
    public static async Task<double> RunAsync(HttpClient client, Func<int, string> address, TimeSpan duration)
    {
        var next = 0;
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var done = 0;
            for (; clock.Elapsed < duration; done++)
            {
                using var answer = await client.GetAsync(new Uri(address(Interlocked.Increment(ref next)), UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            }
            return done;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }
}
