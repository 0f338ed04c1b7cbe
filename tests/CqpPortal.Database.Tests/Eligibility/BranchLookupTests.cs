using CqpPortal.Database.Eligibility;
using CqpPortal.TestSupport;
using Xunit;

namespace CqpPortal.Database.Tests.Eligibility;

public sealed class BranchLookupTests(PostgresServer server) : IAsyncLifetime
{
    private TestDatabase _data = null!;

    public async ValueTask InitializeAsync() => _data = await server.CreateDatabaseAsync();

    public async ValueTask DisposeAsync() => await _data.DisposeAsync();

    private async Task<BranchMatches> FindAsync(string typed)
    {
        await using var database = _data.CreateContext();
        return await new BranchLookup(database).FindAsync(typed, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("Métallurgie", "3248")]
    [InlineData("METALLURGIE", "3248")]
    [InlineData("la métallurgie", "3248")]
    [InlineData("negoce materiaux construction", "3216")]
    [InlineData("Services de l'automobile", "1090")]
    [InlineData("industries chimiques", "0044")]
    [InlineData("3216", "3216")]
    [InlineData("44", "0044")]
    [InlineData(" IDCC 3248 ", "3248")]
    public async Task A_name_or_an_IDCC_is_one_branch_whatever_its_case_and_accents(string typed, string idcc) => Assert.Equal(idcc, (await FindAsync(typed)).Only?.Idcc);

    [Fact]
    public async Task A_name_of_several_branches_lists_them()
    {
        var found = await FindAsync("bâtiment");
        Assert.Null(found.Only);
        Assert.InRange(found.Suggestions.Count, 5, 12);
        Assert.All(found.Suggestions, branch => Assert.Contains("timent", branch.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mistyped_name_is_suggested_and_never_taken_for_sure()
    {
        var found = await FindAsync("métalurgie");
        Assert.Null(found.Only);
        Assert.Contains(found.Suggestions, branch => branch.Idcc == "3248");
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("zzzzzz")]
    [InlineData("%")]
    [InlineData("'; drop table branches --")]
    [InlineData("\0")]
    [InlineData("…")]
    public async Task What_names_no_branch_finds_none(string typed)
    {
        var found = await FindAsync(typed);
        Assert.Null(found.Only);
        Assert.Empty(found.Suggestions);
    }
}
