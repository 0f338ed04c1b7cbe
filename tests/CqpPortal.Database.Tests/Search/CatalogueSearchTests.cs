using CqpPortal.Database.Search;
using CqpPortal.Domain.Calendar;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CqpPortal.Database.Tests.Search;

public sealed class CatalogueSearchTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateOnly Today = FixedClock.Demonstration.Day;
    private TestDatabase _data = null!;

    public async ValueTask InitializeAsync() => _data = await server.CreateDatabaseAsync(demonstration: true);

    public async ValueTask DisposeAsync() => await _data.DisposeAsync();

    private async Task<CatalogueResult> FindAsync(CatalogueQuery query)
    {
        await using var database = _data.CreateContext();
        return await new CatalogueSearch(database).FindAsync(query, Today, TestContext.Current.CancellationToken);
    }

    private async Task<string> FirstAsync(string text) => (await FindAsync(new CatalogueQuery { Text = text })).Items.Select(item => item.Slug).FirstOrDefault() ?? "nothing";

    [Theory]
    [InlineData("soudeuse chaudronniere", "soudeur-chaudronnier-d-atelier")]
    [InlineData("SOUDEURS chaudronniers", "soudeur-chaudronnier-d-atelier")]
    [InlineData("chaudronier soudur", "soudeur-chaudronnier-d-atelier")]
    [InlineData("espace confine", "intervenir-en-espace-confine")]
    [InlineData("tôlière industrielle", "soudeur-chaudronnier-d-atelier")]
    [InlineData("ressuage magnetoscopie", "controleur-de-soudures")]
    public async Task Finds_whatever_the_case_the_accents_the_gender_or_a_typo(string text, string expected) => Assert.Equal(expected, await FirstAsync(text));

    [Fact]
    public async Task Says_which_word_it_corrected_and_can_be_told_not_to()
    {
        var corrected = await FindAsync(new CatalogueQuery { Text = "chaudronier" });
        Assert.Equal("chaudronnier", corrected.Corrected);
        Assert.NotEmpty(corrected.Items);
        var exact = await FindAsync(new CatalogueQuery { Text = "chaudronier", Exact = true });
        Assert.Null(exact.Corrected);
        Assert.Empty(exact.Items);
    }

    [Fact]
    public async Task Shows_what_is_active_before_what_ended_and_marks_the_words()
    {
        var result = await FindAsync(new CatalogueQuery { Text = "chaudronnier" });
        var active = result.Items.Select(item => item.Recognition.IsRegistered || item.Recognition.Status == RecognitionStatus.Branch).ToList();
        Assert.Contains(false, active);
        Assert.Equal(active.OrderByDescending(one => one), active);
        Assert.Contains(Highlight.Start.ToString(), result.Items[0].HighlightedTitle, StringComparison.Ordinal);
        Assert.Contains(result.Items, item => item.Passage?.Kind == "job");
    }

    [Fact]
    public async Task Finds_a_certification_by_any_of_its_skills_and_shows_the_skill()
    {
        await using var database = _data.CreateContext();
        var skills = await database.Certifications.AsNoTracking().OrderBy(entry => entry.Id).SelectMany(entry => entry.Blocks, (entry, block) => new { entry.Slug, Skill = block.Skills.OrderBy(skill => skill.Position).First().Title })
            .Take(60).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(60, skills.Count);
        foreach (var entry in skills)
        {
            var items = (await FindAsync(new CatalogueQuery { Text = entry.Skill, Exact = true })).Items;
            Assert.Contains(entry.Slug, items.Select(item => item.Slug));
            Assert.Equal(items.Count, items.DistinctBy(item => item.Id).Count());
        }
    }

    [Fact]
    public async Task A_registration_withdrawn_before_its_suspension_began_is_still_found()
    {
        await using var database = _data.CreateContext();
        var entry = await database.Certifications.Include(certification => certification.Registrations)
            .SingleAsync(certification => certification.Slug == "soudeur-chaudronnier-d-atelier", TestContext.Current.CancellationToken);
        var running = entry.Registrations.Single(registration => registration.IsActiveOn(Today));
        running.Suspend(new ValidityPeriod(Today.AddDays(30), null));
        running.Withdraw(Today.AddDays(-1));
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        await SearchIndex.RefreshAsync(database, [entry.Id], TestContext.Current.CancellationToken);

        var found = Assert.Single((await FindAsync(new CatalogueQuery { Text = "soudeur chaudronnier atelier" })).Items, item => item.Id == entry.Id);
        Assert.Equal(RecognitionStatus.Expired, found.Recognition.Status);
    }

    [Fact]
    public async Task A_branch_that_has_left_is_no_more_named()
    {
        var before = (await FindAsync(new CatalogueQuery { PageSize = 100 })).Items.First(item => item.Branches.Count > 2);
        await using (var database = _data.CreateContext())
        {
            await database.Database.ExecuteSqlAsync(
                $"update owning_branches set left_on = {Today.AddDays(-1)} where certification_id = {before.Id} and branch = {before.Branches[0].Idcc}", TestContext.Current.CancellationToken);
        }
        var after = (await FindAsync(new CatalogueQuery { PageSize = 100 })).Items.Single(item => item.Id == before.Id);
        Assert.Equal(before.Branches.Skip(1), after.Branches);
    }

    [Fact]
    public async Task Facets_count_what_each_value_would_leave()
    {
        var all = await FindAsync(new CatalogueQuery());
        foreach (var facet in all.Facets.Where(facet => facet.Name is "recognition" or "kind" or "level" or "branch"))
        {
            foreach (var value in facet.Counts.Take(3))
            {
                var query = facet.Name switch
                {
                    "recognition" => new CatalogueQuery { Recognitions = [value.Value] },
                    "kind" => new CatalogueQuery { Kinds = [value.Value] },
                    "level" => new CatalogueQuery { Levels = [value.Value] },
                    _ => new CatalogueQuery { Branches = [value.Value] },
                };
                Assert.Equal(value.Count, (await FindAsync(query)).Total);
            }
        }
    }

    [Fact]
    public async Task When_filters_leave_nothing_it_says_which_to_loosen()
    {
        var result = await FindAsync(new CatalogueQuery { Text = "soudeur", Recognitions = ["branch"], Kinds = ["cqpi"] });
        Assert.Empty(result.Items);
        var loosened = await FindAsync(new CatalogueQuery { Text = "soudeur", Recognitions = ["rncp"], Kinds = ["cqpi"] });
        Assert.Contains(loosened.Loosened, filter => filter is { Name: "kind", Count: > 0 });
    }

    [Fact]
    public async Task A_page_after_the_last_is_the_last()
    {
        var result = await FindAsync(new CatalogueQuery { Page = 999_999, PageSize = 5 });
        Assert.Equal((result.Total + 4) / 5, result.Page);
        Assert.NotEmpty(result.Items);
    }

    [Theory]
    [InlineData("2016-06-01")]
    [InlineData("2019-02-02")]
    [InlineData("2025-08-31")]
    [InlineData("2025-09-01")]
    [InlineData("2026-06-30")]
    [InlineData("2026-11-24")]
    [InlineData("2027-03-01")]
    [InlineData("2031-07-01")]
    public async Task The_search_says_for_every_day_what_the_domain_derives(string on)
    {
        var day = DateOnly.Parse(on, null);
        await using var database = _data.CreateContext();
        var certifications = await database.Certifications.AsNoTracking().Include(entry => entry.Registrations).ToListAsync(TestContext.Current.CancellationToken);
        var candidates = await new CandidateSearch(database, day).FindAsync(TextQuery.Empty, null, CatalogueOrder.Title, TestContext.Current.CancellationToken);
        Assert.Equal(certifications.Count, candidates.Count);
        Assert.NotEmpty(certifications);
        Assert.All(certifications, entry =>
        {
            var expected = entry.RecognitionOn(day);
            var candidate = candidates.Single(one => one.Id == entry.Id);
            var endsSoon = expected.IsRegistered && !entry.RecognitionOn(day.AddMonths(12)).IsRegistered;
            Assert.Equal((entry.Slug, new StateOnDay(expected.Status, expected.Level, endsSoon)), (entry.Slug, candidate.State));
        });
    }

    [Fact]
    public async Task What_the_database_filters_is_what_the_facets_filter()
    {
        await using var database = _data.CreateContext();
        CatalogueQuery[] queries =
        [
            new() { Recognitions = ["rncp", "expired"] }, new() { States = ["active"] }, new() { States = ["ending"] }, new() { States = ["abolished", "expired"] },
            new() { Levels = ["none"] }, new() { Levels = ["4"] }, new() { Cpf = true }, new() { Vae = true }, new() { Routes = ["vae"] },
            new() { Branches = ["3248"], Kinds = ["cqp"] }, new() { Domains = ["H29"] },
        ];
        var search = new CandidateSearch(database, Today);
        var all = await search.FindAsync(TextQuery.Empty, null, CatalogueOrder.Relevance, TestContext.Current.CancellationToken);
        foreach (var query in queries)
        {
            var inDatabase = await search.FindAsync(TextQuery.Empty, query, CatalogueOrder.Relevance, TestContext.Current.CancellationToken);
            Assert.Equal($"{query} {Ids(new CatalogueFacets(query).Filter(all))}", $"{query} {Ids(inDatabase)}");
        }
    }

    private static string Ids(IEnumerable<Candidate> candidates) => string.Join(' ', candidates.Select(one => one.Id).Order());

    [Theory]
    [InlineData("RNCP99001", "soudeur-chaudronnier-d-atelier")]
    [InlineData("rncp 99002", "soudeur-chaudronnier-d-atelier")]
    [InlineData("RNCP99001BC02", "soudeur-chaudronnier-d-atelier")]
    [InlineData("demo-b", "soudeur-chaudronnier-d-atelier")]
    [InlineData("9003", "conducteur-de-presse-a-injecter")]
    [InlineData("https://www.francecompetences.fr/recherche/rs/99001/", "intervenir-en-espace-confine")]
    public async Task A_code_names_its_certification(string typed, string slug)
    {
        await using var database = _data.CreateContext();
        Assert.Equal(slug, Assert.Single(await new CodeLookup(database).FindAsync(typed, TestContext.Current.CancellationToken)).Slug);
    }

    [Fact]
    public async Task Bare_digits_that_both_registers_hold_name_both()
    {
        await using var database = _data.CreateContext();
        var matches = await new CodeLookup(database).FindAsync("99001", TestContext.Current.CancellationToken);
        Assert.Equal(["RNCP99001", "RS99001"], matches.Select(match => match.Code));
    }
}
