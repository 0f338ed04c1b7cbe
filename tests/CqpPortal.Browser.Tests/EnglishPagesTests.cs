using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using Xunit;

namespace CqpPortal.Browser.Tests;

/// <summary>Under <c>/en</c> nothing is French but what is marked so.</summary>
public sealed partial class EnglishPagesTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    /// <summary>Names that stay French in English.</summary>
    private static readonly string[] Names =
    [
        "France compétences", "Mon Compte Formation", "Caisse des dépôts", "Licence Ouverte", "Journal officiel", "Transitions Pro", "Avenir Actifs", "Mission locale", "Cap emploi", "Contrat de professionnalisation",
        "architecte accompagnateur de parcours", "Français", "métallurgie", "soudeuse, agent de sécurité", "soudeuse, vente de fromage, hôtellerie, sécurité", "zzzzzz", "“soudeur”, “cuisine”, “sécurité”", "certificat de qualification professionnelle", "baccalauréat", "CléA", "Négoce des matériaux de construction", "Transformation des volailles", "Commission paritaire nationale de l’emploi de la",
    ];

    public static TheoryData<string> Pages { get; } = [.. PortalPages.InBothLanguages.Select(page => page.Data).Where(page => page.StartsWith("/en", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_English_page_says_nothing_in_French_that_it_does_not_mark(string address)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(site.At(address)), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var page = await BrowsingContext.New().OpenAsync(response => response.Content(text), TestContext.Current.CancellationToken);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        // A name marked as French where it stands may stand in a title or a sentence as well.
        var marked = page.QuerySelectorAll("[lang=fr]").Select(part => part.TextContent.Trim()).Where(name => name.Length > 0);
        string[] names = [.. Names, .. marked.OrderByDescending(name => name.Length)];
        foreach (var part in page.QuerySelectorAll("[lang=fr], input, textarea, code, script")) part.Remove();
        var said = page.Descendants<IText>().Select(part => part.Data)
            .Concat(page.QuerySelectorAll("[aria-label], [title], [data-label]").SelectMany(part => new[] { part.GetAttribute("aria-label"), part.GetAttribute("title"), part.GetAttribute("data-label") }).OfType<string>())
            .Append(page.QuerySelector("meta[name=description]")?.GetAttribute("content") ?? "").Select(words => names.Aggregate(words, (left, name) => left.Replace(name, "", StringComparison.OrdinalIgnoreCase)));
        var french = said.Where(words => French().IsMatch(words)).Select(words => words.Trim()).Distinct().ToList();
        Assert.True(french.Count == 0, $"{address}\n{string.Join("\n", french)}");
        // What leads on stays in English; files and other sites have no language.
        var links = page.QuerySelectorAll("main a[href^='/'], header nav a[href^='/'], footer a[href^='/'], main form[action^='/']").Select(link => link.GetAttribute("href") ?? link.GetAttribute("action")!);
        Assert.All(links, link => Assert.Matches("^/en($|[/?#])", link));
    }

    [GeneratedRegex(@"\b(le|la|les|des|du|une|est|sont|pour|avec|dans|sur|vous|votre|vos|nous|aux|cette|qui|que|et|au|ou|ne|pas)\b|[éèêàçœ]\w|\w[éèàç]\b", RegexOptions.IgnoreCase)]
    private static partial Regex French();
}
