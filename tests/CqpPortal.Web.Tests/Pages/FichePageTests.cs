using AngleSharp;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Tests.Registers;
using CqpPortal.TestSupport;
using CqpPortal.Web.Pages.Registres;
using Xunit;
using static CqpPortal.Database.Tests.Registers.DropSamples;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>The page of a fiche of the registers that is no CQP, or perhaps one.</summary>
public sealed class FichePageTests(PostgresServer server)
{
    private const string NextDay = "export_fiches_RNCP_V4_1_2026-08-17.xml";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<string> PageAsync(string address, params (string Fiches, string Name)[] drops)
    {
        await using var data = await server.CreateDatabaseAsync();
        using var samples = new DropSamples();
        var import = new RegisterImport(data.ConnectionString, FixedClock.Demonstration, CataloguePromotion.RunAsync);
        var paths = drops.Select(drop => samples.Xml(drop.Fiches, drop.Name)).ToList();
        Assert.Equal(0, (await import.RunAsync(paths, new ImportOptions(), new Progress<ImportProgress>(), Stop)).ExitCode);
        await using var site = new PortalSite(data.ConnectionString);
        using var client = site.CreatePlainClient();
        using var document = await BrowsingContext.New().OpenAsync(response => response.Content(client.GetStringAsync(new Uri(address, UriKind.Relative), Stop).GetAwaiter().GetResult()), Stop);
        return string.Join(' ', document.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) + string.Join(' ', document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task It_shows_dates_blocks_partners_routes_figures_and_what_it_replaces()
    {
        var page = await PageAsync("/registres/RNCP88001", (Fiche("RNCP88001", "Titre d’essai", Details), "export_fiches_RNCP_V4_1_2026-08-16.xml"));
        string[] shown =
        [
            "1er juillet 2024", "décision : 30 juin 2024", "30 juin 2029", "30 juin 2033", "1 bloc de compétences", "RNCP88001BC01 Accueillir", "Écouter", "Mise en situation", "Un stage", "RNCP77BC02",
            "2 partenaires, dont 1 actif", "Atelier nord (SIRET 22222222200022) : forme et organise l’évaluation, depuis le 3 mars 2024", "Atelier sud, supprimé le 4 mars 2025", "Chambre des métiers ; Ancienne école (inactif)",
            "Par la formation continue Ouvert", "(VAE) Fermé", "Deux et deux", "91 % en emploi à 6 mois", "Arrêté de création", "https://metiers.example", "Remplace RNCP77", "export XML du 16 août 2026", "n’est pas un CQP",
        ];
        Assert.All(shown, text => Assert.Contains(text, page, StringComparison.Ordinal));
        // A fiche that no export gave has no page here: the register's own is the one to open.
        Assert.Contains("https://www.francecompetences.fr/recherche/rncp/77/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fiche_that_left_the_exports_says_so()
    {
        var page = await PageAsync("/registres/RNCP101", (Fiche("RNCP101", "Manager") + Fiche("RNCP102", "Juriste"), "export_fiches_RNCP_V4_1_2026-08-16.xml"), (Fiche("RNCP102", "Juriste"), NextDay));
        Assert.Contains("n’est plus dans les exports du registre depuis le 17 août 2026", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fiche_that_waits_to_be_confirmed_does_not_say_that_it_is_no_CQP()
    {
        var page = await PageAsync("/registres/RNCP101", (Fiche("RNCP101", "Ouvrier", "<OBJECTIFS_CONTEXTE>Passerelle avec un CQP.</OBJECTIFS_CONTEXTE>"), "export_fiches_RNCP_V4_1_2026-08-16.xml"));
        Assert.Contains("peut-être un CQP", page, StringComparison.Ordinal);
        Assert.DoesNotContain("n’est pas un CQP", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certification_says_why_it_is_one_and_that_it_moved_from_one_register_to_the_other()
    {
        var page = await PageAsync("/certifications/cqp-tourier", (Fiche("RNCP201", "CQP Tourier", ReplacedBy("RS301"), end: "30/06/2026"), "export_fiches_RNCP_V4_1_2026-08-16.xml"),
            (Fiche("RS301", "CQP Tourier", Replaces("RNCP201")), "export_fiches_RS_V4_1_2026-08-16.xml"));
        Assert.Contains("est passé du RNCP au répertoire spécifique", page, StringComparison.Ordinal);
        Assert.Contains("Le titre de la fiche dit que c’est un CQP", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_keeps_its_paragraphs_and_lists() => Assert.Equal(
        [(false, "Il comprend :"), (true, "Accueillir|Conseiller"), (false, "Debout.")],
        WrittenText.Parts("Il comprend :    - Accueillir   •Conseiller     Debout.").Select(part => (part.IsList, string.Join('|', part.Lines))));
}
