using System.Text.Json;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Eligibility.Rules;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using static CqpPortal.Database.Tests.Eligibility.Rules;

namespace CqpPortal.Database.Tests.Eligibility;

public sealed class StoredRulesTests(PostgresServer server)
{
    private static readonly DatedRule[] Published = [Rule("flat", "2024-05-02", "2025-12-31", "P2"), Rule("flat", "2026-01-01", id: "P4"), Rule("E2", "2019-01-01")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_database_holds_the_rules_that_come_with_the_portal()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        var book = await StoredRules.ReadAsync(database, Stop);
        Assert.Equal(new RuleBook(PublishedRules.Read(), "").Rules.Select(Words), book.Rules.Select(Words));
        Assert.False(await StoredRules.LoadAsync(database, Stop));
    }

    [Fact]
    public async Task A_rule_comes_back_as_it_was_written()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        await StoredRules.LoadAsync(database, Published, Stop);
        var book = await StoredRules.ReadAsync(database, Stop);
        Assert.Equal(new RuleBook(Published, "").Rules.Select(Words), book.Rules.Select(Words));
        Assert.Matches("^3-[0-9a-f]{10}$", book.Version);
        Assert.Equal(book.Version, (await StoredRules.ReadAsync(database, Stop)).Version);
    }

    [Fact]
    public async Task Rules_are_loaded_again_only_when_they_changed()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        Assert.True(await StoredRules.LoadAsync(database, Published, Stop));
        Assert.False(await StoredRules.LoadAsync(database, Published, Stop));
        Assert.True(await StoredRules.LoadAsync(database, [Published[0] with { LegalBasis = "autre texte" }], Stop));
        Assert.Equal(["autre texte"], (await StoredRules.ReadAsync(database, Stop)).Rules.Select(rule => rule.LegalBasis));
    }

    [Fact]
    public async Task A_rule_added_changes_tomorrow_and_not_yesterday()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        await StoredRules.LoadAsync(database, Published, Stop);
        var before = await StoredRules.ReadAsync(database, Stop);
        await StoredRules.AddAsync(database, Rule("flat", "2026-11-25", id: "P5"), Stop);
        var after = await StoredRules.ReadAsync(database, Stop);
        string? On(RuleBook book, string day) => book.InForce("flat", DateOnly.Parse(day, null))?.Id;
        Assert.Equal(("P4", "P4"), (On(before, "2026-11-24"), On(before, "2026-11-25")));
        Assert.Equal(("P2", "P4", "P5"), (On(after, "2025-12-31"), On(after, "2026-11-24"), On(after, "2026-11-25")));
        Assert.NotEqual(before.Version, after.Version);
    }

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2025-06-01")]
    public async Task A_rule_that_would_begin_before_the_open_one_is_refused(string from)
    {
        await using var data = await server.CreateDatabaseAsync();
        await using (var database = data.CreateContext())
        {
            await StoredRules.LoadAsync(database, Published, Stop);
            await Assert.ThrowsAsync<DbUpdateException>(() => StoredRules.AddAsync(database, Rule("flat", from), Stop));
        }
        await using var later = data.CreateContext();
        Assert.Equal(["P2", "P4"], (await StoredRules.ReadAsync(later, Stop)).Rules.Where(rule => rule.Series == "flat").Select(rule => rule.Id));
    }

    [Fact]
    public async Task A_series_with_a_row_of_their_own_stays_theirs_when_a_release_brings_other_rules()
    {
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        await StoredRules.LoadAsync(database, Published, Stop);
        await StoredRules.AddAsync(database, Rule("flat", "2026-06-01", id: "theirs"), Stop);
        await StoredRules.LoadAsync(database, [Rule("flat", "2020-01-01", id: "P0"), Rule("E2", "2019-01-01", "2025-12-31"), Rule("E2", "2026-01-01", id: "E2bis"), Rule("E9", "2026-06-11")], Stop);
        Assert.Equal(["P2", "P4", "theirs", "E2", "E2bis", "E9"],
            (await StoredRules.ReadAsync(database, Stop)).Rules.OrderBy(rule => rule.Series != "flat").ThenBy(rule => rule.Series).Select(rule => rule.Id));
    }

    [Theory]
    [InlineData("'X', 'S', '2025-12-31', null", "ex_rules_no_overlap")]
    [InlineData("'X', 'S', '2019-01-01', '2020-01-01'", "ex_rules_no_overlap")]
    [InlineData("'X', 'S', '2020-01-01', '2019-12-31'", "ck_rules_period")]
    [InlineData("'X', 'S', '2020-01-01', '2020-06-01'", "pk_rules")]
    [InlineData("' ', 'T', '2020-01-01', null", "ck_rules_names")]
    [InlineData("'X', '', '2020-01-01', null", "ck_rules_names")]
    public async Task The_database_refuses_rules_that_overlap_or_say_nothing(string values, string constraint)
    {
        const string Insert = "insert into rules (id, series, effective_from, effective_until, topic, parameters, legal_basis, source, explanation, texts, confidence, is_published) select v.*, 'Cpf', '{{}}', '', '', '{{}}', '{{}}', 'High', false from (values ({0}::date)) v";
        await using var data = await server.CreateDatabaseAsync();
        await using var database = data.CreateContext();
        Task InsertAsync(string row) => database.Database.ExecuteSqlRawAsync(Insert.Replace("{0}", row.Replace("', '20", "', date '20", StringComparison.Ordinal), StringComparison.Ordinal), Stop);
        await InsertAsync("'X', 'S', '2020-01-01', '2025-12-31'");
        await InsertAsync("'X', 'S', '2026-01-01', null");
        var problem = await Assert.ThrowsAsync<PostgresException>(() => InsertAsync(values));
        Assert.Equal(constraint, problem.ConstraintName);
    }

    /// <summary>All that a rule says, its texts in one order.</summary>
    private static string Words(DatedRule rule) => JsonSerializer.Serialize(new
    {
        rule.Id,
        rule.Series,
        rule.Topic,
        rule.Period,
        rule.Parameters,
        rule.LegalBasis,
        rule.Source,
        rule.Explanation,
        rule.Confidence,
        Texts = rule.Texts.OrderBy(text => text.Key),
    });
}
