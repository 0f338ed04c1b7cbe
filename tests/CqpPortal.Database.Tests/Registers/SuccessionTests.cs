using CqpPortal.Domain.Certifications;
using CqpPortal.TestSupport;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;

namespace CqpPortal.Database.Tests.Registers;

/// <summary>Fiches that replace each other, told late, in pieces or no more.</summary>
public sealed class SuccessionTests(PostgresServer server) : ImportingTests(server)
{
    private const string NextDay = "export_fiches_RNCP_V4_1_2026-08-17.xml";
    private const string SpecificRegister = "export_fiches_RS_V4_1_2026-08-16.xml";

    [Fact]
    public async Task A_renewal_told_after_both_fiches_came_links_the_two_certifications_and_keeps_both_addresses()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", end: "30/06/2026") + Fiche("RNCP202", "CQP Soudeur industriel")));
        var before = (await CatalogueAsync()).Select(entry => entry.Slug).ToList();
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", ReplacedBy("RNCP202"), end: "30/06/2026") + Fiche("RNCP202", "CQP Soudeur industriel", Replaces("RNCP201")), NextDay));
        var after = await CatalogueAsync();
        Assert.Equal(before, after.Select(entry => entry.Slug));
        var link = Assert.Single(after[0].Successions);
        Assert.Equal((SuccessionKind.Renewal, after[1].Slug), (link.Kind, link.Successor!.Slug));
    }

    [Fact]
    public async Task What_a_fiche_of_the_other_register_replaces_is_no_stranger_once_that_register_is_there()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Tourier", ReplacedBy("RS301"), end: "30/06/2026")));
        Assert.Equal("RS301", Assert.Single(Assert.Single(await CatalogueAsync()).Successions).ExternalNumber!.ToString());
        await TakeAsync(Samples.Xml(Fiche("RS301", "CQP Tourier", Replaces("RNCP201")), SpecificRegister));
        var certification = Assert.Single(await CatalogueAsync());
        Assert.Equal(["RNCP201", "RS301"], certification.Registrations.Select(registration => registration.Number.ToString()).Order());
        Assert.Empty(certification.Successions);
    }

    [Fact]
    public async Task A_link_that_the_register_takes_back_goes_away_and_the_latest_fiche_still_speaks()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", ReplacedBy("RNCP202") + ReplacedBy("RNCP9"), end: "30/06/2026") + Fiche("RNCP202", "CQP Soudeur expert")));
        Assert.Equal(2, (await CatalogueAsync()).Sum(entry => entry.Successions.Count));
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", ReplacedBy("RNCP202"), end: "30/06/2026") + Fiche("RNCP202", "CQP Soudeur expert"), NextDay));
        Assert.Equal("RNCP202", Assert.Single((await CatalogueAsync())[0].Successions).Successor!.Registrations[0].Number.ToString());
    }

    [Fact]
    public async Task An_older_fiche_that_changes_alone_does_not_speak_for_the_certification()
    {
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Soudeur", ReplacedBy("RNCP202"), end: "30/06/2026") + Fiche("RNCP202", "CQP Soudeur expert")));
        await TakeAsync(Samples.Xml(Fiche("RNCP201", "CQP Ancien soudeur", end: "30/06/2026") + Fiche("RNCP202", "CQP Soudeur expert"), NextDay));
        Assert.Equal("CQP Soudeur expert", Assert.Single(await CatalogueAsync()).Title);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_CQP_that_both_formats_hold_is_one_certification_in_either_order(bool xmlFirst)
    {
        var xml = Samples.Xml(Fiche("RNCP201", "CQP Soudeur", "<PARTENAIRES><PARTENAIRE><NOM_PARTENAIRE>Atelier</NOM_PARTENAIRE></PARTENAIRE></PARTENAIRES>"));
        var csv = Samples.Csv("1;RNCP201;CQP Soudeur;;;;;;;21/07/2018;;30/06/2029;;Enregistrement sur demande;;ACTIVE\r\n", ccn: "RNCP201;3109;Métallurgie;;;;\r\n", links: "RNCP201;RNCP55;\r\n");
        foreach (var path in xmlFirst ? new[] { xml, csv } : [csv, xml]) await TakeAsync(path);
        var certification = Assert.Single(await CatalogueAsync());
        Assert.Equal("3248", certification.Branches.Single().Branch.ToString());
        Assert.Equal("Atelier", (await FindAsync("RNCP201"))!.Fiche.Partners.Single().Name);
    }
}
