using CqpPortal.Database.Certifications;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Frameworks;
using CqpPortal.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;

namespace CqpPortal.Database.Tests.Registers;

/// <summary>What a committee wrote, fact by fact, against what the registers say later.</summary>
public sealed class CommitteeWordTests(PostgresServer server) : ImportingTests(server)
{
    private const string Later = "export_fiches_RNCP_V4_1_2026-10-01.xml";

    private static string Whole(string aim, string prerequisite, string activity, string skill, string test) =>
        $"""
        <OBJECTIFS_CONTEXTE>{aim}</OBJECTIFS_CONTEXTE><PREREQUIS_ENTREE_FORMATION>{prerequisite}</PREREQUIS_ENTREE_FORMATION><ACTIVITES_VISEES>{activity}</ACTIVITES_VISEES>
        <BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>RNCP201BC01</CODE><LIBELLE>Souder</LIBELLE><LISTE_COMPETENCES>{skill}</LISTE_COMPETENCES><MODALITES_EVALUATION>{test}</MODALITES_EVALUATION></BLOC_COMPETENCES></BLOCS_COMPETENCES>
        """;

    private async Task<List<Contradiction>> ContradictionsAsync()
    {
        await using var database = Data.CreateContext();
        return await database.Set<Contradiction>().AsNoTracking().OrderBy(row => row.Fact).ToListAsync(Stop);
    }

    [Theory]
    [InlineData("Préparer", "Souder à plat", "Mise en situation")]
    [InlineData("Assembler", "Souder à plat", "Entretien")]
    public async Task What_changes_in_one_framework_alone_reaches_the_catalogue(string activity, string skill, string test)
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Whole("But", "Aucun", "Assembler", "Souder à plat", "Mise en situation"))));
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Whole("But", "Aucun", activity, skill, test)), Later));
        var certification = Assert.Single(await CatalogueAsync());
        Assert.Equal((activity, skill, test),
            (certification.Activities.Single().Title, certification.Blocks.Single().Skills.Single().Title, certification.Assessments.Single().Method));
    }

    [Fact]
    public async Task Prerequisites_of_the_committee_stay_when_the_purpose_is_the_registers()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Whole("But", "Aucun", "Assembler", "Souder", "Épreuve"))));
        await WriteAsCommitteeAsync(own => own.Describe(own.Texts with { EntryPrerequisites = "Savoir lire un plan" }), CertificationFact.Prerequisites);
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Whole("Autre but", "Permis B", "Assembler", "Souder", "Épreuve")), Later));
        var texts = Assert.Single(await CatalogueAsync()).Texts;
        Assert.Equal(("Autre but", "Savoir lire un plan"), (texts.Purpose, texts.EntryPrerequisites));
        var contradiction = Assert.Single(await ContradictionsAsync());
        Assert.Equal((CertificationFact.Prerequisites, "Permis B"), (contradiction.Fact, contradiction.Theirs));
    }

    [Theory]
    [InlineData(CertificationFact.Activities)]
    [InlineData(CertificationFact.Skills)]
    [InlineData(CertificationFact.Assessment)]
    public async Task One_framework_of_the_committee_keeps_the_three_for_their_rows_are_linked(CertificationFact fact)
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Whole("But", "Aucun", "Assembler", "Souder", "Épreuve"))));
        await WriteAsCommitteeAsync(own => own.Frame(new FrameworkSet { Activities = [new Activity(0, "Écrite par la commission")] }), fact);
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", Whole("But", "Aucun", "Découper", "Braser", "Entretien")), Later));
        Assert.Equal("Écrite par la commission", Assert.Single(await CatalogueAsync()).Activities.Single().Title);
        Assert.Equal(fact, Assert.Single(await ContradictionsAsync()).Fact);
    }

    [Fact]
    public async Task Registrations_and_successions_of_the_committee_stay_and_their_contradictions_end_with_them()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur")));
        await WriteAsCommitteeAsync(_ => { }, CertificationFact.Registrations, CertificationFact.Successions);
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", ReplacedBy("RNCP9"), end: "30/06/2028"), Later));
        var certification = Assert.Single(await CatalogueAsync());
        Assert.Equal(new DateOnly(2029, 6, 30), certification.Registrations.Single().EndsOn);
        Assert.Empty(certification.Successions);
        var contradictions = await ContradictionsAsync();
        Assert.Equal([CertificationFact.Registrations, CertificationFact.Successions], contradictions.Select(row => row.Fact).Order());
        Assert.Contains(contradictions, row => row.Theirs.Contains("fin 30/06/2028", StringComparison.Ordinal));
        Assert.Contains(contradictions, row => row.Theirs.Contains("RNCP9", StringComparison.Ordinal));
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur"), "export_fiches_RNCP_V4_1_2026-10-02.xml"));
        Assert.Empty(await ContradictionsAsync());
    }

    [Fact]
    public async Task The_page_of_a_certification_says_why_it_is_there_and_which_numbers_the_exports_dropped()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur") + Fiche("RNCP300", "Autre")));
        await TakeAsync(Samples.Xml(Fiche("RNCP300", "Autre"), Later));
        await using var database = Data.CreateContext();
        var page = await CertificationPage.FindAsync(database, "cqp-soudeur", Stop);
        Assert.Contains("titre", Assert.Single(page!.Evidence).Evidence, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 10, 1), Assert.Single(page.Disappeared).Value);
    }
}
