using CqpPortal.Database.Eligibility;
using CqpPortal.TestSupport;
using Xunit;

namespace CqpPortal.Database.Tests.Eligibility;

public sealed class CodeSuggestionsTests(PostgresServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("RNCP99100", "RNCP99010")]
    [InlineData("RNCP9901", "RNCP99001")]
    [InlineData("990001", null)]
    [InlineData("RNCP9903BC01", "RNCP9003")]
    [InlineData("RS9003", "RNCP9003")]
    [InlineData("RNCP99001 : soudeur", "RNCP99001")]
    [InlineData("RNCP44444", null)]
    [InlineData("DEMO B", "RNCP99002")]
    [InlineData("soudeuse chaudroniere", "RNCP99002")]
    [InlineData("%", null)]
    [InlineData("", null)]
    [InlineData("\0\0", null)]
    public async Task One_text_suggests_what_was_perhaps_meant(string typed, string? code)
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        var suggestions = await new CodeSuggestions(database).FindAsync(typed, FixedClock.Demonstration.Day, Stop);
        Assert.InRange(suggestions.Count, code is null ? 0 : 1, CodeSuggestions.Most);
        if (code is not null) Assert.Contains(code, suggestions.Select(suggestion => suggestion.Code));
        else Assert.Empty(suggestions);
    }

    [Fact]
    public async Task Many_texts_get_their_suggestions_together()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var database = data.CreateContext();
        string[] typed = ["RNCP99100", "DEMO-B2", "Vendeur conseil en negoce de materiau", " soudeur chaudronier d’atelier ", "soudeur chaudronier d’atelier", "", "%", "rien de tel"];
        var suggestions = await new CodeSuggestions(database).FindManyAsync(typed, Stop);
        Assert.Equal("RNCP99010", suggestions["RNCP99100"][0].Code);
        Assert.Contains("RNCP99002", suggestions["DEMO-B2"].Select(suggestion => suggestion.Code));
        Assert.Equal("DEMO-A", suggestions["Vendeur conseil en negoce de materiau"][0].Code);
        Assert.Equal("RNCP99002", suggestions[" soudeur chaudronier d’atelier "][0].Code);
        Assert.Equal("RNCP99002", suggestions["soudeur chaudronier d’atelier"][0].Code);
        Assert.Equal(5, suggestions.Count);
        Assert.All(suggestions.Values, some => Assert.InRange(some.Count, 1, CodeSuggestions.Most));
    }
}
