using CqpPortal.Web.Forms;
using Xunit;

namespace CqpPortal.Web.Tests.Forms;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("Lire un plan", "Lire un plan")]
    [InlineData("  Lire\r\nun plan \r\n", "Lire\nun plan")]
    [InlineData("Lire\0 un plan", "Lire un plan")]
    [InlineData("<p class=MsoNormal>Lire\0</p><p class=MsoNormal>Écrire&nbsp;!</p>", "Lire\nÉcrire !")]
    [InlineData("<!--[if gte mso 9]><xml></xml><![endif]--><style>p{}</style><ul><li class=MsoListParagraph>Un</li><li>Deux</li></ul>", "Un\nDeux")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("a < b et b > c", "a < b et b > c")]
    public void Lines_keep_what_was_written_and_drop_what_a_word_processor_added(string typed, string expected) => Assert.Equal(expected, TypedText.Lines(typed));

    [Fact]
    public void A_field_of_one_line_stays_on_one() => Assert.Equal("Lire un plan", TypedText.Line("Lire\r\n  un\tplan "));

    [Fact]
    public void A_table_of_a_page_becomes_cells() =>
        Assert.Equal("Préparer\tLire un plan\n\tÉcrire", TypedText.Table("<table><tr><td>Préparer</td><td>Lire\n un plan</td></tr><tr><td></td><td><p class=MsoNormal>Écrire</p></td></tr></table>"));
}
