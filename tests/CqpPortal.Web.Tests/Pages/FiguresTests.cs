using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CqpPortal.Database.Search;
using CqpPortal.Domain.Frameworks;
using CqpPortal.Web.Pages.Certifications;
using CqpPortal.Web.Pages.Chiffres;
using Xunit;

namespace CqpPortal.Web.Tests.Pages;

/// <summary>The page of figures: what it counts is what the search finds, and picture, table and file say the same.</summary>
public sealed partial class FiguresTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [Fact]
    public async Task Each_number_that_leads_to_a_search_is_what_the_search_finds()
    {
        var page = await site.OpenAsync("/chiffres");
        var lines = page.QuerySelectorAll(".bars li").Select(line => (Address: line.QuerySelector("a")?.GetAttribute("href"), Count: Number(line.QuerySelector("strong")!))).Where(line => line.Address is not null).ToList();
        Assert.True(lines.Count > 20);
        foreach (var (address, count) in lines)
        {
            var found = (await site.OpenAsync(address!)).GetElementById("compte")!;
            Assert.True(count == Number(found), $"{address}: {count}, but {found.TextContent}");
        }
        Assert.Equal(Number(page.QuerySelector("main p.fs-5")!.TextContent.Split(':')[1]), page.QuerySelectorAll("#reconnaissance ~ .bars strong").Sum(Number));
    }

    [Theory]
    [InlineData("reconnaissance")]
    [InlineData("niveaux")]
    [InlineData("vae")]
    [InlineData("fins")]
    [InlineData("branches")]
    [InlineData("cqpi")]
    public async Task Each_figure_has_a_table_and_a_file_that_say_the_same(string name)
    {
        var section = (await site.OpenAsync("/chiffres")).GetElementById(name)!.Closest("section")!;
        var table = section.QuerySelectorAll("details tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Replace("\u202f", "", StringComparison.Ordinal)))).ToList();
        Assert.NotEmpty(table);

        using var answer = await site.Client.GetAsync(new Uri(section.QuerySelector("a[download]")!.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Matches($"^cqp-{name}-20[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}\\.csv$", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        using var file = CsvHelper.CsvReader.Create(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var rows = new List<IReadOnlyList<string>>();
        while (file.Read()) rows.Add([.. Enumerable.Range(0, file.FieldCount).Select(place => Encoding.UTF8.GetString(file.GetSpan(place)))]);
        Assert.Equal(rows.Count, rows.Select(row => row[0]).Distinct().Count());
        Assert.Equal(table, rows.Select(row => string.Join('|', row.Skip(1))));
    }

    [Fact]
    public async Task What_is_no_figure_is_not_found()
    {
        using var answer = await site.Client.GetAsync(new Uri("/chiffres/nonsense.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_English_file_has_English_headings_and_the_same_codes()
    {
        var (french, english) = (await LinesAsync("/chiffres/reconnaissance.csv"), await LinesAsync("/en/chiffres/reconnaissance.csv"));
        Assert.Equal("code,Reconnaissance,Certifications", french[0].Trim('\ufeff', '\r'));
        Assert.StartsWith("rncp,Partout", french[1], StringComparison.Ordinal);
        Assert.StartsWith("rncp,Everywhere", english[1], StringComparison.Ordinal);
        Assert.Equal(french.Skip(1).Select(line => line.Split(',')[0]), english.Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task The_months_are_the_coming_24_from_that_of_the_day()
    {
        var page = await site.OpenAsync("/chiffres");
        var months = (await LinesAsync("/chiffres/fins.csv")).Skip(1).Select(line => DateOnly.ParseExact(line[..7], "yyyy-MM", CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(24, months.Count);
        Assert.Equal(Enumerable.Range(0, 24).Select(months[0].AddMonths), months);
        Assert.Contains(months[0].ToString("MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR")), page.QuerySelector("main p.fs-5")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_joins_the_branches_of_each_CQPI_both_in_the_picture_and_in_words()
    {
        var section = (await site.OpenAsync("/chiffres")).GetElementById("cqpi")!.Closest("section")!;
        var names = section.QuerySelectorAll(".map li a").Select(link => link.TextContent).ToList();
        var expected = section.QuerySelectorAll("details tbody td:last-child").Select(cell => cell.TextContent.Split(" ; ")).ToList();
        Assert.All(expected.SelectMany(branches => branches.Length > 1 ? branches : []), branch => Assert.Contains(branch, names));
        // What stands beside a name in the list is the branches it shares with.
        foreach (var line in section.QuerySelectorAll(".map li"))
        {
            var name = line.QuerySelector("a")!.TextContent;
            var shares = expected.Where(branches => branches.Contains(name)).SelectMany(branches => branches).Where(other => other != name).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(shares, Digits().Matches(line.QuerySelector(".soft")!.TextContent).Select(number => names[int.Parse(number.Value, null) - 1]).Order(StringComparer.Ordinal));
        }
        var pairs = expected.SelectMany(branches => branches.SelectMany((first, place) => branches.Skip(place + 1).Select(second => (first, second)))).Distinct().Count();
        Assert.Equal(pairs, section.QuerySelectorAll(".map svg line").Length);
    }

    [Fact]
    public void Three_branches_of_one_CQPI_are_joined_two_by_two_and_a_second_one_makes_their_line_wider()
    {
        BranchName a = new("0001", "A"), b = new("0002", "B"), c = new("0003", "C");
        var map = CqpiMap.Of([new SharedCertification("x", "X", [a, b, c]), new SharedCertification("y", "Y", [a, b])]);
        Assert.Equal([2, 1, 1], map.Links.Select(link => link.Shared));
        Assert.Equal([(1, "A", "2,3"), (2, "B", "1,3"), (3, "C", "1,2")], map.Branches.Select(branch => (branch.Number, branch.Branch.Name, string.Join(',', branch.Neighbours))));
        Assert.Equal(0, map.LeftOut);
    }

    [Fact]
    public void A_CQPI_of_which_one_branch_is_left_has_nothing_to_join() => Assert.Empty(CqpiMap.Of([new SharedCertification("x", "X", [new BranchName("0001", "A")])]).Branches);

    [Fact]
    public void More_branches_than_the_circle_holds_are_counted_and_no_line_leads_to_them()
    {
        var branches = Enumerable.Range(1, 40).Select(number => new BranchName($"{number:0000}", $"Branche {number:00}")).ToList();
        var map = CqpiMap.Of([.. branches.Skip(1).Select((branch, place) => new SharedCertification($"x{place}", "X", [branches[place], branch]))]);
        Assert.Equal((36, 4, 35), (map.Branches.Count, map.LeftOut, map.Links.Count));
        Assert.All(map.Branches, branch => Assert.All(branch.Neighbours, number => Assert.InRange(number, 1, 36)));
    }

    [Fact]
    public async Task The_three_frameworks_at_a_glance_mark_what_the_table_links()
    {
        const string address = "/certifications/soudeur-chaudronnier-d-atelier";
        var (matrix, byActivity) = ((await site.OpenAsync(address + "?lire=couverture")).QuerySelector("table.matrix")!, await site.OpenAsync(address + "?lire=activite"));
        var headings = matrix.QuerySelectorAll("thead th").Skip(1).Select(heading => heading.QuerySelector("[lang], .visually-hidden span")!.TextContent).ToList();
        var rows = matrix.QuerySelectorAll("tbody tr").ToList();
        Assert.Equal(7, rows.Count);
        foreach (var row in rows)
        {
            var title = row.QuerySelector("th span")!.TextContent;
            var marked = row.QuerySelectorAll("td").Index().Where(cell => cell.Item.QuerySelector("svg") is not null).Select(cell => headings[cell.Index]).ToList();
            var told = byActivity.QuerySelectorAll("#referentiels tbody").Where(group => group.QuerySelectorAll("th[scope=row] > span:first-child").Any(skill => skill.TextContent == title)).ToList();
            Assert.NotEmpty(told);
            Assert.All(told, group => Assert.Contains(marked, heading => group.QuerySelector("th")!.TextContent.Contains(heading, StringComparison.Ordinal)));
            var isGap = told[0].QuerySelectorAll("tr").First(line => line.TextContent.Contains(title, StringComparison.Ordinal)).ClassList.Contains("gap");
            Assert.Equal(isGap, row.ClassList.Contains("gap"));
            Assert.Equal(told.Count, row.QuerySelectorAll("td.activity svg").Length);
            Assert.Equal(isGap, row.QuerySelectorAll("td.assessment svg").Length == 0);
        }
    }

    [Fact]
    public void Activities_of_which_the_register_says_no_skill_are_no_columns()
    {
        var block = new SkillBlock(0, "RNCP1BC01", "Souder");
        block.Add(new Skill(0, "Souder à plat"));
        var frameworks = new FrameworkSet { Blocks = [block], Activities = [new Activity(0, "Souder")], Assessments = [] };
        Assert.False(CoverageMatrix.Of(frameworks).HasLinks);
        Assert.False(CoverageMatrix.Of(frameworks).IsGap(block.Skills[0]));
        block.Skills[0].Serves(frameworks.Activities[0]);
        Assert.Equal(["A1"], CoverageMatrix.Of(frameworks).Columns.Select(column => column.Short));
    }

    [Theory]
    [InlineData("/certifications/soudeur-chaudronnier-d-atelier", "Niveau 4 sur 8.")]
    [InlineData("/certifications/intervenir-en-espace-confine", null)]
    public async Task The_stairs_of_levels_stand_where_there_is_a_level(string address, string? words)
    {
        var ladder = (await site.OpenAsync(address)).QuerySelector(".ladder");
        if (words is null)
        {
            Assert.Null(ladder);
            return;
        }
        Assert.StartsWith(words, ladder!.QuerySelector("figcaption")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal([4], ladder.QuerySelectorAll("rect").Index().Where(step => step.Item.ClassList.Contains("f-rncp")).Select(step => step.Index + 1));
    }

    private async Task<string[]> LinesAsync(string address) =>
        (await site.Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static int Number(IElement element) => Number(element.TextContent);

    private static int Number(string text) => Digits().Match(text.Replace("\u202f", "", StringComparison.Ordinal)) is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
