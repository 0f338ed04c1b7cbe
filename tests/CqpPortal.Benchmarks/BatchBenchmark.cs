using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;

namespace CqpPortal.Benchmarks;

/// <summary>
/// 20,000 lines in one request, of which 1,000 are wrong and 1,000 are titles, as CSV and as JSON: seconds and memory, beside a bare endpoint that returns the same bytes.
/// </summary>
internal static class BatchBenchmark
{
    private const int Certifications = 3_000;
    private const int Lines = 20_000;
    private const double MostSeconds = 5;
    private const double MostMegabytes = 200;
    private const double Megabyte = 1_048_576;

    private static readonly string[] Wrong = ["RNCP99999", "inconnu au bataillon", "", "RNCP35419x", new('x', 900)];

    public static async Task<int> RunAsync()
    {
        await using var server = await EmbeddedPostgresServer.StartOrJoinAsync(EmbeddedPostgresOptions.Temporary);
        await PortalDatabase.PrepareAsync(server.ConnectionString, demoData: false, CancellationToken.None);
        await CatalogueSeed.FillAsync(server.ConnectionString, Certifications);
        var titles = await CatalogueSeed.TitlesAsync(server.ConnectionString, Certifications);
        var codes = Enumerable.Range(0, Lines).Select(line => Code(line, titles)).ToList();
        foreach (var (form, content) in new[]
        {
            ("text/csv", Encoding.UTF8.GetBytes("code;date commande;note\r\n" + string.Concat(codes.Select((code, line) => $"\"{code.Replace("\"", "\"\"", StringComparison.Ordinal)}\";{Day(line):yyyy-MM-dd};{line}\r\n")))),
            ("application/json", JsonSerializer.SerializeToUtf8Bytes(codes.Select((code, line) => new { code, orderDate = Day(line) }))),
        })
        {
            await using var site = await SiteProcess.StartAsync(server.ConnectionString, 5188);
            // The first answers compile what the others use.
            for (var warm = 0; warm < 5; warm++) await SendAsync(site.Client, "text/csv", Encoding.UTF8.GetBytes(string.Join('\n', codes.Take(200))));
            var before = site.Memory;
            var peak = before;
            using var done = new CancellationTokenSource();
            var watch = Task.Run(async () =>
            {
                for (; !done.IsCancellationRequested; await Task.Delay(20)) peak = Math.Max(peak, site.Memory);
            });
            var (bytes, seconds) = await SendAsync(site.Client, form, content);
            await done.CancelAsync();
            await watch;
            var (_, again) = await SendAsync(site.Client, form, content);
            var floor = await FloorAsync(bytes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{form}: {Lines} lines, {content.Length / Megabyte:F1} MB in, {bytes / Megabyte:F1} MB out; {seconds:F2} s, then {again:F2} s (limit {MostSeconds}); "
                + $"{(peak - before) / Megabyte:F0} MB more at the peak (limit {MostMegabytes}); bare endpoint with the same bytes {floor:F2} s"));
        }
        return 0;
    }

    private static string Code(int line, IReadOnlyList<string> titles) => (line % 20) switch
    {
        0 => Wrong[line / 20 % Wrong.Length],
        1 => titles[line * 7 % titles.Count],
        var kind => $"{(kind % 2 == 0 ? "RNCP" : "RS")}{line * 13 % (Certifications / 3) + 1}",
    };

    /// <summary>A day within four years.</summary>
    private static DateOnly Day(int line) => new DateOnly(2023, 1, 1).AddDays(line * 7 % 1400);

    /// <returns>Bytes of the answer, and seconds to the last of them.</returns>
    private static async Task<(long Bytes, double Seconds)> SendAsync(HttpClient client, string form, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/eligibility/cpf/batch") { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(form);
        var clock = Stopwatch.StartNew();
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return (await LengthAsync(answer), clock.Elapsed.TotalSeconds);
    }

    private static async Task<double> FloorAsync(long bytes)
    {
        await using var bare = await BareEndpoint.StartAsync(new byte[bytes], 5189);
        using var client = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:5189") };
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await LengthAsync(answer);
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task<long> LengthAsync(HttpResponseMessage answer)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[65_536];
        long bytes = 0;
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;) bytes += read;
        return bytes;
    }
}
