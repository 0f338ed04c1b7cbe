using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Certifications;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;

namespace CqpPortal.Database.Tests.Registers;

public sealed class CataloguePromotionTests(PostgresServer server) : ImportingTests(server)
{
    private const string Block =
        """
        <BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP201BC01</CODE><LIBELLE>Souder</LIBELLE>
        <LISTE_COMPETENCES>- Régler le poste ;     - Souder à plat ;     - Contrôler le cordon</LISTE_COMPETENCES><MODALITES_EVALUATION>Mise en situation</MODALITES_EVALUATION></BLOC_COMPETENCES></BLOCS_COMPETENCES>
        <CODES_ROME><ROME><CODE>H2913</CODE><LIBELLE>Soudage manuel</LIBELLE></ROME></CODES_ROME><CODES_IDCC><IDCC><CODE>3248</CODE><LIBELLE>Métallurgie</LIBELLE></IDCC></CODES_IDCC>
        <SI_JURY_VAE><ACTIF>Oui</ACTIF><COMPOSITION>Deux et deux</COMPOSITION></SI_JURY_VAE>
        """;

    private async Task<PromotionReport> PromotedAsync(string path) => (await TakeAsync(path)).Promotion;

    [Fact]
    public async Task A_title_that_says_CQP_enters_the_catalogue_with_its_frameworks_and_can_be_found()
    {
        var report = await PromotedAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur industriel", Block)));
        Assert.Equal("RNCP201", Assert.Single(report.Promoted).Number);
        Assert.NotEmpty(report.Promoted[0].Evidence);
        var certification = Assert.Single(await CatalogueAsync());
        Assert.Equal(["Régler le poste", "Souder à plat", "Contrôler le cordon"], certification.Blocks.Single().Skills.OrderBy(skill => skill.Position).Select(skill => skill.Title));
        Assert.Equal("3248", certification.Branches.Single().Branch.ToString());
        Assert.Equal(4, certification.RecognitionOn(FixedClock.Demonstration.Day).Level!.Value.Value);
        Assert.All(certification.Sources, source => Assert.Equal((FactOrigin.Register, new DateOnly(2026, 8, 16), "RNCP201"), (source.Origin, source.AsOf, source.Reference)));
        await using var database = Data.CreateContext();
        var found = await new CatalogueSearch(database).FindAsync(new CatalogueQuery { Text = "soudeuse industrielle", Vae = true }, FixedClock.Demonstration.Day, Stop);
        Assert.Equal(certification.Slug, found.Items.Single().Slug);
    }

    [Theory]
    [InlineData("Inspecteur ACQPA", "", 0, 0)]
    [InlineData("Ouvrier du paysage", "<OBJECTIFS_CONTEXTE>Ce CQP répond aux besoins de la branche.</OBJECTIFS_CONTEXTE>", 1, 0)]
    [InlineData("Ouvrier du paysage", "<OBJECTIFS_CONTEXTE>Des passerelles existent avec un CQP.</OBJECTIFS_CONTEXTE>", 0, 1)]
    [InlineData("Ouvrier du paysage", "<CODES_IDCC><IDCC><CODE>3248</CODE></IDCC></CODES_IDCC><CERTIFICATEURS><CERTIFICATEUR><SIRET_CERTIFICATEUR>78471719100018</SIRET_CERTIFICATEUR><NOM_CERTIFICATEUR>UIMM</NOM_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS>", 0, 1)]
    [InlineData("CQPI Agent logistique", "", 0, 1)]
    public async Task Evidence_decides_between_the_catalogue_the_list_to_confirm_and_nothing(string title, string more, int promoted, int toConfirm)
    {
        var report = await PromotedAsync(Samples.Xml(Fiche("RNCP201", title, more)));
        Assert.Equal((promoted, toConfirm), (report.Promoted.Count, report.ToConfirm.Count));
        Assert.All(report.ToConfirm, fiche => Assert.NotEmpty(fiche.Evidence));
        await using var database = Data.CreateContext();
        Assert.Equal(toConfirm, await database.Set<PromotionCandidate>().CountAsync(Stop));
    }

    [Fact]
    public async Task A_renewal_is_one_more_registration_under_the_same_address()
    {
        await PromotedAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Block, end: "30/06/2026")));
        var before = (await CatalogueAsync()).Single();
        // The renewal no longer says CQP, but replaces one at the same certifier.
        const string Certifier = "<CERTIFICATEURS><CERTIFICATEUR><NOM_CERTIFICATEUR>UIMM</NOM_CERTIFICATEUR></CERTIFICATEUR></CERTIFICATEURS>";
        await PromotedAsync(Samples.Xml(
            Fiche("RNCP201", "CQP Soudeur", Block + Certifier, end: "30/06/2026")
            + Fiche("RNCP202", "Soudeur", Certifier + "<ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>RNCP201</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>"),
            "export_fiches_RNCP_V4_1_2026-08-17.xml"));
        var after = Assert.Single(await CatalogueAsync());
        Assert.Equal(before.Slug, after.Slug);
        Assert.Equal(["RNCP201", "RNCP202"], after.Registrations.Select(registration => registration.Number.ToString()).Order());
    }

    [Fact]
    public async Task A_move_from_one_register_to_the_other_is_one_certification()
    {
        await PromotedAsync(Samples.Csv(
            "\"1\";\"RNCP19468\";\"CQP Tourier\";;;\"REPRISE\";\"Sans niveau\";\"Non\";\"Non\";\"21/07/2018\";;\"21/07/2021\";;\"Enregistrement sur demande\";;\"INACTIVE\"\r\n"
            + "\"2\";\"RS6117\";\"CQP Tourier\";;;;;\"Non\";\"Non\";;\"29/09/2022\";\"29/09/2025\";;\"Enregistrement sur demande\";\"Non\";\"ACTIVE\"\r\n",
            ccn: "\"RNCP19468\";\"3117\";\"Boulangerie\";;;;\r\n", links: "\"RNCP19468\";;\"RS6117\"\r\n\"RS6117\";\"RNCP19468\";\r\n"));
        var certification = Assert.Single(await CatalogueAsync());
        Assert.Equal(["RNCP19468", "RS6117"], certification.Registrations.Select(registration => registration.Number.ToString()).Order());
        Assert.Equal("0843", certification.Branches.Single().Branch.ToString());
    }

    [Fact]
    public async Task What_becomes_a_professional_title_stays_apart_and_points_to_it()
    {
        const string Link = "<NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>RNCP203</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>";
        await PromotedAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Link) + Fiche("RNCP203", "Titre à finalité professionnelle Soudeur")));
        var certification = Assert.Single(await CatalogueAsync());
        Assert.Equal((SuccessionKind.CqpToTfp, "RNCP203"), (certification.Successions.Single().Kind, certification.Successions.Single().ExternalNumber!.ToString()));
    }

    [Fact]
    public async Task Impossible_dates_wait_for_a_person_and_say_why()
    {
        var report = await PromotedAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", end: "30/06/2039")));
        Assert.Empty(report.Promoted);
        Assert.Contains("5 ans au plus", Assert.Single(report.ToConfirm).Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_committee_wrote_stays_and_the_contradiction_is_kept()
    {
        await PromotedAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Block)));
        await using (var database = Data.CreateContext())
        {
            var own = await database.Certifications.SingleAsync(Stop);
            own.Rename("Soudeur, soudeuse");
            own.Cite(new FactSource(CertificationFact.Title, FactOrigin.Committee, new DateOnly(2026, 9, 1)));
            await database.SaveChangesAsync(Stop);
        }
        await PromotedAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur qualifié", Block), "export_fiches_RNCP_V4_1_2026-10-01.xml"));
        Assert.Equal("Soudeur, soudeuse", (await CatalogueAsync()).Single().Title);
        await using var after = Data.CreateContext();
        var contradiction = await after.Set<Contradiction>().SingleAsync(Stop);
        Assert.Equal(CertificationFact.Title, contradiction.Fact);
        Assert.Contains("qualifi", contradiction.Theirs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_curators_word_goes_before_the_evidence()
    {
        await PromotedAsync(Samples.Xml(Fiche("RNCP201", "Ouvrier", "<OBJECTIFS_CONTEXTE>Passerelle avec un CQP.</OBJECTIFS_CONTEXTE>")));
        await using (var database = Data.CreateContext())
            await database.Set<PromotionCandidate>().ExecuteUpdateAsync(row => row.SetProperty(candidate => candidate.IsCqp, true), Stop);
        var report = await PromotedAsync(Samples.Xml(Fiche("RNCP201", "Ouvrier", "<OBJECTIFS_CONTEXTE>Passerelle avec un autre CQP.</OBJECTIFS_CONTEXTE>"), "export_fiches_RNCP_V4_1_2026-08-18.xml"));
        Assert.Equal("RNCP201", Assert.Single(report.Promoted).Number);
        Assert.Single(await CatalogueAsync());
    }
}
