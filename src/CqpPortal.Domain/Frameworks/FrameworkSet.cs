namespace CqpPortal.Domain.Frameworks;

/// <summary>The three frameworks of a certification, linked: activities, skills in their blocks, assessment (L. 6113-1).</summary>
public sealed record FrameworkSet
{
    /// <summary>Where, with whom and how autonomously the trade is practised.</summary>
    public string? WorkSituations { get; init; }

    /// <summary>Jobs aimed at, in masculine and feminine forms.</summary>
    public IReadOnlyList<string> TargetJobs { get; init; } = [];

    public IReadOnlyList<Activity> Activities { get; init; } = [];

    public IReadOnlyList<SkillBlock> Blocks { get; init; } = [];

    public IReadOnlyList<Assessment> Assessments { get; init; } = [];

    /// <exception cref="ArgumentException">A skill is linked to an activity or a test of another set, or stands in two blocks.</exception>
    internal void GuardLinks()
    {
        var skills = Blocks.SelectMany(block => block.Skills).ToList();
        if (skills.Exists(skill => !skill.Activities.All(Activities.Contains) || !skill.Assessments.All(Assessments.Contains)))
            throw new ArgumentException("A skill serves activities and is assessed by tests of its own certification.");
        if (skills.Distinct().Count() < skills.Count) throw new ArgumentException("A skill stands in one block, once.");
    }

    /// <summary>What is not covered. Links to activities are only looked for where at least one is known: registers give none.</summary>
    public IReadOnlyList<FrameworkGap> Gaps()
    {
        var skills = Blocks.SelectMany(block => block.Skills).ToList();
        var linksToActivities = skills.Exists(skill => skill.Activities.Count > 0);
        var linksToAssessments = skills.Exists(skill => skill.Assessments.Count > 0);
        var served = skills.SelectMany(skill => skill.Activities).ToHashSet();
        return
        [
            .. Blocks.Where(block => block.Skills.Count == 0).Select(block => new FrameworkGap(FrameworkGapKind.BlockWithoutSkill, block.Title ?? block.Code ?? "")),
            .. skills.Where(skill => linksToAssessments && skill.Assessments.Count == 0).Select(skill => new FrameworkGap(FrameworkGapKind.SkillWithoutAssessment, skill.Title)),
            .. skills.Where(skill => linksToActivities && skill.Activities.Count == 0).Select(skill => new FrameworkGap(FrameworkGapKind.SkillWithoutActivity, skill.Title)),
            .. Activities.Where(activity => linksToActivities && !served.Contains(activity)).Select(activity => new FrameworkGap(FrameworkGapKind.ActivityWithoutSkill, activity.Title)),
            .. linksToActivities && !skills.Exists(skill => skill.IsTransversal) ? [new FrameworkGap(FrameworkGapKind.NoTransversalSkill, "")] : Array.Empty<FrameworkGap>(),
        ];
    }
}
