using CqpPortal.Database.Registers;
using CqpPortal.TestSupport;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;

namespace CqpPortal.Database.Tests.Registers;

public sealed class RegisterImportTests(PostgresServer server) : ImportingTests(server)
{
    [Fact]
    public async Task Mirrors_every_fiche_and_says_the_second_time_that_nothing_changed()
    {
        var path = Samples.Xml(Fiche("RNCP101", "Manager") + Fiche("RNCP102", "Comptable"));
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
        await ImportAsync(Samples.Xml(Fiche("RNCP101", "Manager") + Fiche("RNCP102", "Comptable") + Fiche("RNCP103", "Juriste")));
        var second = (await ImportAsync(Samples.Xml(Fiche("RNCP101", "Manager") + Fiche("RNCP102", "Comptable en chef"), "export_fiches_RNCP_V4_1_2026-08-17.xml"))).Drops.Single();
        Assert.Equal((0, 1, 1, 1), (second.Added, second.Changed, second.Unchanged, second.Disappeared));
        var gone = await FindAsync("RNCP103");
        Assert.Equal(new DateOnly(2026, 8, 17), gone!.DisappearedOn);
        Assert.Equal("Juriste", gone.Fiche.Title);
        var third = (await ImportAsync(Samples.Xml(Fiche("RNCP101", "Manager") + Fiche("RNCP103", "Juriste"), "export_fiches_RNCP_V4_1_2026-08-18.xml"))).Drops.Single();
        Assert.Equal((1, 1), (third.Reappeared, third.Disappeared));
        Assert.Null((await FindAsync("RNCP103"))!.DisappearedOn);
    }

    [Fact]
    public async Task A_drop_touches_its_own_register_only()
    {
        await ImportAsync(Samples.Xml(Fiche("RNCP101", "Manager")));
        await ImportAsync(Samples.Xml(Fiche("RS101", "Habilitation"), "export_fiches_RS_V4_1_2026-08-16.xml"));
        Assert.Null((await FindAsync("RNCP101"))!.DisappearedOn);
        var mixed = await ImportAsync(Samples.Xml(Fiche("RS101", "Habilitation") + Fiche("RNCP7", "Intruse"), "export_fiches_RS_V4_1_2026-08-17.xml"));
        Assert.Equal("RNCP7", mixed.Drops.Single().Rejected.Single().Number);
        Assert.Equal(1, mixed.ExitCode);
    }

    [Fact]
    public async Task An_older_drop_of_the_same_format_is_refused_unless_forced()
    {
        await ImportAsync(Samples.Xml(Fiche("RNCP101", "Nouveau")));
        var older = Samples.Xml(Fiche("RNCP101", "Ancien"), "export_fiches_RNCP_V4_1_2026-08-01.xml");
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
        var xml = Samples.Xml(Fiche("RNCP101", "Titre du flux", "<OBJECTIFS_CONTEXTE>Texte long</OBJECTIFS_CONTEXTE>"));
        var csv = Samples.Csv("\"1\";\"RNCP101\";\"Vieux titre\";;;\"NIV3\";\"Niveau 3\";\"Non\";\"Non\";\"21/07/2018\";;\"21/07/2021\";;\"Enregistrement sur demande\";;\"INACTIVE\"\r\n", links: "\"RNCP101\";\"RNCP55\";\r\n");
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
        var report = (await ImportAsync(Samples.Xml(
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
        await ImportAsync(Samples.Xml(Fiche("RNCP101", "Bonne") + Fiche("RNCP102", "Autre")));
        await ImportAsync(Samples.Xml(Fiche("RNCP101", "Bonne", end: "99/99/9999") + Fiche("RNCP102", "Autre"), "export_fiches_RNCP_V4_1_2026-08-17.xml"));
        var kept = await FindAsync("RNCP101");
        Assert.Null(kept!.DisappearedOn);
        Assert.Equal(new DateOnly(2029, 6, 30), kept.Fiche.Dates.EndsOn);
    }

    [Fact]
    public async Task Unknown_elements_are_counted_and_kept()
    {
        var drop = (await ImportAsync(Samples.Xml(Fiche("RNCP101", "Titre", "<NOUVEAUTE><CODE>7</CODE></NOUVEAUTE>")))).Drops.Single();
        Assert.Equal(1, drop.UnknownElements["NOUVEAUTE/CODE"]);
        Assert.Equal(["7"], (await FindAsync("RNCP101"))!.Fiche.Other["NOUVEAUTE/CODE"]);
    }

    [Fact]
    public async Task An_import_that_fails_at_its_end_leaves_the_previous_data_whole()
    {
        await ImportAsync(Samples.Xml(Fiche("RNCP101", "Avant")));
        var before = await StateAsync();
        var failing = new RegisterImport(Data.ConnectionString, FixedClock.Demonstration, (_, _, _) => throw new InvalidOperationException("arrêt"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing.RunAsync(
            [Samples.Xml(Fiche("RNCP101", "Après"), "export_fiches_RNCP_V4_1_2026-08-17.xml")], new ImportOptions(), new Progress<ImportProgress>(), Stop));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task The_name_of_a_flux_tells_its_register_even_when_its_first_fiche_is_of_the_other_one()
    {
        await ImportAsync(Samples.Xml(Fiche("RNCP101", "Manager")));
        var drop = (await ImportAsync(Samples.Xml(Fiche("RNCP7", "Intruse") + Fiche("RS101", "Habilitation"), "export_fiches_RS_V4_1_2026-08-17.xml"))).Drops.Single();
        Assert.Equal("RNCP7", drop.Rejected.Single().Number);
        Assert.Equal(["RS"], drop.Registers);
        Assert.Null((await FindAsync("RNCP101"))!.DisappearedOn);
        Assert.NotNull(await FindAsync("RS101"));
    }

    [Fact]
    public async Task A_drop_with_rejections_tells_them_again_the_second_time()
    {
        var path = Samples.Xml(Fiche("RNCP101", "Bonne") + Fiche("RNCP102", "Mauvaise", end: "31/02/2026"));
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
        var path = Samples.Csv("RNCP101;neuf;Titre;ACTIVE;;;;;;;;;;;;;\r\n", standardHeading:
            "Numero_Fiche;Colonne_Nouvelle;Intitule;Actif;Id_Fiche;Abrege_Libelle;Abrege_Intitule;Nomenclature_Europe_Niveau;Nomenclature_Europe_Intitule;Accessible_Nouvelle_Caledonie;Accessible_Polynesie_Francaise;Date_dernier_jo;Date_Decision;Date_Fin_Enregistrement;Date_Effet;Type_Enregistrement;Validation_Partielle");
        var drop = (await ImportAsync(path)).Drops.Single();
        Assert.Equal(1, drop.UnknownElements["Standard/Colonne_Nouvelle"]);
        var fiche = (await FindAsync("RNCP101"))!.Fiche;
        Assert.Equal(("Titre", true), (fiche.Title, fiche.IsActive));
        Assert.Equal(["neuf"], fiche.Other["Standard/Colonne_Nouvelle"]);
    }

    [Fact]
    public async Task A_CSV_row_that_is_not_whole_costs_its_fiche_alone()
    {
        var report = await ImportAsync(Samples.Csv(
            "1;RNCP101;Bonne;;;;;;;;;;;;;ACTIVE\r\n2;RNCP102;Coupée\r\n3;RNCP103;Autre;;;;;;;;;;;;;ACTIVE\r\n4;RNCP104;Sans jour;;;;;;;;;31/02/2026;;;;ACTIVE\r\n",
            links: "RNCP103;RNCP55\r\n"));
        Assert.Equal(1, report.ExitCode);
        var drop = report.Drops.Single();
        Assert.Equal([("RNCP102", 3L), ("RNCP104", 5L), ("RNCP103", 2L)], drop.Rejected.Select(fiche => (fiche.Number, fiche.Line)));
        Assert.Equal((4, 1), (drop.Read, drop.Added));
    }

    [Fact]
    public async Task Shapes_of_the_older_fluxes_are_read_as_those_of_today()
    {
        await ImportAsync(Samples.Xml(Fiche("RNCP101", "Ancien flux",
            "<SI_JURY_VAE>Oui</SI_JURY_VAE><CODES_NSF><NSF><CODE>254</CODE><INTITULE>Structures métalliques</INTITULE></NSF></CODES_NSF><ANCIENNE_CERTIFICATION>RNCP7</ANCIENNE_CERTIFICATION>"), version: "2.0"));
        var fiche = (await FindAsync("RNCP101"))!.Fiche;
        Assert.True(fiche.Routes.Single().IsOpen);
        Assert.Equal("Structures métalliques", fiche.NsfCodes.Single().Label);
        Assert.Equal(["RNCP7"], fiche.Replaces);
        Assert.Empty(fiche.Other);
    }

    [Fact]
    public async Task An_export_without_a_great_many_fiches_says_that_it_may_not_be_whole()
    {
        await TakeAsync(Samples.Xml(string.Concat(Enumerable.Range(1, 30).Select(number => Fiche($"RNCP{number}", "Manager")))));
        var second = await TakeAsync(Samples.Xml(Fiche("RNCP1", "Manager"), "export_fiches_RNCP_V4_1_2026-08-17.xml"));
        Assert.Contains("29 fiches sur 30", second.Message, StringComparison.Ordinal);
        Assert.NotNull((await FindAsync("RNCP30"))!.DisappearedOn);
    }
}
