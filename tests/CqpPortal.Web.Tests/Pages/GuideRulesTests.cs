using AngleSharp;
using AngleSharp.Dom;
using CqpPortal.Database.Eligibility;
using CqpPortal.Database.Startup;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Eligibility;
using CqpPortal.TestSupport;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>The guide says what the dated rules say: on a database of its own, for rules are added.</summary>
public sealed class GuideRulesTests(PostgresServer server)
{
    private static readonly DateOnly Today = FixedClock.Demonstration.Day;

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_that_changes_changes_the_guide()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = PortalDatabase.CreateContext(data.ConnectionString);
        var before = await ReadAsync(data, "/guide");
        Assert.Contains("Vous payez 103,20 € de votre poche", before.Section("payer"), StringComparison.Ordinal);
        Assert.Contains("Oui, 1 500 € au plus", before.Section("reconnaissance"), StringComparison.Ordinal);
        Assert.Contains("Fermée", before.Way("voie-apprentissage"), StringComparison.Ordinal);
        Assert.Contains("Aucune durée n’est exigée", before.Section("experience"), StringComparison.Ordinal);

        await AddAsync(database, "contribution", known => known with { LegalBasis = "arrêté d’essai", Parameters = known.Parameters with { Amount = 150m } });
        await AddAsync(database, "K1", known => known with { Parameters = known.Parameters with { Cap = 1700m } });
        await AddAsync(database, "experience", known => known with { Parameters = known.Parameters with { Months = 6 } });
        await AddAsync(database, "c.6-apprentissage", known => known with { Parameters = known.Parameters with { Situations = [Situation.Young] } });
        var after = await ReadAsync(data, "/guide");
        Assert.Contains("Vous payez 150 € de votre poche", after.Section("payer"), StringComparison.Ordinal);
        Assert.Contains("arrêté d’essai, depuis le 24 novembre 2026", after.Section("payer"), StringComparison.Ordinal);
        Assert.Contains("Oui, 1 700 € au plus", after.Section("reconnaissance"), StringComparison.Ordinal);
        Assert.Contains("Il faut 6 mois d’expérience", after.Section("experience"), StringComparison.Ordinal);
        Assert.Contains("Ouverte", after.Way("voie-apprentissage"), StringComparison.Ordinal);
        Assert.Contains("You pay €150 yourself", (await ReadAsync(data, "/en/guide")).Section("payer"), StringComparison.Ordinal);
    }

    private static async Task AddAsync(CqpPortal.Database.PortalDbContext database, string series, Func<DatedRule, DatedRule> change)
    {
        var known = (await StoredRules.ReadAsync(database, Ends)).InForce(series, Today)!;
        await StoredRules.AddAsync(database, change(known) with { Id = known.Id + "-essai", Period = new ValidityPeriod(Today, null) }, Ends);
    }

    /// <summary>On a site of its own: one that runs may hold the rules for a second.</summary>
    private static async Task<Read> ReadAsync(TestDatabase data, string address)
    {
        await using var site = new PortalSite(data.ConnectionString);
        using var client = site.CreatePlainClient();
        var text = await client.GetStringAsync(new Uri(address, UriKind.Relative), Ends);
        return new Read(await BrowsingContext.New().OpenAsync(response => response.Content(text), Ends));
    }

    private sealed record Read(IDocument Page)
    {
        public string Section(string id) => Plain(Page.GetElementById(id)!.Closest("section")!.TextContent);

        public string Way(string id) => Plain(Page.GetElementById(id)!.TextContent);

        private static string Plain(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
