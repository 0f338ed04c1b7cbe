using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;

namespace CqpPortal.Benchmarks;

/// <summary>Uncached pages of the site in requests per second, beside a bare endpoint that returns the same bytes from the same server.</summary>
internal static class PagesBenchmark
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync()
    {
        await using var server = await EmbeddedPostgresServer.StartOrJoinAsync(EmbeddedPostgresOptions.Temporary);
        await PortalDatabase.PrepareAsync(server.ConnectionString, demoData: true, CancellationToken.None);
        await using var site = await SiteProcess.StartAsync(server.ConnectionString, 5188);
        foreach (var address in new[] { "/certifications?q=soudeur", "/certifications/soudeur-chaudronnier-d-atelier" })
        {
            var bytes = await site.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
            await using var bare = await BareEndpoint.StartAsync(bytes, 5189);
            using var bareClient = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:5189") };
            await Load.RunAsync(site.Client, _ => address, TimeSpan.FromSeconds(3));
            var page = await Load.RunAsync(site.Client, _ => address, Duration);
            var floor = await Load.RunAsync(bareClient, _ => "/", Duration);
            Console.WriteLine($"{address}: {bytes.Length:N0} bytes, {page:F0} requests/s; bare endpoint {floor:F0} requests/s; ratio 1:{floor / page:F0}");
        }
        return 0;
    }
}
