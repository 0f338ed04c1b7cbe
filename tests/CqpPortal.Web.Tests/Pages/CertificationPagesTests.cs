using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>What visitors read and follow on the pages of certifications and of the search.</summary>
public sealed partial class CertificationPagesTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    public static TheoryData<string> Addresses =>
    [
        "/", "/certifications", "/certifications?page=2", "/certifications?q=soudeuse", "/certifications?q=chaudronier", "/certifications?q=zzzzzz", "/certifications?q=RNCP77777",
        "/certifications?q=99001", "/certifications?q=soudeur&recognition=rs&kind=cqpi", "/certifications?kind=nonsense",
        "/certifications/soudeur-chaudronnier-d-atelier", "/certifications/soudeur-chaudronnier-d-atelier?lire=competence", "/certifications/soudeur-chaudronnier-d-atelier?lire=evaluation",
        "/certifications/intervenir-en-espace-confine", "/certifications/vendeur-conseil-negoce-de-materiaux", "/certifications/conducteur-de-presse-a-injecter",
        "/certifications/operateur-de-maintenance-de-premier-niveau", "/certifications/tuyauteur-industriel", "/certifications/toleur-formeur-en-aeronautique",
        "/certifications/agent-de-traitement-de-surface", "/certifications/equipier-formateur-restauration-rapide", "/certifications/conducteur-de-machine-a-papier",
        "/certifications/animateur-d-equipe-d-atelier-industriel", "/certifications/technicien-de-fabrication-additive", "/certifications/animateur-de-loisirs-nautiques",
        "/certifications/monteur-de-pneumatiques-de-tourisme", "/introuvable",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_line_can_end_before_a_high_punctuation_or_within_quotation_marks(string address)
    {
        var page = await site.OpenAsync(address);
        var texts = page.QuerySelectorAll("title,h1,h2,h3,p,li,dt,dd,th,td,summary,label,legend,caption,figcaption,a,strong").Select(element => element.TextContent);
        Assert.All(texts, text => Assert.False(Breakable().IsMatch(text), $"« {Breakable().Match(text).Value} » in: {text.Trim()}"));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_link_within_the_site_leads_somewhere(string address)
    {
        var page = await site.OpenAsync(address);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToHashSet();
        var links = page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).Distinct().ToList();
        Assert.All(links.Where(link => link.StartsWith('#')), link => Assert.Contains(link[1..], ids));
        foreach (var link in links.Where(link => link.StartsWith('/') || link.StartsWith('?')))
        {
            using var answer = await site.Client.GetAsync(new Uri(link.StartsWith('?') ? address.Split('?')[0] + link : link, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, $"{link} on {address}: {answer.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_that_shows_a_made_up_certification_says_so(string address)
    {
        var page = await site.OpenAsync(address);
        var shows = page.QuerySelectorAll("main a[href^='/certifications/'], main .verdict").Length > 0;
        if (shows) Assert.Contains("Démonstration", page.QuerySelector(".demo")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/certifications/Soudeur-Chaudronnier-d-Atelier", "/certifications/soudeur-chaudronnier-d-atelier")]
    [InlineData("/certifications/rncp%2099001", "/certifications/soudeur-chaudronnier-d-atelier")]
    [InlineData("/certifications/rncp99002", "/certifications/soudeur-chaudronnier-d-atelier")]
    [InlineData("/certifications/rs99001", "/certifications/intervenir-en-espace-confine")]
    [InlineData("/certifications/demo-a", "/certifications/vendeur-conseil-negoce-de-materiaux")]
    [InlineData("/certifications/99001", "/certifications?q=99001")]
    [InlineData("/certifications?q=https://www.francecompetences.fr/recherche/rncp/99001/", "/certifications/soudeur-chaudronnier-d-atelier")]
    [InlineData("/certifications?q=DEMO-I", "/certifications/operateur-de-maintenance-de-premier-niveau")]
    [InlineData("/certifications?q=RNCP99047", "/certifications/equipier-formateur-restauration-rapide")]
    [InlineData("/registres/rs%2099041", "/certifications/equipier-formateur-restauration-rapide")]
    public async Task Every_number_leads_to_the_one_address_of_its_certification(string address, string expected)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task What_replaces_a_CQP_outside_the_demonstration_is_named_without_a_dead_link()
    {
        var page = await site.OpenAsync("/certifications/conducteur-de-machine-a-papier");
        Assert.Contains("Remplacé par un titre professionnel", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("RNCP98020", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a[href*='98020']"));
    }

    [Fact]
    public async Task The_branches_are_there_with_their_commission_their_OPCO_and_since_when()
    {
        var page = await site.OpenAsync("/certifications/animateur-d-equipe-d-atelier-industriel");
        var branches = page.QuerySelectorAll("#branches li");
        Assert.Equal(5, branches.Length);
        Assert.Contains(branches, branch => Plain(branch.TextContent) is var text && text.Contains("Caoutchouc", StringComparison.Ordinal)
            && text.Contains("IDCC 0045, OPCO 2i", StringComparison.Ordinal) && text.Contains("depuis le 6 octobre 2016", StringComparison.Ordinal) && text.Contains("Commission paritaire", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certification_without_blocks_has_no_column_of_blocks()
    {
        var withBlocks = await site.OpenAsync("/certifications/soudeur-chaudronnier-d-atelier");
        Assert.Equal(3, withBlocks.QuerySelectorAll("#referentiels thead th").Length);
        var without = await site.OpenAsync("/certifications/intervenir-en-espace-confine");
        Assert.Equal(2, without.QuerySelectorAll("#referentiels thead th").Length);
    }

    [Fact]
    public async Task The_picture_of_the_registrations_and_its_list_say_the_same_numbers()
    {
        var page = await site.OpenAsync("/certifications/monteur-vendeur-en-optique-lunetterie");
        var drawn = page.QuerySelectorAll("#duree svg text").Select(text => text.TextContent).Where(text => text.StartsWith("RNCP", StringComparison.Ordinal)).Order().ToList();
        Assert.Equal(["RNCP99054", "RNCP99055", "RNCP99056"], drawn);
        Assert.Equal(drawn, page.QuerySelectorAll("#duree figcaption li strong").Select(text => text.TextContent).Order());
    }

    [Fact]
    public async Task Applying_a_filter_without_a_script_keeps_the_rest_of_the_address()
    {
        var page = await site.OpenAsync("/certifications?q=chaudronnier&exact=true&sort=title&pageSize=5&level=4");
        var hidden = page.QuerySelectorAll("#filtres input[type=hidden]").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value"));
        Assert.Equal(new Dictionary<string, string?> { ["q"] = "chaudronnier", ["exact"] = "true", ["sort"] = "title", ["pageSize"] = "5" }, hidden);
    }

    [Fact]
    public async Task Nothing_found_shows_no_empty_filter_and_a_number_is_sent_to_its_register()
    {
        Assert.Null((await site.OpenAsync("/certifications?q=zzzzzz")).QuerySelector("#filtres"));
        var page = await site.OpenAsync("/certifications?q=rncp 77777");
        Assert.NotNull(page.QuerySelector("a[href='https://www.francecompetences.fr/recherche/rncp/77777/']"));
        Assert.DoesNotContain("rien trouvé", (await site.OpenAsync("/certifications?q=99001")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_page_offers_the_words_of_its_address_to_the_search()
    {
        var page = await site.OpenAsync("/certifications/soudeur-chaudronier");
        Assert.Equal("soudeur chaudronier", page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Contains("Erreur 404", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    [GeneratedRegex(@"\S [?!;:»%€](?=\s|$|\.)|« ", RegexOptions.CultureInvariant)]
    private static partial Regex Breakable();
}
