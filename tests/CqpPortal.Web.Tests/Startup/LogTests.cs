using System.Text.Json;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Web.Tests.Startup;

public sealed class LogTests(DemonstrationSite site, PostgresServer server) : IClassFixture<DemonstrationSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_one_line_of_JSON_without_what_was_searched_or_by_whom()
    {
        var lines = await LinesAsync("page-du-journal", async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/certifications/page-du-journal?q=motsecret");
            request.Headers.Add("User-Agent", "navigateur-secret");
            request.Headers.Add("Referer", "http://secret.invalid/");
            using var answer = await site.Client.SendAsync(request, Stop);
        });
        var written = Assert.Single(lines, line => line.Contains("page-du-journal", StringComparison.Ordinal));
        using var line = JsonDocument.Parse(written);
        Assert.Equal("/certifications/page-du-journal", line.RootElement.GetProperty("RequestPath").GetString());
        Assert.Equal(404, line.RootElement.GetProperty("StatusCode").GetInt32());
        Assert.DoesNotContain("127.0.0.1", written, StringComparison.Ordinal);
        // Other sites of this process may be writing too; these words are only here.
        Assert.DoesNotContain(lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/espace-cpne/calendrier/", "cle-de-calendrier.ics")]
    [InlineData("/desabonnement/", "cle-de-desabonnement")]
    public async Task A_key_that_an_address_ends_with_is_not_written(string path, string key)
    {
        var lines = await LinesAsync(path, async () =>
        {
            using var answer = await site.Client.GetAsync(new Uri(path + key, UriKind.Relative), Stop);
            Assert.Equal(404, (int)answer.StatusCode);
        });
        Assert.Contains(lines, line => line.Contains(path + "***", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_is_told_once_with_its_cause()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var broken = new PortalSite(data.ConnectionString);
        using var client = broken.CreatePlainClient();
        await using (var database = data.CreateContext())
        {
            await using var command = database.Database.GetDbConnection().CreateCommand();
            command.CommandText = "alter table certifications rename to gone";
            await database.Database.OpenConnectionAsync(Stop);
            await command.ExecuteNonQueryAsync(Stop);
        }
        var lines = await LinesAsync("page-en-erreur", async () =>
        {
            using var answer = await client.GetAsync(new Uri("/certifications/page-en-erreur", UriKind.Relative), Stop);
            Assert.Equal(500, (int)answer.StatusCode);
            Assert.Contains("Une erreur est survenue", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        });
        // Another test of this process misses another table at the same time.
        using var line = JsonDocument.Parse(Assert.Single(lines, line => line.Contains("page-en-erreur", StringComparison.Ordinal)
            || (line.Contains("42P01", StringComparison.Ordinal) && !line.Contains("certification_facts", StringComparison.Ordinal))));
        Assert.Equal("Error", line.RootElement.GetProperty("@l").GetString());
        Assert.Contains("42P01", line.RootElement.GetProperty("@x").GetString(), StringComparison.Ordinal);
    }

    /// <summary>What all sites of this process write until the line of a request is there.</summary>
    private static async Task<string[]> LinesAsync(string request, Func<Task> act)
    {
        var before = Console.Out;
        await using var written = new StringWriter();
        var writer = TextWriter.Synchronized(written);
        Console.SetOut(writer);
        try
        {
            await act();
            // The line follows the answer.
            for (var wait = 0; wait < 100 && !Text().Contains(request, StringComparison.Ordinal); wait++) await Task.Delay(100, Stop);
            return Text().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            Console.SetOut(before);
        }

        string Text()
        {
            lock (writer) return written.ToString();
        }
    }
}
