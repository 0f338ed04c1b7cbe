using CqpPortal.Domain.Frameworks;

namespace CqpPortal.Domain.Editing;

/// <summary>What a text still lacks: gaps between its frameworks, and fields that nobody has written.</summary>
public static class EntryChecks
{
    /// <summary>Every row that is not covered; the editor shows them at once, and none may be left when the text is published.</summary>
    public static IReadOnlyList<EntryGap> Gaps(EntryText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var served = text.Skills.SelectMany(skill => skill.Activities).ToHashSet();
        var filled = text.Skills.Select(skill => skill.Block).ToHashSet();
        return
        [
            .. text.Activities.Index().Where(row => !served.Contains(row.Item.Id))
                .Select(row => new EntryGap(FrameworkGapKind.ActivityWithoutSkill, $"activity/{row.Item.Id}", row.Index + 1, row.Item.Title)),
            .. text.Skills.Index().Where(row => row.Item.Activities.Count == 0)
                .Select(row => new EntryGap(FrameworkGapKind.SkillWithoutActivity, $"skill/{row.Item.Id}", row.Index + 1, row.Item.Title)),
            .. text.Skills.Index().Where(row => row.Item.Assessments.Count == 0)
                .Select(row => new EntryGap(FrameworkGapKind.SkillWithoutAssessment, $"skill/{row.Item.Id}", row.Index + 1, row.Item.Title)),
            .. text.Blocks.Index().Where(row => !filled.Contains(row.Item.Id))
                .Select(row => new EntryGap(FrameworkGapKind.BlockWithoutSkill, $"block/{row.Item.Id}", row.Index + 1, row.Item.Title)),
            .. text.Skills.Any(skill => skill.IsTransversal) ? Array.Empty<EntryGap>() : [new EntryGap(FrameworkGapKind.NoTransversalSkill, "", 0, "")],
        ];
    }

    /// <summary>The fields that a complete entry says, each with whether this one does.</summary>
    public static IReadOnlyList<(string Path, bool IsWritten)> Completeness(EntryText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
        [
            ("title", text.Title.Length > 0), ("owner", text.Owners.Count > 0), ("purpose", text.Purpose.Length > 0), ("sectors", text.Sectors.Length > 0),
            ("target-jobs", text.TargetJobs.Length > 0), ("work-situations", text.WorkSituations.Length > 0),
            ("entry-prerequisites", text.EntryPrerequisites.Length > 0), ("validation-prerequisites", text.ValidationPrerequisites.Length > 0),
            ("partial-validation", text.PartialValidation.Length > 0), ("information-page", text.InformationPage.Length > 0),
            ("rome", text.Rome.Length > 0), ("nsf", text.Nsf.Length > 0), ("formacodes", text.Formacodes.Length > 0), ("route", text.Routes.Count > 0),
            ("activity", text.Activities.Count > 0), ("skill", text.Skills.Count > 0), ("block", text.Blocks.Count > 0), ("assessment", text.Assessments.Count > 0),
            .. text.Routes.Where(route => route.IsOpen).Select(route => ($"route/{route.Code}/jury", route.Jury.Length > 0)),
            .. text.Assessments.Select(row => ($"assessment/{row.Id}/criteria", row.Criteria.Length > 0)),
            .. text.Skills.Select(row => ($"skill/{row.Id}/assessments", row.Assessments.Count > 0)),
        ];
    }
}
