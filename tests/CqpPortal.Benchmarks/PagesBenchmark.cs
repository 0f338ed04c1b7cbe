using System.Diagnostics;
using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CqpPortal.Benchmarks;

/// <summary>Uncached pages of the site in requests per second, beside a bare endpoint that returns the same bytes from the same server.</summary>
internal static class PagesBenchmark
{
    private const int Clients = 8;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync()
    {
        await using var server = await EmbeddedPostgresServer.StartOrJoinAsync(EmbeddedPostgresOptions.Temporary);
        await PortalDatabase.PrepareAsync(server.ConnectionString, demoData: true, CancellationToken.None);
        using var site = StartSite(server.ConnectionString);
        using var client = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:5188") };
        for (var tries = 0; tries < 100 && !await AnswersAsync(client); tries++) await Task.Delay(200);

        foreach (var address in new[] { "/certifications?q=soudeur", "/certifications/soudeur-chaudronnier-d-atelier" })
        {
            var bytes = await client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            await using var bare = builder.Build();
            bare.Urls.Add("http://127.0.0.1:5189");
            bare.MapGet("/", context => context.Response.Body.WriteAsync(bytes).AsTask());
            await bare.StartAsync();
            using var bareClient = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:5189") };
            await LoadAsync(client, address, TimeSpan.FromSeconds(3));
            var page = await LoadAsync(client, address, Duration);
            var floor = await LoadAsync(bareClient, "/", Duration);
            Console.WriteLine($"{address}: {bytes.Length:N0} bytes, {page:F0} requests/s; bare endpoint {floor:F0} requests/s; ratio 1:{floor / page:F0}");
            await bare.StopAsync();
        }
        site.Kill();
        await site.WaitForExitAsync();
        return 0;
    }

    // The site runs as a process of its own, as it does for its users.
    private static Process StartSite(string connectionString)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CqpPortal.Web.dll"), "--urls", "http://127.0.0.1:5188"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ConnectionStrings__Portal"] = connectionString;
        var site = Process.Start(start)!;
        site.OutputDataReceived += (_, _) => { };
        site.BeginOutputReadLine();
        return site;
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<double> LoadAsync(HttpClient client, string address, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var done = 0;
            for (; clock.Elapsed < duration; done++)
            {
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            }
            return done;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }
}
