using CqpPortal.Domain.Recognition;
using Xunit;

namespace CqpPortal.Domain.Tests.Recognition;

public sealed class RegistryNumberTests
{
    [Theory]
    [InlineData("RNCP35419", "RNCP35419")]
    [InlineData("rncp 35419", "RNCP35419")]
    [InlineData(" RNCP-035419 ", "RNCP35419")]
    [InlineData("RS6117", "RS6117")]
    [InlineData("rs n° 6117", "RS6117")]
    [InlineData("https://www.francecompetences.fr/recherche/rncp/35419/", "RNCP35419")]
    [InlineData("francecompetences.fr/recherche/rs/6117", "RS6117")]
    public void Reads_what_people_type_and_paste(string typed, string expected) =>
        Assert.Equal(expected, RegistryNumber.Parse(typed, null).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("RNCP")]
    [InlineData("RNCP0")]
    [InlineData("RNCP123456")]
    [InlineData("35419")]
    [InlineData("RNCP35419; drop table")]
    [InlineData("https://exemple.invalid/recherche/rncp/35419/")]
    public void Refuses_what_is_no_number(string typed) => Assert.False(RegistryNumber.TryParse(typed, out _));

    [Fact]
    public void Says_how_a_number_is_written_when_it_cannot_be_read() =>
        Assert.Contains("RNCP35419", Assert.Throws<FormatException>(() => RegistryNumber.Parse("trente", null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Orders_by_register_then_by_number() =>
        Assert.Equal(["RNCP2", "RNCP10", "RS1"], new[] { "RS1", "RNCP10", "RNCP2" }.Select(text => RegistryNumber.Parse(text, null)).Order().Select(number => number.ToString()));

    [Theory]
    [InlineData("RNCP35419BC02", "RNCP35419BC02")]
    [InlineData("rncp 35419 bc 2", "RNCP35419BC02")]
    public void Reads_the_code_of_a_block(string typed, string expected) => Assert.Equal(expected, SkillBlockCode.Parse(typed, null).ToString());

    [Fact]
    public void A_block_belongs_to_the_RNCP() =>
        Assert.Throws<ArgumentException>(() => new SkillBlockCode(RegistryNumber.Parse("RS6117", null), 1));
}
