using CqpPortal.Domain.Frameworks;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>The three frameworks as one table, read by activity, by skill or by assessment.</summary>
/// <param name="Columns">What stands beside each skill: what the rows are not grouped by.</param>
public sealed record FrameworkTable(FrameworkReading Reading, IReadOnlyList<FrameworkReading> Columns, IReadOnlyList<FrameworkGroup> Groups)
{
    /// <summary>What stands where a skill is linked to nothing.</summary>
    public static string NotDescribed => Say("Non décrit");

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
                    Say($"Activité {index + 1}. {activity.Title}"), activity.Description, [.. rows.Where(row => row.Skill.Activities.Contains(activity))])),
                .. Rest(Say("Compétences sans activité décrite"), rows.Where(row => row.Skill.Activities.Count == 0)),
            ],
            FrameworkReading.Assessment =>
            [
                .. frameworks.Assessments.Select(assessment => new FrameworkGroup(
                    assessment.Title, Describe(assessment), [.. rows.Where(row => row.Skill.Assessments.Contains(assessment))])),
                .. Rest(Say("Compétences sans évaluation décrite"), rows.Where(row => row.Skill.Assessments.Count == 0)),
            ],
            _ => [.. frameworks.Blocks.Select(block => new FrameworkGroup(
                block.Title is null ? Say("Compétences") : $"{block.Code} {block.Title}".Trim(), null, [.. rows.Where(row => row.Block == block)]))],
        });
    }

    public static string Heading(FrameworkReading column) => column switch
    {
        FrameworkReading.Skill => Say("Bloc"),
        FrameworkReading.Activity => Say("Activité"),
        _ => Say("Évaluation"),
    };

    /// <summary>What a skill is linked to in a column, a line each, with what must be reached.</summary>
    public static IEnumerable<(string Title, string? Detail)> Cell(FrameworkReading column, FrameworkRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        (string, string?)[] lines = column switch
        {
            FrameworkReading.Skill => row.Block.Code is { } code ? [(code, null)] : [],
            FrameworkReading.Activity => [.. row.Skill.Activities.Select(activity => (activity.Title, (string?)null))],
            _ => [.. row.Skill.Assessments.Select(assessment => (assessment.Title, Threshold(assessment)))],
        };
        return lines.Length == 0 ? [(NotDescribed, null)] : lines;
    }

    /// <summary>Method, criteria and mark to reach; null where nothing is described.</summary>
    public static string? Describe(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        string?[] parts = [assessment.Method, assessment.Criteria.Count == 0 ? null : Say($"Critères : {string.Join(" ; ", assessment.Criteria)}."), Threshold(assessment)];
        var told = string.Join(' ', parts.Where(part => part is not null));
        return told.Length == 0 ? null : told;
    }

    private static string? Threshold(Assessment assessment) => assessment.Threshold is null ? null : Say($"À atteindre : {assessment.Threshold.TrimEnd('.')}.");

    private static IEnumerable<FrameworkGroup> Rest(string title, IEnumerable<FrameworkRow> rows)
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

public sealed record FrameworkGroup(string Title, string? Description, IReadOnlyList<FrameworkRow> Rows);

public sealed record FrameworkRow(Skill Skill, SkillBlock Block);
