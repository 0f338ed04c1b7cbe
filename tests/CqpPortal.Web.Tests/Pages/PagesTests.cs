using System.Net;
using CqpPortal.TestSupport;
using Npgsql;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

public sealed class PagesTests(DemonstrationSite site, PostgresServer server) : IClassFixture<DemonstrationSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<HttpResponseMessage> GetAsync(string address) => site.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);

    [Theory]
    [InlineData("/")]
    [InlineData("/certifications")]
    [InlineData("/certifications?q=soudeuse")]
    [InlineData("/certifications?q=zzzzzz")]
    [InlineData("/certifications?q=soudeur&recognition=rncp&kind=cqpi")]
    [InlineData("/certifications/soudeur-chaudronnier-d-atelier")]
    [InlineData("/certifications/soudeur-chaudronnier-d-atelier?lire=evaluation")]
    [InlineData("/certifications/operateur-de-maintenance-de-premier-niveau")]
    [InlineData("/certifications/agent-de-traitement-de-surface")]
    [InlineData("/certifications/technicien-de-fabrication-additive")]
    [InlineData("/regles")]
    [InlineData("/regles?day=2017-03-01&from=2017-01-01&to=2026-11-24")]
    [InlineData("/regles?day=hier")]
    [InlineData("/parcours")]
    [InlineData("/parcours?code=RNCP99002&situation=job-seeker")]
    [InlineData("/parcours?code=zzzzzz")]
    [InlineData("/vae?code=RNCP99002&price=1500&balance=1200")]
    [InlineData("/vae?code=RNCP99002&price=cher")]
    [InlineData("/reconnu?code=DEMO-I&branch=chimie")]
    [InlineData("/reconnu?code=DEMO-I&branch=batiment")]
    [InlineData("/introuvable")]
    public async Task Every_page_is_a_complete_French_document(string address)
    {
        var page = await site.OpenAsync(address);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.NotEmpty(page.Title!);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(page.QuerySelectorAll("[aria-labelledby],[aria-describedby]"), element => Assert.All(
            (element.GetAttribute("aria-labelledby") ?? element.GetAttribute("aria-describedby"))!.Split(' '), id => Assert.Contains(id, ids)));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]),select"), field => Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
        Assert.Empty(page.QuerySelectorAll("[style],script:not([src])"));
    }

    [Theory]
    [InlineData("/certifications?q=RNCP99001")]
    [InlineData("/certifications?q=rncp%2099002")]
    [InlineData("/certifications?q=RNCP99001BC03")]
    [InlineData("/certifications?q=demo-b")]
    [InlineData("/certifications/RNCP99001")]
    [InlineData("/registres/RNCP99002")]
    public async Task A_code_leads_to_the_page_of_its_certification(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith("/certifications/soudeur-chaudronnier-d-atelier", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digits_of_both_registers_list_both()
    {
        var page = await site.OpenAsync("/certifications?q=99001");
        var links = page.QuerySelectorAll("#codes ~ ul a").Select(link => link.TextContent).ToList();
        Assert.Equal(2, links.Count);
        Assert.StartsWith("RNCP99001", links[0], StringComparison.Ordinal);
        Assert.StartsWith("RS99001", links[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soudeur-chaudronnier-d-atelier", "au niveau 4, jusqu’au 30 juin 2031")]
    [InlineData("intervenir-en-espace-confine", "répertoire spécifique jusqu’au 14 janvier 2027")]
    [InlineData("vendeur-conseil-negoce-de-materiaux", "sa branche seulement : Négoce des matériaux de construction")]
    [InlineData("conducteur-de-presse-a-injecter", "a pris fin le 31 décembre 2020")]
    [InlineData("toleur-formeur-en-aeronautique", "Supprimé par sa commission paritaire depuis le 1er mai 2025")]
    [InlineData("technicien-de-fabrication-additive", "n’a pas d’existence légale")]
    public async Task The_first_sentence_says_what_it_is_worth(string slug, string expected)
    {
        var page = await site.OpenAsync($"/certifications/{slug}");
        Assert.Contains(expected, page.QuerySelector(".verdict .said")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Démonstration", page.QuerySelector(".demo")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_frameworks_read_by_activity_by_skill_and_by_assessment()
    {
        async Task<List<string>> GroupsAsync(string reading) =>
            [.. (await site.OpenAsync($"/certifications/soudeur-chaudronnier-d-atelier?lire={reading}")).QuerySelectorAll("tr.group th").Select(group => group.TextContent)];
        Assert.Contains(await GroupsAsync("activite"), group => group.Contains("Activité 1. Préparer la fabrication", StringComparison.Ordinal));
        Assert.Contains(await GroupsAsync("competence"), group => group.Contains("BC01", StringComparison.Ordinal));
        Assert.Contains(await GroupsAsync("evaluation"), group => group.Contains("sans évaluation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nonsense_filters_are_left_aside_and_said()
    {
        var page = await site.OpenAsync("/certifications?kind=nonsense&level=99&page=-3");
        var said = page.QuerySelector("main")!.TextContent;
        Assert.Contains("kind=nonsense", said, StringComparison.Ordinal);
        Assert.Contains("page=-3", said, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".result"));
    }

    public static TheoryData<string> Hostile =>
    [
        "/certifications?q=%00", "/certifications?q=%ff%fe", "/certifications?q=%F0%9F%A4%96", "/certifications?q=" + new string('a', 5000),
        "/certifications?q='%20or%201=1--", "/certifications?q=%26%7C!()%3A*<->", "/certifications?q=<script>alert(1)</script>", "/certifications?page=99999999999999999999",
        "/certifications?q=%ED%A0%80", "/certifications?branch=%00&branch=x&level=%F0", "/certifications?q=a%20b%20c%20d%20e%20f%20g%20h%20i%20j%20k%20l%20m%20n%20o%20p",
        "/certifications?q=\\", "/certifications?q=-", "/certifications?q=de%20la", "/certifications?kind[]=1&q[x]=2", "/certifications/%00", "/certifications/%ff", "/registres/%00", "/registres/RNCP0",
        "/certifications?q=" + new string('b', 200_000), "/api/v1/certifications?q=" + new string('c', 200_000), "/certifications/" + new string('d', 100_000),
        "/api/v1/certifications?q=%00&pageSize=abc&page=0", "/api/v1/certifications?pageSize=1000000",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_addresses_are_never_an_error_of_the_server(string address)
    {
        using var answer = await GetAsync(address);
        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    public async Task A_method_that_no_page_answers_is_the_visitor_s_error_in_French(string method)
    {
        foreach (var address in new[] { "/", "/certifications", "/certifications/soudeur-chaudronnier-d-atelier" })
        {
            using var answer = await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), Stop);
            Assert.InRange((int)answer.StatusCode, 400, 499);
            Assert.Contains("<h1>Nous n’avons pas compris cette demande", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        }
        using var problem = await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/v1/certifications"), Stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, problem.StatusCode);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task What_the_pages_load_is_kept_by_the_browser()
    {
        var page = await site.OpenAsync("/");
        var files = page.QuerySelectorAll("link[rel=stylesheet],link[rel=preload],script[src]").Select(part => part.GetAttribute("href") ?? part.GetAttribute("src")!).ToList();
        Assert.InRange(files.Count, 3, 6);
        foreach (var file in files)
        {
            using var answer = await GetAsync(file);
            Assert.True(answer.Headers.CacheControl?.MaxAge >= TimeSpan.FromDays(30), file);
        }
    }

    [Fact]
    public async Task Every_answer_has_the_headers_that_protect_it()
    {
        using var answer = await GetAsync("/");
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_page_that_does_not_exist_says_so_in_French()
    {
        using var answer = await GetAsync("/introuvable");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Cette page n’existe pas, ou plus", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_database_is_down_pages_say_so_at_once_and_come_back_with_it()
    {
        await using var data = await server.CreateDatabaseAsync(demonstration: true);
        await using var down = new PortalSite(data.ConnectionString);
        using var client = down.CreatePlainClient();
        await ExecuteAsync(data, "allow_connections false");
        await ExecuteAsync(data, null);
        foreach (var (address, expected) in new[] { ("/certifications", 503), ("/api/v1/certifications", 503), ("/health/ready", 503), ("/health/live", 200) })
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), limit.Token);
            Assert.Equal((address, expected), (address, (int)answer.StatusCode));
            Assert.True(answer.Headers.Contains("Content-Security-Policy"), address);
            if (address == "/certifications") Assert.Contains("momentanément indisponible", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
            if (address.StartsWith("/api", StringComparison.Ordinal)) Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        }
        await ExecuteAsync(data, "allow_connections true");
        using var back = await client.GetAsync(new Uri("/certifications", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    /// <summary>Closes the door of a database and, without a setting, ends those who are inside.</summary>
    private static async Task ExecuteAsync(TestDatabase data, string? setting)
    {
        var name = new NpgsqlConnectionStringBuilder(data.ConnectionString).Database!;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(data.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync(Stop);
        var sql = setting is null ? $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'" : $"alter database {name} {setting}";
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
