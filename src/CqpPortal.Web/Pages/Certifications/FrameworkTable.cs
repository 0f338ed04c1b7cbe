using CqpPortal.Domain.Frameworks;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>The three frameworks as one table, read by activity, by skill or by assessment.</summary>
public sealed record FrameworkTable(FrameworkReading Reading, IReadOnlyList<FrameworkGroup> Groups)
{
    private const string NotDescribed = "Non décrit";

    public static FrameworkTable Of(FrameworkSet frameworks, FrameworkReading reading)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        var rows = frameworks.Blocks.SelectMany(block => block.Skills.Select(skill => new FrameworkRow(skill, block))).ToList();
        return new FrameworkTable(reading, reading switch
        {
            FrameworkReading.Activity =>
            [
                .. frameworks.Activities.Select((activity, index) => new FrameworkGroup(
                    $"Activité {index + 1}. {activity.Title}", activity.Description, [.. rows.Where(row => row.Skill.Activities.Contains(activity))])),
                .. Rest("Compétences sans activité décrite", rows.Where(row => row.Skill.Activities.Count == 0)),
            ],
            FrameworkReading.Assessment =>
            [
                .. frameworks.Assessments.Select(assessment => new FrameworkGroup(
                    assessment.Title, Describe(assessment), [.. rows.Where(row => row.Skill.Assessments.Contains(assessment))])),
                .. Rest("Compétences sans évaluation décrite", rows.Where(row => row.Skill.Assessments.Count == 0)),
            ],
            _ => [.. frameworks.Blocks.Select(block => new FrameworkGroup(
                block.Title is null ? "Compétences" : $"{block.Code} {block.Title}".Trim(), null, [.. rows.Where(row => row.Block == block)]))],
        });
    }

    /// <summary>Titles of what a row is linked to, or that nothing is described.</summary>
    public static string Titles(IEnumerable<string> titles)
    {
        var all = string.Join(" ; ", titles);
        return all.Length == 0 ? NotDescribed : all;
    }

    private static string? Describe(Assessment assessment)
    {
        var parts = new[]
        {
            assessment.Method,
            assessment.Criteria.Count == 0 ? null : "Critères : " + string.Join(" ; ", assessment.Criteria) + ".",
            assessment.Threshold is null ? null : "À atteindre : " + assessment.Threshold + ".",
        };
        return string.Join(' ', parts.Where(part => part is not null));
    }

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
