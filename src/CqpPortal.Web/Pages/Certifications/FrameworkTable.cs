using CqpPortal.Domain.Frameworks;
using Microsoft.AspNetCore.Html;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>The three frameworks as one table, read by activity, by skill or by assessment.</summary>
/// <param name="Columns">What stands beside each skill: what the rows are not grouped by.</param>
public sealed record FrameworkTable(FrameworkReading Reading, IReadOnlyList<FrameworkReading> Columns, IReadOnlyList<FrameworkGroup> Groups)
{
    public static FrameworkTable Of(FrameworkSet frameworks, FrameworkReading reading)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        var rows = frameworks.Blocks.SelectMany(block => block.Skills.Select(skill => new FrameworkRow(skill, block))).ToList();
        // What has no blocks (RS) has no column of blocks either.
        var hasBlocks = frameworks.Blocks.Any(block => block.Code is not null);
        IEnumerable<FrameworkReading> columns = [FrameworkReading.Skill, FrameworkReading.Activity, FrameworkReading.Assessment];
        return new FrameworkTable(reading, [.. columns.Where(column => column != reading && (column != FrameworkReading.Skill || hasBlocks))], reading switch
        {
            FrameworkReading.Activity =>
            [
                .. frameworks.Activities.Select((activity, index) => new FrameworkGroup(
                    SayHtml($"Activité {index + 1}. {French(activity.Title)}"), activity.Description is { Length: > 0 } description ? French(description) : null, [.. rows.Where(row => row.Skill.Activities.Contains(activity))])),
                .. Rest(SayHtml($"Compétences sans activité décrite"), rows.Where(row => row.Skill.Activities.Count == 0)),
            ],
            FrameworkReading.Assessment =>
            [
                .. frameworks.Assessments.Select(assessment => new FrameworkGroup(
                    French(assessment.Title), Describe(assessment), [.. rows.Where(row => row.Skill.Assessments.Contains(assessment))])),
                .. Rest(SayHtml($"Compétences sans évaluation décrite"), rows.Where(row => row.Skill.Assessments.Count == 0)),
            ],
            _ => [.. frameworks.Blocks.Select(block => new FrameworkGroup(
                block.Title is null ? SayHtml($"Compétences") : French($"{block.Code} {block.Title}".Trim()), null, [.. rows.Where(row => row.Block == block)]))],
        });
    }

    public static string Heading(FrameworkReading column) => column switch
    {
        FrameworkReading.Skill => Say("Bloc"),
        FrameworkReading.Activity => Say("Activité"),
        _ => Say("Évaluation"),
    };

    /// <summary>What a skill is linked to in a column, a line each, with what must be reached.</summary>
    public static IEnumerable<(IHtmlContent Title, IHtmlContent? Detail)> Cell(FrameworkReading column, FrameworkRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        (IHtmlContent, IHtmlContent?)[] lines = column switch
        {
            FrameworkReading.Skill => row.Block.Code is { } code ? [(French(code), null)] : [],
            FrameworkReading.Activity => [.. row.Skill.Activities.Select(activity => (French(activity.Title), (IHtmlContent?)null))],
            _ => [.. row.Skill.Assessments.Select(assessment => (French(assessment.Title), Threshold(assessment)))],
        };
        return lines.Length == 0 ? [(SayHtml($"Non décrit"), null)] : lines;
    }

    /// <summary>Method, criteria and mark to reach; null where nothing is described.</summary>
    public static IHtmlContent? Describe(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var parts = new[]
        {
            assessment.Method is null ? null : French(assessment.Method),
            assessment.Criteria.Count == 0 ? null : SayHtml($"Critères : {French(string.Join(" ; ", assessment.Criteria))}."),
            Threshold(assessment),
        }.OfType<IHtmlContent>().ToList();
        if (parts.Count == 0) return null;
        var told = new HtmlContentBuilder();
        foreach (var (place, part) in parts.Index()) told.Append(place == 0 ? "" : " ").AppendHtml(part);
        return told;
    }

    private static IHtmlContent? Threshold(Assessment assessment) => assessment.Threshold is null ? null : SayHtml($"À atteindre : {French(assessment.Threshold.TrimEnd('.'))}.");

    private static IEnumerable<FrameworkGroup> Rest(IHtmlContent title, IEnumerable<FrameworkRow> rows)
    {
        var rest = rows.ToList();
        return rest.Count == 0 ? [] : [new FrameworkGroup(title, null, rest)];
    }
}

public enum FrameworkReading
{
    Activity,
    Skill,
    Assessment,
}

public sealed record FrameworkGroup(IHtmlContent Title, IHtmlContent? Description, IReadOnlyList<FrameworkRow> Rows);

public sealed record FrameworkRow(Skill Skill, SkillBlock Block);
