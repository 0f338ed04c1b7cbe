using System.IO.Compression;
using System.Text;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Recognition;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;

namespace CqpPortal.Database.Tests.Registers;

public sealed class RegisterImportTests(PostgresServer server) : IAsyncLifetime
{
    private readonly DropSamples _samples = new();
    private TestDatabase _data = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _data = await server.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        _samples.Dispose();
        await _data.DisposeAsync();
    }

    private Task<ImportReport> ImportAsync(params string[] paths) => ImportAsync(new ImportOptions(), paths);

    private Task<ImportReport> ImportAsync(ImportOptions options, params string[] paths) =>
        new RegisterImport(_data.ConnectionString, FixedClock.Demonstration, CataloguePromotion.RunAsync).RunAsync(paths, options, new Progress<ImportProgress>(), Stop);

    private async Task<CombinedFiche?> FindAsync(string number)
    {
        await using var database = _data.CreateContext();
        return await RegisterFiches.FindAsync(database, RegistryNumber.Parse(number, null), Stop);
    }

    private async Task<string> StateAsync()
    {
        await using var database = _data.CreateContext();
        var rows = await database.Set<RegisterFiche>().AsNoTracking().OrderBy(row => row.Number).ThenBy(row => row.Format).ToListAsync(Stop);
        return string.Join('\n', rows.Select(row => $"{row.Number} {row.Format} {row.Title} {row.DropDate} {row.DisappearedOn} {Convert.ToHexString(row.Digest)}"));
    }

    [Fact]
    public async Task Mirrors_every_fiche_and_says_the_second_time_that_nothing_changed()
    {
        var path = _samples.Xml(Fiche("RNCP101", "Manager") + Fiche("RNCP102", "Comptable"));
        var first = Assert.Single((await ImportAsync(path)).Drops);
        Assert.Equal((2, 2, 0, 0), (first.Read, first.Added, first.Changed, first.Unchanged));
        var before = await StateAsync();
        var again = await ImportAsync(path);
        Assert.Equal(DropOutcome.AlreadyTaken, again.Drops.Single().Outcome);
        Assert.Contains("rien à changer", again.Drops.Single().Message, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task The_next_day_writes_what_changed_and_marks_what_disappeared_and_came_back()
    {
        await ImportAsync(_samples.Xml(Fiche("RNCP101", "Manager") + Fiche("RNCP102", "Comptable") + Fiche("RNCP103", "Juriste")));
        var second = (await ImportAsync(_samples.Xml(Fiche("RNCP101", "Manager") + Fiche("RNCP102", "Comptable en chef"), "export_fiches_RNCP_V4_1_2026-08-17.xml"))).Drops.Single();
        Assert.Equal((0, 1, 1, 1), (second.Added, second.Changed, second.Unchanged, second.Disappeared));
        var gone = await FindAsync("RNCP103");
        Assert.Equal(new DateOnly(2026, 8, 17), gone!.DisappearedOn);
        Assert.Equal("Juriste", gone.Fiche.Title);
        var third = (await ImportAsync(_samples.Xml(Fiche("RNCP101", "Manager") + Fiche("RNCP103", "Juriste"), "export_fiches_RNCP_V4_1_2026-08-18.xml"))).Drops.Single();
        Assert.Equal((1, 1), (third.Reappeared, third.Disappeared));
        Assert.Null((await FindAsync("RNCP103"))!.DisappearedOn);
    }

    [Fact]
    public async Task A_drop_touches_its_own_register_only()
    {
        await ImportAsync(_samples.Xml(Fiche("RNCP101", "Manager")));
        await ImportAsync(_samples.Xml(Fiche("RS101", "Habilitation"), "export_fiches_RS_V4_1_2026-08-16.xml"));
        Assert.Null((await FindAsync("RNCP101"))!.DisappearedOn);
        var mixed = await ImportAsync(_samples.Xml(Fiche("RS101", "Habilitation") + Fiche("RNCP7", "Intruse"), "export_fiches_RS_V4_1_2026-08-17.xml"));
        Assert.Equal("RNCP7", mixed.Drops.Single().Rejected.Single().Number);
        Assert.Equal(1, mixed.ExitCode);
    }

    [Fact]
    public async Task An_older_drop_of_the_same_format_is_refused_unless_forced()
    {
        await ImportAsync(_samples.Xml(Fiche("RNCP101", "Nouveau")));
        var older = _samples.Xml(Fiche("RNCP101", "Ancien"), "export_fiches_RNCP_V4_1_2026-08-01.xml");
        var refused = await ImportAsync(older);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--force", refused.Drops.Single().Message, StringComparison.Ordinal);
        Assert.Equal("Nouveau", (await FindAsync("RNCP101"))!.Fiche.Title);
        Assert.Equal(0, (await ImportAsync(new ImportOptions(Force: true), older)).ExitCode);
        Assert.Equal("Ancien", (await FindAsync("RNCP101"))!.Fiche.Title);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_older_drop_of_the_other_format_only_fills_what_is_missing_in_either_order(bool xmlFirst)
    {
        var xml = _samples.Xml(Fiche("RNCP101", "Titre du flux", "<OBJECTIFS_CONTEXTE>Texte long</OBJECTIFS_CONTEXTE>"));
        var csv = _samples.Csv("\"1\";\"RNCP101\";\"Vieux titre\";;;\"NIV3\";\"Niveau 3\";\"Non\";\"Non\";\"21/07/2018\";;\"21/07/2021\";;\"Enregistrement sur demande\";;\"INACTIVE\"\r\n", links: "\"RNCP101\";\"RNCP55\";\r\n");
        foreach (var path in xmlFirst ? new[] { xml, csv } : [csv, xml]) Assert.Equal(0, (await ImportAsync(path)).ExitCode);
        var fiche = (await FindAsync("RNCP101"))!.Fiche;
        Assert.Equal("Titre du flux", fiche.Title);
        Assert.Equal(new DateOnly(2029, 6, 30), fiche.Dates.EndsOn);
        Assert.Equal(new DateOnly(2018, 7, 21), fiche.Dates.LastOfficialJournalOn);
        Assert.Equal("Texte long", fiche.Texts.Objectives);
        Assert.Equal(["RNCP55"], fiche.Replaces);
        Assert.True(fiche.IsActive);
    }

    [Fact]
    public async Task One_bad_fiche_does_not_stop_the_others()
    {
        var report = (await ImportAsync(_samples.Xml(
            Fiche("RNCP101", "Bonne") + Fiche("RNCP102", "Sans fin possible", end: "31/02/2026") + Fiche("RNCPxyz", "Numéro illisible") + Fiche("RNCP101", "Double")
            + "<FICHE><NUMERO_FICHE>RNCP104</NUMERO_FICHE></FICHE>" + "<FICHE><INTITULE>Sans numéro</INTITULE></FICHE>")));
        var drop = report.Drops.Single();
        Assert.Equal(1, report.ExitCode);
        Assert.Equal((6, 1), (drop.Read, drop.Added));
        Assert.Equal(["RNCP102", "RNCPxyz", "RNCP101", "RNCP104", "—"], drop.Rejected.Select(fiche => fiche.Number));
        Assert.All(drop.Rejected, fiche => Assert.True(fiche.Line > 0 && fiche.Reason.Length > 0));
        Assert.Contains("31/02/2026", drop.Rejected[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fiche_that_became_unreadable_keeps_what_was_known_of_it()
    {
        await ImportAsync(_samples.Xml(Fiche("RNCP101", "Bonne") + Fiche("RNCP102", "Autre")));
        await ImportAsync(_samples.Xml(Fiche("RNCP101", "Bonne", end: "99/99/9999") + Fiche("RNCP102", "Autre"), "export_fiches_RNCP_V4_1_2026-08-17.xml"));
        var kept = await FindAsync("RNCP101");
        Assert.Null(kept!.DisappearedOn);
        Assert.Equal(new DateOnly(2029, 6, 30), kept.Fiche.Dates.EndsOn);
    }

    [Fact]
    public async Task Unknown_elements_are_counted_and_kept()
    {
        var drop = (await ImportAsync(_samples.Xml(Fiche("RNCP101", "Titre", "<NOUVEAUTE><CODE>7</CODE></NOUVEAUTE>")))).Drops.Single();
        Assert.Equal(1, drop.UnknownElements["NOUVEAUTE/CODE"]);
        Assert.Equal(["7"], (await FindAsync("RNCP101"))!.Fiche.Other["NOUVEAUTE/CODE"]);
    }

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "vide.xml", "", "vide" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "ceci n'est pas du XML", "pas du XML" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX><FICHE><NUMERO_FICHE>RNCP1</NUM", "(ligne" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<!DOCTYPE FICHES [<!ENTITY a \"b\">]><FICHES>&a;</FICHES>", "DTD" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<rss version=\"2.0\"></rss>", "autre document XML" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<FICHES><VERSION_FLUX>9.9</VERSION_FLUX></FICHES>", "Version de flux inconnue" },
        { "export_fiches_RNCP_V4_1_2026-08-16.xml", "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX></FICHES>", "aucune fiche" },
        { "sans-date.xml", "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX></FICHES>", "--date" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Bad_files_are_refused_whole_with_a_reason(string name, string text, string expected)
    {
        await ImportAsync(_samples.Xml(Fiche("RNCP900", "Témoin"), "export_fiches_RNCP_V4_1_2026-08-15.xml"));
        var before = await StateAsync();
        var report = await ImportAsync(_samples.File(name, text));
        Assert.Equal(2, report.ExitCode);
        Assert.Contains(expected, report.Drops.Single().Message, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_flux_cut_after_a_thousand_good_fiches_changes_nothing()
    {
        var whole = await File.ReadAllTextAsync(_samples.Xml(string.Concat(Enumerable.Range(1, 1000).Select(n => Fiche($"RNCP{n}", $"Fiche {n}")))), Stop);
        var report = await ImportAsync(_samples.File("export_fiches_RNCP_V4_1_2026-08-16.xml", whole[..^100]));
        Assert.Equal(2, report.ExitCode);
        Assert.Equal("", await StateAsync());
    }

    [Fact]
    public async Task A_wrong_encoding_is_refused() => Assert.Equal(2, (await ImportAsync(_samples.File(
        "export_fiches_RNCP_V4_1_2026-08-16.xml", Encoding.Latin1.GetBytes($"""<?xml version="1.0" encoding="UTF-8"?><FICHES><VERSION_FLUX>4.1</VERSION_FLUX>{Fiche("RNCP1", "Été")}</FICHES>""")))).ExitCode);

    [Fact]
    public async Task A_zip_bomb_a_zip_without_the_expected_entry_and_a_torn_zip_are_refused()
    {
        var bomb = await ImportAsync(_samples.Zip("bombe.zip", ("export_fiches_RNCP_V4_1_2026-08-16.xml", new string(' ', 30_000_000))));
        Assert.Contains("n'est pas un export", bomb.Drops.Single().Message, StringComparison.Ordinal);
        var other = await ImportAsync(_samples.Zip("autre.zip", ("lisezmoi.txt", "rien")));
        Assert.Contains("ni flux XML, ni fichiers CSV", other.Drops.Single().Message, StringComparison.Ordinal);
        var torn = await ImportAsync(_samples.File("abime.zip", [.. "PK\u0003\u0004"u8, 0, 1, 2, 3]));
        Assert.Contains("abîmée", torn.Drops.Single().Message, StringComparison.Ordinal);
        var partial = await ImportAsync(_samples.Csv("", leaveOut: "Rome"));
        Assert.Contains("export_fiches_CSV_Rome", partial.Drops.Single().Message, StringComparison.Ordinal);
        Assert.Equal(2, partial.ExitCode);
    }

    [Fact]
    public async Task An_import_that_fails_at_its_end_leaves_the_previous_data_whole()
    {
        await ImportAsync(_samples.Xml(Fiche("RNCP101", "Avant")));
        var before = await StateAsync();
        var failing = new RegisterImport(_data.ConnectionString, FixedClock.Demonstration, (_, _, _) => throw new InvalidOperationException("arrêt"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing.RunAsync(
            [_samples.Xml(Fiche("RNCP101", "Après"), "export_fiches_RNCP_V4_1_2026-08-17.xml")], new ImportOptions(), new Progress<ImportProgress>(), Stop));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Good_and_bad_files_together_take_the_good_ones()
    {
        var report = await ImportAsync(_samples.Xml(Fiche("RNCP101", "Bonne")), _samples.File("faux.xml", "rien"), "/nulle/part.xml");
        Assert.Equal(1, report.ExitCode);
        Assert.NotNull(await FindAsync("RNCP101"));
    }

    [Fact]
    public async Task The_name_of_a_flux_tells_its_register_even_when_its_first_fiche_is_of_the_other_one()
    {
        await ImportAsync(_samples.Xml(Fiche("RNCP101", "Manager")));
        var drop = (await ImportAsync(_samples.Xml(Fiche("RNCP7", "Intruse") + Fiche("RS101", "Habilitation"), "export_fiches_RS_V4_1_2026-08-17.xml"))).Drops.Single();
        Assert.Equal("RNCP7", drop.Rejected.Single().Number);
        Assert.Equal(["RS"], drop.Registers);
        Assert.Null((await FindAsync("RNCP101"))!.DisappearedOn);
        Assert.NotNull(await FindAsync("RS101"));
    }

    [Fact]
    public async Task A_drop_with_rejections_tells_them_again_the_second_time()
    {
        var path = _samples.Xml(Fiche("RNCP101", "Bonne") + Fiche("RNCP102", "Mauvaise", end: "31/02/2026"));
        await ImportAsync(path);
        var before = await StateAsync();
        var again = await ImportAsync(path);
        Assert.Equal(1, again.ExitCode);
        Assert.Equal("RNCP102", again.Drops.Single().Rejected.Single().Number);
        Assert.Contains("rien à changer", again.Drops.Single().Message, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task The_columns_of_the_CSV_are_found_by_name_and_a_new_one_is_kept_and_counted()
    {
        var path = _samples.Csv("RNCP101;neuf;Titre;ACTIVE;;;;;;;;;;;;;\r\n", standardHeading:
            "Numero_Fiche;Colonne_Nouvelle;Intitule;Actif;Id_Fiche;Abrege_Libelle;Abrege_Intitule;Nomenclature_Europe_Niveau;Nomenclature_Europe_Intitule;Accessible_Nouvelle_Caledonie;Accessible_Polynesie_Francaise;Date_dernier_jo;Date_Decision;Date_Fin_Enregistrement;Date_Effet;Type_Enregistrement;Validation_Partielle");
        var drop = (await ImportAsync(path)).Drops.Single();
        Assert.Equal(1, drop.UnknownElements["Standard/Colonne_Nouvelle"]);
        var fiche = (await FindAsync("RNCP101"))!.Fiche;
        Assert.Equal(("Titre", true), (fiche.Title, fiche.IsActive));
        Assert.Equal(["neuf"], fiche.Other["Standard/Colonne_Nouvelle"]);
    }

    [Fact]
    public async Task A_CSV_without_one_of_its_columns_is_refused()
    {
        var report = await ImportAsync(_samples.Csv("", standardHeading: "Id_Fiche;Numero_Fiche;Intitule"));
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("Date_Fin_Enregistrement", report.Drops.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CSV_row_that_is_not_whole_costs_its_fiche_alone()
    {
        var report = await ImportAsync(_samples.Csv(
            "1;RNCP101;Bonne;;;;;;;;;;;;;ACTIVE\r\n2;RNCP102;Coupée\r\n3;RNCP103;Autre;;;;;;;;;;;;;ACTIVE\r\n4;RNCP104;Sans jour;;;;;;;;;31/02/2026;;;;ACTIVE\r\n",
            links: "RNCP103;RNCP55\r\n"));
        Assert.Equal(1, report.ExitCode);
        var drop = report.Drops.Single();
        Assert.Equal([("RNCP102", 3L), ("RNCP104", 5L), ("RNCP103", 2L)], drop.Rejected.Select(fiche => (fiche.Number, fiche.Line)));
        Assert.Equal((4, 1), (drop.Read, drop.Added));
    }

    [Fact]
    public async Task A_CSV_with_a_quote_left_open_is_refused_rather_than_swallowed()
    {
        var report = await ImportAsync(_samples.Csv("1;RNCP101;\"Sans fin;;;;;;;;;;;;;ACTIVE\r\n2;RNCP102;Avalée;;;;;;;;;;;;;ACTIVE\r\n"));
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("mal formé", report.Drops.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_whose_content_was_altered_is_refused()
    {
        var path = _samples.Zip("export-fiches-rncp-v4-1-2026-08-16.zip", CompressionLevel.NoCompression,
            ("export_fiches_RNCP_V4_1_2026-08-16.xml", $"<FICHES><VERSION_FLUX>4.1</VERSION_FLUX>{Fiche("RNCP101", "Soudeur")}</FICHES>"));
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        bytes[bytes.AsSpan().IndexOf("Soudeur"u8)] = (byte)'B';
        var report = await ImportAsync(_samples.File("export-fiches-rncp-v4-1-2026-08-17.zip", bytes));
        Assert.Equal(2, report.ExitCode);
        Assert.Contains("abîmée", report.Drops.Single().Message, StringComparison.Ordinal);
        Assert.Null(await FindAsync("RNCP101"));
    }

    [Fact]
    public async Task Shapes_of_the_older_fluxes_are_read_as_those_of_today()
    {
        await ImportAsync(_samples.Xml(Fiche("RNCP101", "Ancien flux",
            "<SI_JURY_VAE>Oui</SI_JURY_VAE><CODES_NSF><NSF><CODE>254</CODE><INTITULE>Structures métalliques</INTITULE></NSF></CODES_NSF><ANCIENNE_CERTIFICATION>RNCP7</ANCIENNE_CERTIFICATION>"), version: "2.0"));
        var fiche = (await FindAsync("RNCP101"))!.Fiche;
        Assert.True(fiche.Routes.Single().IsOpen);
        Assert.Equal("Structures métalliques", fiche.NsfCodes.Single().Label);
        Assert.Equal(["RNCP7"], fiche.Replaces);
        Assert.Empty(fiche.Other);
    }
}
