using AngleSharp.Dom;
using Xunit;

namespace CqpPortal.Web.Tests.Orientation;

/// <summary>What somebody can do, in their own words, against the skills of the demonstration.</summary>
public sealed class SkillMatchTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private const string Path = "/mon-projet/ce-que-je-sais-faire?tache=";

    [Fact]
    public async Task Tasks_find_the_certification_whose_skills_they_name_with_those_skills_and_the_share()
    {
        var page = await AskAsync("Je lis un plan de fabrication\nje soude à plat en MAG\nmesurer une pièce");
        var first = page.QuerySelector("li.result")!;
        Assert.Contains("soudeur-chaudronnier-d-atelier", first.QuerySelector("h3 a")!.GetAttribute("href"), StringComparison.Ordinal);
        var skills = first.QuerySelectorAll("ul > li").Select(Plain).ToList();
        Assert.Contains(skills, skill => skill.StartsWith("Lire un plan de fabrication", StringComparison.Ordinal) && skill.EndsWith("Vous avez écrit : Je lis un plan de fabrication", StringComparison.Ordinal));
        Assert.Contains(skills, skill => skill.StartsWith("Souder à plat", StringComparison.Ordinal));
        var total = (await site.OpenAsync("/certifications/soudeur-chaudronnier-d-atelier")).QuerySelectorAll("#referentiels tbody th[scope=row]").Length;
        Assert.Equal($"{skills.Count} compétences sur {total}, {100.0 * skills.Count / total:0} %", Plain(first.QuerySelector("strong")!));
        Assert.Contains("Estimation d’après les textes", Plain(page.QuerySelector("[aria-labelledby=trouves]")!), StringComparison.Ordinal);
        Assert.Contains("/vae?code=soudeur-chaudronnier-d-atelier", first.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("zzzz yyyy")]
    [InlineData("et le la les")]
    [InlineData("' | & ! ( ) : * \\ <-> 'a''b'")]
    public async Task Words_that_lead_nowhere_or_would_be_a_query_say_what_to_do(string task)
    {
        var page = await AskAsync(task);
        Assert.Contains("Rien ne ressemble à ces tâches", Plain(page.QuerySelector("#trouves")!), StringComparison.Ordinal);
        Assert.Equal(task, page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task Too_many_lines_and_one_too_long_are_kept_and_said()
    {
        foreach (var (typed, message) in new[] { (string.Join('\n', Enumerable.Range(0, 11).Select(line => $"tâche {line}")), "Gardez 10 lignes au plus"), (new string('x', 201), "Raccourcissez cette ligne") })
        {
            using var answer = await site.Client.GetAsync(new Uri(Path + Uri.EscapeDataString(typed), UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(400, (int)answer.StatusCode);
            var page = await AskAsync(typed);
            Assert.Contains(message, Plain(page.QuerySelector("[role=alert]")!), StringComparison.Ordinal);
            Assert.Equal(typed, page.QuerySelector("textarea")!.TextContent.Trim());
        }
    }

    private Task<IDocument> AskAsync(string tasks) => site.OpenAsync(Path + Uri.EscapeDataString(tasks));

    private static string Plain(INode part) => string.Join(' ', part.TextContent.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
