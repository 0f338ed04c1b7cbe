using System.IO.Compression;
using System.Text;
using CqpPortal.Database.Registers;
using CqpPortal.TestSupport;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;

namespace CqpPortal.Database.Tests.Registers;

/// <summary>Files that are not what they should be: a French word on what to do, and nothing lost.</summary>
public sealed class UntrustedFilesTests(PostgresServer server) : ImportingTests(server)
{
    public static TheoryData<string, string, string> Refusals => new()
    {
        { "vide.xml", "", "vide" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "ceci n'est pas du XML", "pas du XML" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE><NUMERO_FICHE>RNCP1</NUM", "(ligne" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<!DOCTYPE FICHES [<!ENTITY a \"b\">]><FICHES>&a;</FICHES>", "DTD" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<rss version=\"2.0\"></rss>", "autre document XML" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<FICHES><VERSION_FLUX>9.9</VERSION_FLUX></FICHES>", "Version de flux inconnue" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX></FICHES>", "aucune fiche" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<FICHES><FICHE><INTITULE>a&nbsp;b</INTITULE></FICHE></FICHES>", "entité" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<FICHES><FICHE><INTITULE>a&#0;b</INTITULE></FICHE></FICHES>", "mal formé" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<FICHES><FICHE><INTITULE>a&#xD800;b</INTITULE></FICHE></FICHES>", "mal formé" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<?xml version=\"1.0\" encoding=\"x-inconnu\"?><FICHES/>", "encodage" },
        { "export_fiches_CSV_Standard_2026_08_16.csv", "Id_Fiche;Numero_Fiche", "zip des dix" },
        { "sans-date.xml", "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX></FICHES>", "--date" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Bad_files_are_refused_whole_with_a_reason(string name, string text, string expected)
    {
        await ImportAsync(Samples.Xml(Fiche("RNCP900", "Témoin"), "export_fiches_RNCP_V4_1_2026-08-15.xml"));
        var before = await StateAsync();
        var report = await ImportAsync(Samples.File(name, text));
        Assert.Equal(2, report.ExitCode);
        Assert.Contains(expected, report.Drops.Single().Message, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_flux_cut_after_a_thousand_good_fiches_changes_nothing()
    {
        var whole = await File.ReadAllTextAsync(Samples.Xml(string.Concat(Enumerable.Range(1, 1000).Select(n => Fiche($"RNCP{n}", $"Fiche {n}")))), Stop);
        var report = await ImportAsync(Samples.File("export_fiches_RNCP_V4_1_2026-08-16.xml", whole[..^100]));
        Assert.Equal(2, report.ExitCode);
        Assert.Equal("", await StateAsync());
    }

    [Fact]
    public async Task A_wrong_encoding_is_refused() => Assert.Equal(2, (await ImportAsync(Samples.File(
        "export_fiches_RNCP_V4_1_2026-08-16.xml", Encoding.Latin1.GetBytes($"""<?xml version="1.0" encoding="UTF-8"?><FICHES><VERSION_FLUX>4.1</VERSION_FLUX>{Fiche("RNCP1", "Été")}</FICHES>""")))).ExitCode);

    [Fact]
    public async Task A_zip_bomb_a_zip_without_the_expected_entry_and_a_torn_zip_are_refused()
    {
        var bomb = await ImportAsync(Samples.Zip("bombe.zip", ("export_fiches_RNCP_V4_1_2026-08-16.xml", new string(' ', 30_000_000))));
        Assert.Contains("n'est pas un export", bomb.Drops.Single().Message, StringComparison.Ordinal);
        var other = await ImportAsync(Samples.Zip("autre.zip", ("lisezmoi.txt", "rien")));
        Assert.Contains("ni flux XML, ni fichiers CSV", other.Drops.Single().Message, StringComparison.Ordinal);
        var torn = await ImportAsync(Samples.File("abime.zip", [.. "PK\u0003\u0004"u8, 0, 1, 2, 3]));
        Assert.Contains("abîmée", torn.Drops.Single().Message, StringComparison.Ordinal);
        var partial = await ImportAsync(Samples.Csv("", leaveOut: "Rome"));
        Assert.Contains("export_fiches_CSV_Rome", partial.Drops.Single().Message, StringComparison.Ordinal);
        Assert.Equal(2, partial.ExitCode);
    }

    [Fact]
    public async Task Good_and_bad_files_together_take_the_good_ones()
    {
        var report = await ImportAsync(Samples.Xml(Fiche("RNCP101", "Bonne")), Samples.File("faux.xml", "rien"), "/nulle/part.xml");
        Assert.Equal(1, report.ExitCode);
        Assert.NotNull(await FindAsync("RNCP101"));
    }

    [Fact]
    public async Task A_CSV_without_one_of_its_columns_is_refused()
    {
        var report = await ImportAsync(Samples.Csv("", standardHeading: "Id_Fiche;Numero_Fiche;Intitule"));
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("Date_Fin_Enregistrement", report.Drops.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CSV_with_a_quote_left_open_is_refused_rather_than_swallowed()
    {
        var report = await ImportAsync(Samples.Csv("1;RNCP101;\"Sans fin;;;;;;;;;;;;;ACTIVE\r\n2;RNCP102;Avalée;;;;;;;;;;;;;ACTIVE\r\n"));
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("mal formé", report.Drops.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_whose_content_was_altered_is_refused()
    {
        var path = Samples.Zip("export-fiches-rncp-v4-1-2026-08-16.zip", CompressionLevel.NoCompression,
            ("export_fiches_RNCP_V4_1_2026-08-16.xml", $"<FICHES><VERSION_FLUX>4.1</VERSION_FLUX>{Fiche("RNCP101", "Soudeur")}</FICHES>"));
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        bytes[bytes.AsSpan().IndexOf("Soudeur"u8)] = (byte)'B';
        var report = await ImportAsync(Samples.File("export-fiches-rncp-v4-1-2026-08-17.zip", bytes));
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("abîmée", report.Drops.Single().Message, StringComparison.Ordinal);
        Assert.Null(await FindAsync("RNCP101"));
    }

    [Fact]
    public async Task A_zip_packed_in_another_way_is_refused_and_does_not_stop_the_next_file()
    {
        var path = Samples.Zip("export-fiches-rncp-v4-1-2026-08-16.zip", ("export_fiches_RNCP_V4_1_2026-08-16.xml", "<FICHES/>"));
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        // The method of compression, in the entry's own header and in the archive's list: 12 is BZip2.
        bytes[8] = 12;
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 10] = 12;
        var report = await ImportAsync(Samples.File("export-fiches-rncp-v4-1-2026-08-15.zip", bytes), Samples.Xml(Fiche("RNCP101", "Bonne")));
        Assert.Equal(1, report.ExitCode);
        Assert.Contains("compressé autrement", report.Drops[0].Message, StringComparison.Ordinal);
        Assert.NotNull(await FindAsync("RNCP101"));
    }

    [Fact]
    public async Task A_null_character_in_the_CSV_costs_its_fiche_alone()
    {
        var report = await ImportAsync(Samples.Csv("1;RNCP101;Bonne;;;;;;;;;;;;;ACTIVE\r\n2;RNCP102;Tit\0re;;;;;;;;;;;;;ACTIVE\r\n3;RNCP103;Autre;;;;;;;;;;;;;ACTIVE\r\n",
            certifiers: "RNCP103;\t11111111100011;Chambre\0\r\n"));
        Assert.Equal(1, report.ExitCode);
        var drop = report.Drops.Single();
        Assert.Equal([("RNCP102", 3L), ("RNCP103", 2L)], drop.Rejected.Select(fiche => (fiche.Number, fiche.Line)));
        Assert.All(drop.Rejected, fiche => Assert.Contains("nul", fiche.Reason, StringComparison.Ordinal));
        Assert.NotNull(await FindAsync("RNCP101"));
    }

    [Fact]
    public async Task A_title_and_a_text_of_megabytes_are_kept_whole_and_shown_cut()
    {
        var words = string.Join(' ', Enumerable.Range(0, 300_000).Select(number => $"mot{number}"));
        await TakeAsync(Samples.Xml(Fiche("RNCP101", words) + Fiche("RNCP102", "CQP Bavard", $"<OBJECTIFS_CONTEXTE>{words}</OBJECTIFS_CONTEXTE>") + Fiche("RNCP103", "Bref")));
        Assert.Equal(words, (await FindAsync("RNCP101"))!.Fiche.Title);
        Assert.Equal(words, (await FindAsync("RNCP102"))!.Fiche.Texts.Objectives);
        Assert.True(Assert.Single(await CatalogueAsync()).Texts.Purpose!.Length < 70_000);
    }

    [Fact]
    public async Task A_folder_gives_its_exports_and_an_empty_one_says_what_is_wanted()
    {
        var path = Samples.Xml(Fiche("RNCP101", "Bonne"));
        Assert.Equal(0, (await ImportAsync(Path.GetDirectoryName(path)!)).ExitCode);
        Assert.NotNull(await FindAsync("RNCP101"));
        var empty = Directory.CreateTempSubdirectory("cqp-portal-empty-").FullName;
        var report = await ImportAsync(empty, "/nulle/part.xml");
        Directory.Delete(empty);
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("ni .xml ni .zip", report.Drops[0].Message, StringComparison.Ordinal);
        Assert.Contains("pas de fichier", report.Drops[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_that_contradict_each_other_are_taken_and_told()
    {
        var drop = await TakeAsync(Samples.Xml(Fiche("RNCP101", "Bonne") + "\n" + Fiche("RNCP102", "À rebours", end: "30/06/2023")));
        var warning = Assert.Single(drop.Warnings);
        Assert.Equal("RNCP102", warning.Number);
        Assert.True(warning.Line > 1);
        Assert.Contains("30/06/2023", warning.Reason, StringComparison.Ordinal);
        Assert.NotNull(await FindAsync("RNCP102"));
    }

    [Fact]
    public async Task An_import_stopped_by_hand_says_which_files_it_left_out()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var report = await new RegisterImport(Data.ConnectionString, FixedClock.Demonstration, (_, _, _) => Task.FromResult(PromotionReport.Nothing))
            .RunAsync([Samples.Xml(Fiche("RNCP101", "Bonne"))], new ImportOptions(), new Progress<ImportProgress>(), stop.Token);
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("Interrompu", report.Drops.Single().Message, StringComparison.Ordinal);
        Assert.Equal("", await StateAsync());
    }
}
