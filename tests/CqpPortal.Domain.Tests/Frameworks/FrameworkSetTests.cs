using CqpPortal.Domain.Frameworks;
using Xunit;

namespace CqpPortal.Domain.Tests.Frameworks;

public sealed class FrameworkSetTests
{
    [Fact]
    public void Finds_what_is_not_covered()
    {
        var covered = new Activity(0, "Préparer");
        var idle = new Activity(1, "Contrôler");
        var test = new Assessment(0, "Épreuve");
        var assessed = new Skill(0, "Tracer") { IsTransversal = true };
        assessed.Serves(covered);
        assessed.IsAssessedBy(test);
        var gap = new Skill(1, "Réemployer");
        gap.Serves(covered);
        var block = new SkillBlock(0, "BC01", "Bloc");
        block.Add(assessed);
        block.Add(gap);

        var gaps = new FrameworkSet { Activities = [covered, idle], Blocks = [block, new SkillBlock(1, "BC02", "Vide")], Assessments = [test] }.Gaps();

        Assert.Equal(
            [
                new FrameworkGap(FrameworkGapKind.BlockWithoutSkill, "Vide"),
                new FrameworkGap(FrameworkGapKind.SkillWithoutAssessment, "Réemployer"),
                new FrameworkGap(FrameworkGapKind.ActivityWithoutSkill, "Contrôler"),
            ], gaps);
    }

    [Fact]
    public void Does_not_call_a_gap_what_a_register_never_tells()
    {
        var block = new SkillBlock(0, "RNCP1BC01", "Bloc");
        block.Add(new Skill(0, "Souder"));
        Assert.Empty(new FrameworkSet { Activities = [new Activity(0, "Souder")], Blocks = [block] }.Gaps());
    }
}
