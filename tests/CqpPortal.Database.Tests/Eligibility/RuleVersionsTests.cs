using CqpPortal.Database.Audit;
using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Eligibility;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using static CqpPortal.Database.Tests.Eligibility.Rules;

namespace CqpPortal.Database.Tests.Eligibility;

/// <summary>Versions of rules as somebody publishes, corrects and withdraws them. Days to come are far away: the database knows the real day.</summary>
public sealed class RuleVersionsTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly DateOnly Later = new(2090, 1, 1);

    private TestDatabase _data = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync();
        await using var database = _data.CreateContext();
        await StoredRules.LoadAsync(database, [Rule("flat", "2024-05-02", "2025-12-31", "P2"), Rule("flat", "2026-01-01", id: "P4"), Rule("short", "2026-01-01", "2090-06-30")], Stop);
    }

    public ValueTask DisposeAsync() => _data.DisposeAsync();

    [Fact]
    public async Task A_version_is_written_once_with_one_audit_line_however_often_it_is_sent()
    {
        Assert.Equal(RuleWriting.Done, await PublishAsync(Rule("flat", "2090-01-01", id: "P6")));
        Assert.Equal(RuleWriting.AlreadyDone, await PublishAsync(Rule("flat", "2090-01-01", id: "P6")));
        Assert.Equal(["P2 2025-12-31", "P4 2089-12-31", "P6 "], await FlatAsync());
        Assert.Equal([AuditAction.RuleAdded], await LinesAsync());
    }

    [Theory]
    [InlineData("flat", "2090-01-01")]
    [InlineData("flat", "2026-01-01")]
    [InlineData("flat", "2025-06-01")]
    [InlineData("short", "2090-06-30")]
    public async Task A_version_that_overlaps_another_writes_nothing(string series, string from)
    {
        await PublishAsync(Rule("flat", "2090-01-01", id: "P6"));
        Assert.Equal(RuleWriting.Overlaps, await PublishAsync(Rule(series, from, id: "P7")));
        Assert.Equal(["P2 2025-12-31", "P4 2089-12-31", "P6 "], await FlatAsync());
        Assert.Single(await LinesAsync());
    }

    [Fact]
    public async Task A_version_to_come_is_corrected_and_withdrawn_and_the_one_before_is_open_again()
    {
        await PublishAsync(Rule("flat", "2090-01-01", id: "P6"));
        Assert.Equal(RuleWriting.Done, await PublishAsync(Rule("flat", "2090-03-01", id: "P6b"), insteadOf: Later));
        Assert.Equal(["P2 2025-12-31", "P4 2090-02-28", "P6b "], await FlatAsync());
        Assert.Equal(RuleWriting.AlreadyDone, await PublishAsync(Rule("flat", "2090-03-01", id: "P6b"), insteadOf: Later));
        Assert.Equal(RuleWriting.Done, await WithdrawAsync("flat", new DateOnly(2090, 3, 1)));
        Assert.Equal(["P2 2025-12-31", "P4 "], await FlatAsync());
        Assert.Equal(RuleWriting.Missing, await WithdrawAsync("flat", new DateOnly(2090, 3, 1)));
        Assert.Equal(3, (await LinesAsync()).Count);
    }

    [Fact]
    public async Task A_version_between_two_others_is_corrected_and_withdrawn_as_well()
    {
        await PublishAsync(Rule("flat", "2090-01-01", id: "P6"));
        await PublishAsync(Rule("flat", "2091-01-01", id: "P7"));
        Assert.Equal(RuleWriting.Done, await PublishAsync(Rule("flat", "2090-03-01", "2090-12-31", "P6b"), insteadOf: Later));
        Assert.Equal(["P2 2025-12-31", "P4 2090-02-28", "P6b 2090-12-31", "P7 "], await FlatAsync());
        Assert.Equal(RuleWriting.Done, await WithdrawAsync("flat", new DateOnly(2090, 3, 1)));
        Assert.Equal(["P2 2025-12-31", "P4 2090-12-31", "P7 "], await FlatAsync());
        Assert.Equal(RuleWriting.Done, await WithdrawAsync("flat", new DateOnly(2091, 1, 1)));
        Assert.Equal(["P2 2025-12-31", "P4 "], await FlatAsync());
    }

    [Fact]
    public async Task Withdrawing_opens_nothing_that_had_its_own_end()
    {
        await PublishAsync(Rule("short", "2090-07-01", id: "next"));
        await WithdrawAsync("short", new DateOnly(2090, 7, 1));
        await using var database = _data.CreateContext();
        Assert.Equal(new DateOnly(2090, 6, 30), (await StoredRules.VersionsAsync(database, Stop)).Single(version => version.Rule.Series == "short").Rule.Period.Until);
    }

    [Theory]
    [InlineData("flat", "2026-01-01")]
    [InlineData("flat", "2026-11-20")]
    public async Task What_has_been_in_force_or_came_with_the_portal_is_kept(string series, string from)
    {
        await PublishAsync(Rule("flat", "2026-11-20", id: "P5"));
        var day = DateOnly.Parse(from, null);
        Assert.Equal(RuleWriting.Kept, await WithdrawAsync(series, day));
        Assert.Equal(RuleWriting.Kept, await PublishAsync(Rule("flat", "2090-01-01", id: "P6"), insteadOf: day));
        Assert.Equal(["P2 2025-12-31", "P4 2026-11-19", "P5 "], await FlatAsync());
    }

    [Theory]
    [InlineData("delete from rules where id = 'P5'")]
    [InlineData("update rules set legal_basis = 'autre' where id = 'P5'")]
    [InlineData("update rules set legal_basis = 'autre' where id = 'P4'")]
    [InlineData("update rules set effective_from = effective_from - 1 where id = 'P5'")]
    [InlineData("update rules set effective_until = '2025-11-30' where id = 'P2'")]
    public async Task The_database_itself_refuses_to_change_what_has_been_in_force(string sql)
    {
        // Certainly before the real day, whenever the tests run.
        await PublishAsync(Rule("flat", "2026-02-01", id: "P5"));
        await using var connection = new NpgsqlConnection(_data.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Stop));
        Assert.Equal("tr_rules_in_force", refused.ConstraintName);
    }

    [Fact]
    public async Task A_release_still_brings_its_rules_where_nobody_added_one()
    {
        await using var database = _data.CreateContext();
        Assert.True(await StoredRules.LoadAsync(database, [Rule("flat", "2024-05-02", id: "P2b")], Stop));
        Assert.Equal(["P2b "], await FlatAsync());
    }

    [Fact]
    public void A_rule_book_with_a_draft_reads_as_the_database_will()
    {
        var book = new RuleBook([Rule("flat", "2024-05-02", "2025-12-31", "P2"), Rule("flat", "2026-01-01", id: "P4")], "now");
        var draft = Rule("flat", "2090-01-01", id: "P6");
        var after = book.With(draft);
        Assert.Equal(("P4", "P6"), (after.InForce("flat", Later.AddDays(-1))?.Id, after.InForce("flat", Later)?.Id));
        Assert.Equal("P4", book.InForce("flat", Later)?.Id);
        var corrected = after.With(Rule("flat", "2090-03-01", id: "P7"), draft, reopens: true);
        Assert.Equal(("P4", "P7"), (corrected.InForce("flat", Later)?.Id, corrected.InForce("flat", new DateOnly(2090, 3, 1))?.Id));
        Assert.Throws<ArgumentException>(() => book.With(Rule("flat", "2025-06-01", id: "P6")));
    }

    private async Task<RuleWriting> PublishAsync(DatedRule rule, DateOnly? insteadOf = null)
    {
        await using var database = _data.CreateContext();
        return await StoredRules.PublishAsync(database, new RuleEdit(rule, Today, insteadOf), Line(insteadOf is null ? AuditAction.RuleAdded : AuditAction.RuleCorrected), Stop);
    }

    private async Task<RuleWriting> WithdrawAsync(string series, DateOnly from)
    {
        await using var database = _data.CreateContext();
        return await StoredRules.WithdrawAsync(database, (series, from, Today), Line(AuditAction.RuleWithdrawn), Stop);
    }

    private static AuditLine Line(AuditAction action) => new() { At = DateTimeOffset.UnixEpoch, Action = action, Subject = "essai" };

    private async Task<List<string>> FlatAsync()
    {
        await using var database = _data.CreateContext();
        return [.. (await StoredRules.VersionsAsync(database, Stop)).Where(version => version.Rule.Series == "flat").Select(version => $"{version.Rule.Id} {version.Rule.Period.Until:yyyy-MM-dd}")];
    }

    private async Task<List<AuditAction>> LinesAsync()
    {
        await using var database = _data.CreateContext();
        return await database.Set<AuditLine>().OrderBy(line => line.Id).Select(line => line.Action).ToListAsync(Stop);
    }
}
