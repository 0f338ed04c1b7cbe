using System.Text;
using CqpPortal.Domain.Access;
using CqpPortal.Web.Answers.Batch;
using Xunit;

namespace CqpPortal.Web.Tests.Answers;

/// <summary>Lists as spreadsheets, programs and people write them.</summary>
public sealed class CsvListTests
{
    [Theory]
    [InlineData("code;date commande\r\nRNCP1;2026-01-02\r\nRNCP2;\r\n", ';', "\r\n")]
    [InlineData("code,orderDate\nRNCP1,2026-01-02\nRNCP2,\n", ',', "\n")]
    [InlineData("code\tdate de commande\rRNCP1\t2026-01-02\rRNCP2\t", '\t', "\r")]
    [InlineData("\"Code\";\"Date de la commande\"\nRNCP1;2026-01-02\nRNCP2;", ';', "\n")]
    public void Separator_line_end_and_headings_are_recognised(string text, char separator, string newLine)
    {
        var list = CsvList.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal((separator, newLine, true, 2), (list.Separator, list.NewLine, list.HasHeadings, list.Count));
        Assert.Equal(["2:code=RNCP1,orderDate=2026-01-02", "3:code=RNCP2"], Said(list));
    }

    [Theory]
    [InlineData("RNCP1\nRNCP2", "1:code=RNCP1", "2:code=RNCP2")]
    [InlineData("RNCP1;02/01/2026;3/1/2026\nRNCP2;;", "1:code=RNCP1,orderDate=02/01/2026,startDate=3/1/2026", "2:code=RNCP2")]
    [InlineData("RNCP1;2026-01-02\nRNCP2;bientôt", "1:code=RNCP1,orderDate=2026-01-02", "2:code=RNCP2,orderDate=bientôt")]
    [InlineData("RNCP1;Dupont;2026-01-02", "1:code=RNCP1")]
    [InlineData("RNCP1,2026-01-02", "1:code=RNCP1,orderDate=2026-01-02")]
    [InlineData("35419,Dupont", "1:code=35419")]
    // A comma inside a title parts nothing.
    [InlineData("Vendeur, conseil et caisse\nSoudeur", "1:code=Vendeur, conseil et caisse", "2:code=Soudeur")]
    public void Without_headings_the_first_column_is_the_code_and_days_are_days(string text, params string[] lines) =>
        Assert.Equal(lines, Said(CsvList.Read(Encoding.UTF8.GetBytes(text))));

    [Theory]
    [InlineData("Salarié;Intitulé;Date d'entrée\nDupont;Soudeur;2026-01-02", "2:startDate=2026-01-02,code=Soudeur")]
    [InlineData("Titre;Code RNCP\nSoudeur;\nSoudeur;RNCP1", "2:code=Soudeur", "3:code=RNCP1")]
    [InlineData("Stagiaire;Date de commande\nRNCP1;2026-01-02", "2:code=RNCP1,orderDate=2026-01-02")]
    [InlineData("CODE;Situation\nRNCP1;Demandeuse d’emploi\nRNCP2;job-seeker\nRNCP3;autre", "2:code=RNCP1,situation=job-seeker", "3:code=RNCP2,situation=job-seeker", "4:code=RNCP3,situation=autre")]
    [InlineData("code,providersiret,prix\nRNCP1,123,\"1 500,50\"", "2:code=RNCP1,providerSiret=123,price=1 500,50")]
    public void Headings_say_which_column_is_what(string text, params string[] lines) => Assert.Equal(lines, Said(CsvList.Read(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Every_line_is_a_line_but_empty_ones_at_the_end()
    {
        var list = CsvList.Read("RNCP1;x\n\n;\nRNCP2;\n;\n\n"u8.ToArray());
        Assert.Equal(["1:code=RNCP1", "2:", "3:", "4:code=RNCP2"], Said(list));
    }

    [Fact]
    public void Quotes_hold_separators_and_line_ends()
    {
        var list = CsvList.Read("code;note\r\n\"RNCP1\";\"un \"\"mot\"\";\r\ndeux\"\r\nRNCP2;\r\n"u8.ToArray());
        Assert.Equal(["2:code=RNCP1", "3:code=RNCP2"], Said(list));
    }

    [Theory]
    [InlineData("code;note\nRNCP1;\"oublié\nRNCP2;\nRNCP3;")]
    [InlineData("code;note\nRNCP1;\"oublié\nRNCP2;\"fermé\"\nRNCP3;")]
    public void A_quote_that_is_not_closed_swallows_no_other_line(string text) =>
        Assert.Equal(["2:code=RNCP1", "3:code=RNCP2", "4:code=RNCP3"], Said(CsvList.Read(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Windows_1252_and_UTF_16_are_read_and_come_back_as_marked_UTF_8()
    {
        const string Text = "intitulé;note\r\nÉlagueur;10 €\r\n";
        var latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text);
        byte[] wide = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)];
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)];
        foreach (var content in new[] { latin, wide, marked })
        {
            var list = CsvList.Read(content);
            Assert.Equal(["2:code=Élagueur"], Said(list));
            Assert.True(list.HasMark);
        }
        Assert.False(CsvList.Read(Encoding.UTF8.GetBytes(Text)).HasMark);
    }

    [Theory]
    [InlineData("", "vide")]
    [InlineData("\r\n\r\n;;\r\n", "vide")]
    [InlineData("code;date commande\r\n", "vide")]
    public void A_list_without_lines_is_refused(string text, string word) =>
        Assert.Contains(word, Assert.Throws<RefusedListException>(() => CsvList.Read(Encoding.UTF8.GetBytes(text))).Text.Fr, StringComparison.Ordinal);

    [Fact]
    public void A_list_of_20_000_lines_is_read_and_one_more_refused()
    {
        var most = string.Concat(Enumerable.Repeat("RNCP1\n", CpfBatch.MostLines));
        Assert.Equal(CpfBatch.MostLines, CsvList.Paste("code\n" + most).Count);
        Assert.Contains("20", Assert.Throws<RefusedListException>(() => CsvList.Paste("code\nRNCP2\n" + most)).Text.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_columns_are_refused_but_a_long_line_is_a_line()
    {
        Assert.Contains("colonnes", Assert.Throws<RefusedListException>(() => CsvList.Paste("code" + new string(';', CsvList.MostColumns))).Text.Fr, StringComparison.Ordinal);
        var list = CsvList.Paste($"code\n{new string('x', 1_000_000)}\nRNCP1{new string(';', 100_000)}");
        Assert.Equal(2, list.Lines().Count());
        Assert.InRange(list.Lines().First().Typed.Length, 100, 200);
    }

    [Fact]
    public async Task The_completed_file_has_the_same_cells_and_the_answers_beside_them()
    {
        var list = CsvList.Read("\uFEFFnom;code\r\n\"Le \"\"Gall\"\"\";RNCP1\r\nx;RNCP2;de trop\r\n;\r\nseul"u8.ToArray());
        Assert.Equal(
            $""""
            BOMnom;code;{string.Join(';', AddedColumns.OfApi.Names)}
            "Le ""Gall""";RNCP1;eligible;Parce que.;Soudeur;2031-06-30;;102.23;;RNCP9;RNCP7, RNCP8;v1;2026-11-20
            x;RNCP2;eligible;Parce que.;Soudeur;2031-06-30;;102.23;;RNCP9;RNCP7, RNCP8;v1;2026-11-20;de trop
            ;;eligible;Parce que.;Soudeur;2031-06-30;;102.23;;RNCP9;RNCP7, RNCP8;v1;2026-11-20
            seul;;eligible;Parce que.;Soudeur;2031-06-30;;102.23;;RNCP9;RNCP7, RNCP8;v1;2026-11-20

            """".Replace("BOM", "\uFEFF", StringComparison.Ordinal).ReplaceLineEndings("\r\n"), await CompletedAsync(list, AddedColumns.OfApi));
    }

    [Fact]
    public async Task Cells_that_a_spreadsheet_would_run_are_made_safe()
    {
        var list = CsvList.Read("=1+1;code\n=HYPERLINK(1);RNCP1\n+33;-5\n@x;\"\tx\"\n\"\rx\";a=1\n"u8.ToArray());
        // The quotes around what was made safe are CSV, and say nothing.
        var lines = (await CompletedAsync(list, AddedColumns.Of(Language.French))).Replace("\"", "", StringComparison.Ordinal).Split('\n');
        string[] starts = ["'=1+1;code;", "'=HYPERLINK(1);RNCP1;", "'+33;'-5;", "'@x;'\tx;", "'\rx;a=1;"];
        Assert.All(starts.Zip(lines), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_completed_file_that_comes_again_gets_new_answers_in_the_place_of_the_old()
    {
        var first = await CompletedAsync(CsvList.Paste("RNCP1\nRNCP2"), AddedColumns.Of(Language.French));
        var again = CsvList.Read(Encoding.UTF8.GetBytes(first));
        Assert.Equal(["2:code=RNCP1", "3:code=RNCP2"], Said(again));
        Assert.Equal(first, await CompletedAsync(again, AddedColumns.Of(Language.French)));
    }

    private static IEnumerable<string> Said(CsvList list) => list.Lines().Select(line => $"{line.Row}:{string.Join(',', line.Values.Select(value => $"{value.Key}={value.Value}"))}");

    private static async Task<string> CompletedAsync(CsvList list, AddedColumns columns)
    {
        var lines = list.Lines().Select(line => new CheckedLine
        {
            Row = line.Row,
            Verdict = "eligible",
            Reason = "Parce que.",
            Title = "Soudeur",
            RegisteredUntil = new DateOnly(2031, 6, 30),
            Contribution = 102.23m,
            Replacement = new("RNCP9", "Soudeur", ""),
            Suggestions = [new("RNCP7", "", ""), new("RNCP8", "", "")],
            RulesVersion = "v1",
            DataDate = new DateOnly(2026, 11, 20),
        });
        using var output = new MemoryStream();
        await CompletedCsv.WriteAsync(list, lines.ToAsyncEnumerable(), columns, output, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
