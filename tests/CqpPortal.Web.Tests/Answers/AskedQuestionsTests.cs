using System.Net;
using CqpPortal.Database.Eligibility;
using CqpPortal.TestSupport;
using CqpPortal.Web.Answers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace CqpPortal.Web.Tests.Answers;

public sealed class AskedQuestionsTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateOnly Today = FixedClock.Demonstration.Day;

    private TestDatabase _data = null!;
    private PortalSite _site = null!;
    private HttpClient _client = null!;

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _data = await server.CreateDatabaseAsync(demonstration: true);
        _site = new PortalSite(_data.ConnectionString);
        _client = _site.CreatePlainClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
        await _data.DisposeAsync();
    }

    [Fact]
    public async Task Questions_of_pages_and_API_are_counted_by_day_without_SIRET_and_with_rounded_amounts()
    {
        const string Asked = "code=RNCP99002&price=3012&balance=2385,40&providerSiret=12345678200010";
        await GetAsync($"/api/v1/eligibility/cpf?{Asked}");
        await GetAsync($"/api/v1/eligibility/cpf?{Asked}");
        await GetAsync($"/cpf?{Asked}");
        await GetAsync("/api/v1/recognition?code=DEMO-A");
        var counts = await CountsAsync(4);
        var cpf = counts.Single(count => count.Kind == "cpf");
        Assert.Equal((Today, 3), (cpf.AskedOn, cpf.Count));
        Assert.Equal("code=RNCP99002&orderDate=2026-11-24&startDate=2026-11-24&situation=employee&price=3000&balance=2400", cpf.Parameters);
        Assert.Equal(("code=DEMO-A&day=2026-11-24", 1), counts.Where(count => count.Kind == "recognition").Select(count => (count.Parameters, count.Count)).Single());
    }

    [Fact]
    public async Task What_was_not_answered_and_what_comes_in_a_list_is_not_counted()
    {
        await GetAsync("/api/v1/eligibility/cpf?code=zzzzzz");
        await GetAsync("/api/v1/eligibility/cpf?code=RNCP99002&price=cher");
        using var batch = await _client.PostAsync(new Uri("/api/v1/eligibility/cpf/batch", UriKind.Relative), new StringContent("code\nRNCP99001\n", null, "text/csv"), Ends);
        Assert.Equal(HttpStatusCode.OK, batch.StatusCode);
        await GetAsync("/api/v1/eligibility/vae?code=RNCP99002");
        var only = Assert.Single(await CountsAsync(1));
        Assert.Equal("vae", only.Kind);
    }

    [Fact]
    public async Task Questions_older_than_forty_days_are_forgotten()
    {
        await using (var database = _data.CreateContext())
        {
            await AskedQuestions.AddAsync(database, new[] { 39, 40, 41 }.Select(days =>
                new AskedQuestionCount { Kind = "cpf", Parameters = $"code={days}", AskedOn = Today.AddDays(-days), Count = 2 }), Ends);
        }
        await GetAsync("/api/v1/eligibility/cpf?code=RNCP99002");
        await CountsAsync(1);
        await using var after = _data.CreateContext();
        while (await after.Set<AskedQuestionCount>().AnyAsync(count => count.Parameters == "code=41", Ends)) await Task.Yield();
        Assert.Equal(2, await after.Set<AskedQuestionCount>().CountAsync(count => count.AskedOn < Today, Ends));
    }

    [Fact]
    public async Task An_answer_comes_although_its_question_cannot_be_written()
    {
        await using (var connection = new NpgsqlConnection(_data.ConnectionString))
        {
            await connection.OpenAsync(Ends);
            await using var command = new NpgsqlCommand("drop table asked_questions", connection);
            await command.ExecuteNonQueryAsync(Ends);
        }
        for (var time = 0; time < 3; time++) await GetAsync("/api/v1/eligibility/cpf?code=RNCP99002", HttpStatusCode.OK);
    }

    [Fact]
    public void When_too_many_wait_the_others_are_dropped_at_once()
    {
        var kept = new KeptQuestions(isKept: true);
        for (var time = 0; time < 20_000; time++) kept.Keep(QuestionKind.Cpf, new AskedQuestion { Code = "RNCP99002" });
        Assert.Equal(10_000, kept.Waiting.Count);
        var none = new KeptQuestions(isKept: false);
        none.Keep(QuestionKind.Cpf, new AskedQuestion { Code = "RNCP99002" });
        Assert.Equal(0, none.Waiting.Count);
    }

    [Fact]
    public void A_free_text_is_left_out_and_what_is_too_long_is_not_kept()
    {
        Assert.Equal("code=RNCP99002", KeptQuestion.Of(new AskedQuestion { Code = "RNCP99002", Region = "Madame Untel", Block = "06 12 34 56 78" }));
        Assert.Null(KeptQuestion.Of(new AskedQuestion { Code = "RNCP99002", HeldBlocks = [.. Enumerable.Range(0, 200).Select(number => $"RNCP{number}")] }));
        Assert.Equal("none", KeptQuestion.Read(KeptQuestion.Of(new AskedQuestion { Code = "A&B=é", HeldBlocks = [] })!)["heldBlocks"]);
        Assert.Equal("A&B=é", QueryHelpers.ParseQuery(KeptQuestion.Of(new AskedQuestion { Code = "A&B=é" }))["code"]);
    }

    private async Task GetAsync(string address, HttpStatusCode? expected = null)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative), Ends);
        if (expected is not null) Assert.Equal(expected, answer.StatusCode);
    }

    /// <summary>Once that many questions are counted.</summary>
    private async Task<List<AskedQuestionCount>> CountsAsync(int asked)
    {
        await using var database = _data.CreateContext();
        while (true)
        {
            var counts = await database.Set<AskedQuestionCount>().AsNoTracking().ToListAsync(Ends);
            if (counts.Where(count => count.AskedOn == Today).Sum(count => count.Count) >= asked) return counts;
        }
    }
}
