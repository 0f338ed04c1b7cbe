using System.Net;
using AngleSharp.Dom;
using CqpPortal.Database.Registers;
using CqpPortal.Database.Registers.Promotion;
using CqpPortal.Database.Tests.Registers;
using CqpPortal.TestSupport;
using CqpPortal.Web.Tests.Mail;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>Certifications side by side, and those that somebody keeps.</summary>
public sealed class ComparisonTests(DemonstrationSite site, PostgresServer server) : IClassFixture<DemonstrationSite>
{
    private const string Two = "/comparer?c=soudeur-chaudronnier-d-atelier&c=intervenir-en-espace-confine";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_differs_comes_first_and_says_what_the_page_of_each_says()
    {
        var page = await site.OpenAsync(Two);
        var table = page.QuerySelector("table.versus")!;
        Assert.Equal("Ce qui diffère", table.QuerySelector("caption")!.TextContent);
        Assert.Equal(2, table.QuerySelectorAll("thead th[scope=col]").Length);
        var rows = table.QuerySelectorAll("tbody tr").ToDictionary(row => Plain(row.QuerySelector("th")!.TextContent), row => row.QuerySelectorAll("td").Select(cell => Plain(cell.TextContent)).ToList());
        Assert.All(rows.Values, cells => Assert.Equal(2, cells.Distinct().Count()));
        foreach (var (place, slug) in new[] { "soudeur-chaudronnier-d-atelier", "intervenir-en-espace-confine" }.Index())
        {
            var own = (await site.OpenAsync($"/certifications/{slug}")).QuerySelectorAll("#donne dl > div").ToDictionary(part => Plain(part.QuerySelector("dt")!.TextContent), part => Plain(part.QuerySelector("dd")!.TextContent));
            Assert.Equal(own["Le CPF peut payer ?"].Replace(" ", "", StringComparison.Ordinal), rows["Le CPF peut payer ?"][place].Replace(" ", "", StringComparison.Ordinal));
            Assert.Equal(own["Ouvert à la VAE ?"].Replace(" ", "", StringComparison.Ordinal), rows["Ouvert à la VAE ?"][place].Replace(" ", "", StringComparison.Ordinal));
        }
        var same = page.QuerySelectorAll("details .facts dt").Select(name => Plain(name.TextContent)).ToList();
        Assert.Contains("En apprentissage ?", same);
        Assert.Empty(same.Intersect(rows.Keys));
        Assert.Contains("Estimation d’après les textes", page.QuerySelector("[aria-labelledby=competences]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocks_that_the_registers_say_count_are_counted_as_a_fact_and_skills_in_other_words_as_an_estimate()
    {
        await using var data = await server.CreateDatabaseAsync();
        using var samples = new DropSamples();
        static string Block(string code, string skills) => $"<BLOC_COMPETENCES><CODE>{code}</CODE><LIBELLE>Bloc {code}</LIBELLE><LISTE_COMPETENCES>{skills}</LISTE_COMPETENCES></BLOC_COMPETENCES>";
        const string Branch = "<CODES_IDCC><IDCC><CODE>3248</CODE><LIBELLE>Métallurgie</LIBELLE></IDCC></CODES_IDCC>";
        const string Counts = "<CORRESPONDANCES><CORRESPONDANCE><SOURCE><BLOC_COMPETENCES><CODE>RNCP301BC01</CODE></BLOC_COMPETENCES></SOURCE><DESTINATION><NUMERO_FICHE>RNCP302</NUMERO_FICHE><BLOC_COMPETENCES><CODE>RNCP302BC02</CODE></BLOC_COMPETENCES></DESTINATION></CORRESPONDANCE></CORRESPONDANCES>";
        var drop = samples.Xml(
            DropSamples.Fiche("RNCP301", "CQP Soudeur", Branch + $"<BLOCS_COMPETENCES>{Block("RNCP301BC01", "- Contrôler la qualité du cordon de soudure ;     - Régler le poste")}</BLOCS_COMPETENCES>" + Counts)
            + DropSamples.Fiche("RNCP302", "CQP Chaudronnier", Branch + $"<BLOCS_COMPETENCES>{Block("RNCP302BC01", "- Tracer une pièce")}{Block("RNCP302BC02", "- Souder des tôles")}</BLOCS_COMPETENCES>")
            + DropSamples.Fiche("RNCP303", "CQP Contrôleur", Branch + $"<BLOCS_COMPETENCES>{Block("RNCP303BC01", "- Contrôler les cordons de soudure ;     - Rédiger un rapport de visite")}</BLOCS_COMPETENCES>"));
        Assert.Equal(0, (await new RegisterImport(data.ConnectionString, FixedClock.Demonstration, CataloguePromotion.RunAsync).RunAsync([drop], new ImportOptions(), new Progress<ImportProgress>(), Stop)).ExitCode);
        await using var real = new PortalSite(data.ConnectionString);
        using var client = real.CreatePlainClient();
        var page = await client.ReadPageAsync("/comparer?c=RNCP301&c=RNCP302&c=RNCP303");
        var pairs = page.QuerySelectorAll("[aria-labelledby=competences] > ul > li").Select(pair => Plain(pair.TextContent)).ToList();
        Assert.Equal(6, pairs.Count);
        // A correspondence holds both ways.
        Assert.Equal(2, pairs.Count(pair => pair.Contains("vous avez", StringComparison.Ordinal)));
        var fact = Assert.Single(pairs, pair => pair.StartsWith("Avec CQP Soudeur, vous avez 1 bloc sur 2 de CQP Chaudronnier.", StringComparison.Ordinal));
        Assert.Contains("Selon les registres, export du 16 août 2026", fact, StringComparison.Ordinal);
        Assert.Contains("Vous l’avez par : RNCP301BC01", fact, StringComparison.Ordinal);
        var estimate = Assert.Single(pairs, pair => pair.StartsWith("Avec CQP Soudeur, vous auriez", StringComparison.Ordinal));
        Assert.Contains("1 compétence sur 2 de CQP Contrôleur", estimate, StringComparison.Ordinal);
        Assert.Contains("Estimation d’après les textes", estimate, StringComparison.Ordinal);
        Assert.Contains("Il vous manquerait Rédiger un rapport de visite", estimate, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/comparer?c=soudeur-chaudronnier-d-atelier&c=soudeur%20chaudronnier", 404, "Aucun CQP ne s’appelle")]
    [InlineData("/comparer?c=RNCP99001&c=RS99001&c=DEMO-A&c=DEMO-I&c=toleur-formeur-en-aeronautique", 400, "retirez-en")]
    [InlineData("/ma-liste?c=rien", 404, "Nous ne connaissons pas")]
    public async Task What_is_wrong_is_said_and_what_was_chosen_stays(string address, int status, string message)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(status, (int)answer.StatusCode);
        var page = await site.OpenAsync(address);
        Assert.Contains(message, Plain(page.QuerySelector("[role=alert]")!.TextContent), StringComparison.Ordinal);
        if (address.Contains("soudeur-chaudronnier", StringComparison.Ordinal)) Assert.NotNull(page.QuerySelector("input[type=hidden][name=c][value=soudeur-chaudronnier-d-atelier]"));
    }

    [Fact]
    public async Task Two_codes_typed_on_a_first_visit_become_an_address_to_copy_and_one_named_twice_counts_once()
    {
        using var answer = await site.Client.GetAsync(new Uri("/comparer?c=RNCP99002&et=RS99001", UriKind.Relative), Stop);
        Assert.Equal((HttpStatusCode.Redirect, "/comparer?c=RNCP99002&c=RS99001"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.NotNull((await site.OpenAsync("/comparer?c=RNCP99002&c=RS99001")).QuerySelector("table.versus"));
        // Two numbers of one certification.
        Assert.Null((await site.OpenAsync("/comparer?c=RNCP99001&c=RNCP99002")).QuerySelector("table.versus"));
    }

    [Fact]
    public async Task A_list_is_its_address_and_leads_to_the_comparison()
    {
        var result = await site.OpenAsync("/certifications?q=chaudronnier");
        var keep = result.QuerySelector("a[data-keep]")!.GetAttribute("href")!;
        var list = await site.OpenAsync(keep + "&c=intervenir-en-espace-confine");
        Assert.Equal("Ma liste : 2 certifications · Portail CQP", Plain(list.Title!));
        var chosen = list.QuerySelectorAll("main input[name=c][checked]").Select(box => box.GetAttribute("value")).ToList();
        Assert.Equal(2, chosen.Count);
        Assert.Equal("/comparer", list.QuerySelector("main form[action='/comparer']")!.GetAttribute("action"));
        var rest = await site.OpenAsync(list.QuerySelector("a[data-drop]")!.GetAttribute("href")!);
        Assert.Equal("Ma liste : 1 certification · Portail CQP", Plain(rest.Title!));
        Assert.Contains("noindex", rest.QuerySelector("meta[name=robots]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    private static string Plain(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
