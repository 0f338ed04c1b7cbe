using System.Globalization;
using CqpPortal.Database.Startup;
using CqpPortal.EmbeddedPostgres;

namespace CqpPortal.Benchmarks;

/// <summary>
/// Answers on the CPF in requests per second: with the certifications' facts in cache, and without any cache, beside a bare endpoint
/// with the same bytes; and the processor time of one answer within the site. Every request asks another question.
/// </summary>
internal static class EligibilityBenchmark
{
    private const int Rounds = 7;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2);

    private static readonly string[] Codes = ["RNCP99001", "RNCP99002", "RS99001", "RNCP9003", "DEMO-A", "soudeur-chaudronnier-d-atelier"];

    public static async Task<int> RunAsync()
    {
        await using var server = await EmbeddedPostgresServer.StartOrJoinAsync(EmbeddedPostgresOptions.Temporary);
        await PortalDatabase.PrepareAsync(server.ConnectionString, demoData: true, CancellationToken.None);
        foreach (var (name, seconds, atLeast) in new[] { ("facts in cache", "1", 2), ("without cache", "0", 10) })
        {
            await using var site = await SiteProcess.StartAsync(server.ConnectionString, 5188, ("Portal__FactsCacheSeconds", seconds));
            await Load.RunAsync(site.Client, Question, TimeSpan.FromSeconds(4));
            var lengths = await Task.WhenAll(Enumerable.Range(0, 60).Select(async number => (await site.Client.GetByteArrayAsync(new Uri(Question(number), UriKind.Relative))).Length));
            await using var bare = await BareEndpoint.StartAsync(new byte[(int)lengths.Average()], 5189);
            using var bareClient = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:5189") };
            await Load.RunAsync(bareClient, _ => "/", TimeSpan.FromSeconds(2));
            var spent = site.Spent;
            var rounds = new List<(double Answers, double Floor)>();
            // By turns: a machine that slows down for a while slows both.
            for (var round = 0; round < Rounds; round++)
                rounds.Add((await Load.RunAsync(site.Client, Question, Duration), await Load.RunAsync(bareClient, _ => "/", Duration)));
            var each = (site.Spent - spent).TotalMilliseconds / rounds.Sum(round => round.Answers * Duration.TotalSeconds);
            var (answers, floor) = rounds.OrderBy(round => round.Floor / round.Answers).ElementAt(Rounds / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: {lengths.Average():F0} bytes, {answers:F0} answers/s; bare endpoint {floor:F0} requests/s; ratio 1:{floor / answers:F2} (limit 1:{atLeast}), {rounds.Min(round => round.Floor / round.Answers):F2} to {rounds.Max(round => round.Floor / round.Answers):F2} in {Rounds} rounds; {each:F3} ms of processor time an answer (limit 1)"));
        }
        return 0;
    }

    /// <summary>A certification, an order within four years and a price: no two of 300,000 are the same.</summary>
    private static string Question(int number)
    {
        var day = new DateOnly(2023, 1, 1).AddDays(number * 7 % 1400);
        return $"/api/v1/eligibility/cpf?code={Codes[number % Codes.Length]}&orderDate={day:yyyy-MM-dd}&price={1000 + number % 3000}&balance=2500";
    }
}
