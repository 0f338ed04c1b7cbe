using System.Globalization;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.Search;

/// <summary>
/// Queries made from every certification of the demonstration catalogue as people mistype them; the certification itself is expected
/// among the first three.
/// </summary>
public sealed class SearchQualityTests(PostgresServer server, ITestOutputHelper output)
{
    private const double LeastOfTyposAndAccents = 0.95;
    private const double LeastOfOthers = 0.85;

    [Fact]
    public async Task The_expected_certification_is_among_the_first_three()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        var certifications = await database.Certifications.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(TestContext.Current.CancellationToken);
        var classes = new (string Name, double Least, Func<Certification, string?> Query)[]
        {
            ("accents dropped", LeastOfTyposAndAccents, entry => QueryWords.Normalise(entry.Title)),
            ("a letter missing in every word", LeastOfTyposAndAccents, entry => EveryWord(entry, word => word.Remove(word.Length / 2, 1))),
            ("a letter doubled in every word", LeastOfTyposAndAccents, entry => EveryWord(entry, word => word.Insert(word.Length / 2, word[word.Length / 2].ToString()))),
            ("a letter wrong in every word", LeastOfTyposAndAccents, entry => EveryWord(entry, word => word.Remove(word.Length / 2, 1).Insert(word.Length / 2, "w"))),
            ("feminine form", LeastOfOthers, entry => entry.Title.Split(", ") is [_, var feminine, ..] && feminine.Contains(' ', StringComparison.Ordinal) ? feminine : null),
            ("plural", LeastOfOthers, entry => EveryWord(entry, word => word[^1] is 's' or 'x' ? word : word + "s")),
            ("job name of the certification", LeastOfOthers, entry => entry.TargetJobs[0]),
        };
        var tooLow = new List<string>();
        foreach (var (name, least, query) in classes)
        {
            var missed = new List<string>();
            var asked = 0;
            foreach (var entry in certifications)
            {
                if (query(entry) is not { } text) continue;
                asked++;
                var found = await new CatalogueSearch(database).FindAsync(new CatalogueQuery { Text = text }, FixedClock.Demonstration.Day, TestContext.Current.CancellationToken);
                if (!found.Items.Take(3).Any(item => item.Slug == entry.Slug)) missed.Add($"{text} -> {entry.Slug}");
            }
            var share = 1 - ((double)missed.Count / asked);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {asked - missed.Count} of {asked} ({share:P1})"));
            foreach (var miss in missed) output.WriteLine("  " + miss);
            Assert.True(asked >= 20, $"{name}: {asked} queries say nothing.");
            if (share < least) tooLow.Add($"{name} {share:P1}: {string.Join(" | ", missed)}");
        }
        Assert.True(tooLow.Count == 0, string.Join('\n', tooLow));
    }

    // Of a long title people type the beginning; "Agent, agente de" alone names no trade.
    private static string EveryWord(Certification entry, Func<string, string> mistype) => string.Join(' ',
        QueryWords.Normalise(entry.Title).Split(' ').Take(7).Select(word => word.Length >= 5 ? mistype(word) : word));
}
