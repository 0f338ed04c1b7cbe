namespace CqpPortal.Domain.Frameworks;

public enum FrameworkGapKind
{
    SkillWithoutAssessment,
    SkillWithoutActivity,
    ActivityWithoutSkill,
    BlockWithoutSkill,
    NoTransversalSkill,
}
