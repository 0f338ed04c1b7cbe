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
        const string Counts = "<CORRESPONDANCES><CORRESPONDANCE><SOURCE><BLOC_COMPETENCES><CODE>RNCP302BC02</CODE></BLOC_COMPETENCES></SOURCE><DESTINATION><NUMERO_FICHE>RNCP301</NUMERO_FICHE><BLOC_COMPETENCES><CODE>RNCP301BC01</CODE></BLOC_COMPETENCES></DESTINATION></CORRESPONDANCE></CORRESPONDANCES>";
        var drop = samples.Xml(
            DropSamples.Fiche("RNCP301", "CQP Soudeur", Branch + $"<BLOCS_COMPETENCES>{Block("RNCP301BC01", "- Contrôler la qualité du cordon de soudure ;     - Régler le poste")}</BLOCS_COMPETENCES>")
            + DropSamples.Fiche("RNCP302", "CQP Chaudronnier", Branch + $"<BLOCS_COMPETENCES>{Block("RNCP302BC01", "- Tracer une pièce")}{Block("RNCP302BC02", "- Souder des tôles")}</BLOCS_COMPETENCES>" + Counts)
            + DropSamples.Fiche("RNCP303", "CQP Contrôleur", Branch + $"<BLOCS_COMPETENCES>{Block("RNCP303BC01", "- Contrôler les cordons de soudure ;     - Rédiger un rapport de visite")}</BLOCS_COMPETENCES>"));
        Assert.Equal(0, (await new RegisterImport(data.ConnectionString, FixedClock.Demonstration, CataloguePromotion.RunAsync).RunAsync([drop], new ImportOptions(), new Progress<ImportProgress>(), Stop)).ExitCode);
        await using var real = new PortalSite(data.ConnectionString);
        using var client = real.CreatePlainClient();
        var page = await client.ReadPageAsync("/comparer?c=RNCP301&c=RNCP302&c=RNCP303");
        var pairs = page.QuerySelectorAll("[aria-labelledby=competences] > ul > li").Select(pair => Plain(pair.TextContent)).ToList();
        Assert.Equal(6, pairs.Count);
        // The fiche of the chaudronnier recognises a block of the soudeur: nobody has said the reverse.
        Assert.Single(pairs, pair => pair.Contains("vous avez", StringComparison.Ordinal));
        var reverse = Assert.Single(pairs, pair => pair.StartsWith("Avec CQP Chaudronnier, vous auriez 1 bloc sur 1 de CQP Soudeur.", StringComparison.Ordinal));
        Assert.Contains("Seule la fiche de la première le dit, export du 16 août 2026 Celle que vous voulez n’en parle pas", reverse, StringComparison.Ordinal);
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
    public async Task Codes_of_one_certification_are_said_to_be_one()
    {
        var page = await site.OpenAsync("/comparer?c=RNCP99001&c=RNCP99002&c=RS99001");
        Assert.Equal("Plusieurs de vos codes désignent la même certification, qui compte une fois : Soudeur-chaudronnier, soudeuse-chaudronnière d’atelier.", Plain(page.QuerySelector("main .note")!.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("table.versus thead th").Length);
    }

    [Fact]
    public async Task The_comparison_is_in_English_too_and_the_trades_are_marked_French()
    {
        var page = await site.OpenAsync("/en" + Two);
        var table = page.QuerySelector("table.versus")!;
        Assert.Equal("What differs", table.QuerySelector("caption")!.TextContent);
        var jobs = table.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "Jobs (ROME)");
        Assert.Contains("H2902", jobs.TextContent, StringComparison.Ordinal);
        Assert.All(jobs.QuerySelectorAll("td span"), words => Assert.Equal("fr", words.GetAttribute("lang")));
        Assert.All(table.QuerySelectorAll("thead a"), link => Assert.StartsWith("/en/certifications/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_grows_by_a_code_without_a_script_and_keeps_what_it_holds()
    {
        var page = await site.OpenAsync("/ma-liste?c=soudeur-chaudronnier-d-atelier");
        var kept = string.Join('&', page.QuerySelectorAll("form[action='/ma-liste'] input[type=hidden]").Select(field => $"c={field.GetAttribute("value")}"));
        var grown = await site.OpenAsync($"/ma-liste?{kept}&c=RS99001");
        Assert.Equal("Ma liste : 2 certifications · Portail CQP", Plain(grown.Title!));
        var unknown = await site.OpenAsync($"/ma-liste?{kept}&c=RNCP1");
        Assert.Equal("Ma liste : 1 certification · Portail CQP", Plain(unknown.Title!));
        Assert.Equal("RNCP1", unknown.QuerySelector("form[action='/ma-liste'] input:not([type=hidden])")!.GetAttribute("value"));
        Assert.Contains("Aucun CQP ne porte ce code", Plain(unknown.Body!.TextContent), StringComparison.Ordinal);
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
