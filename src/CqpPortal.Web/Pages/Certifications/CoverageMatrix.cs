using CqpPortal.Domain.Frameworks;

namespace CqpPortal.Web.Pages.Certifications;

/// <summary>The three frameworks at a glance: a row for each skill, a column for each activity it may serve and each assessment that may check it.</summary>
/// <param name="Activities">Empty where no skill is linked to any: the register often names activities and says no more.</param>
/// <param name="Assessments">Empty where no skill is linked to any.</param>
public sealed record CoverageMatrix(IReadOnlyList<Activity> Activities, IReadOnlyList<Assessment> Assessments, IReadOnlyList<Skill> Skills)
{
    public static CoverageMatrix Of(FrameworkSet frameworks)
    {
        ArgumentNullException.ThrowIfNull(frameworks);
        var skills = frameworks.Blocks.SelectMany(block => block.Skills).ToList();
        return new CoverageMatrix(
            skills.Exists(skill => skill.Activities.Count > 0) ? frameworks.Activities : [],
            skills.Exists(skill => skill.Assessments.Count > 0) ? frameworks.Assessments : [],
            skills);
    }

    /// <summary>Whether there is a link to look at.</summary>
    public bool HasLinks => Activities.Count + Assessments.Count > 0;

    /// <summary>Each column with its short name, its full name and what it links.</summary>
    public IEnumerable<(string Short, string Title, Func<Skill, bool> Covers)> Columns =>
    [
        .. Activities.Select((activity, place) => ($"A{place + 1}", activity.Title, (Func<Skill, bool>)(skill => skill.Activities.Contains(activity)))),
        .. Assessments.Select((assessment, place) => ($"E{place + 1}", assessment.Title, (Func<Skill, bool>)(skill => skill.Assessments.Contains(assessment)))),
    ];

    public bool IsGap(Skill skill)
    {
        ArgumentNullException.ThrowIfNull(skill);
        return Assessments.Count > 0 && skill.Assessments.Count == 0;
    }
}
