using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Editing;

namespace CqpPortal.Domain.Tests.Editing;

internal static class SampleText
{
    /// <summary>Two activities, two blocks, three skills, two tests, all linked.</summary>
    public static EntryText Framed() => new()
    {
        Kind = CertificationKind.Cqp,
        Title = "Soudeur, soudeuse",
        Owners = [new OwnerRow("3248", "cpne-a")],
        Purpose = "Assembler des pièces.",
        TargetJobs = "Soudeur\nSoudeuse",
        Activities = [new ActivityRow("a1", "Préparer"), new ActivityRow("a2", "Assembler")],
        Blocks = [new BlockRow("b1", "BC01", "Préparation"), new BlockRow("b2", "BC02", "Assemblage")],
        Assessments = [new AssessmentRow("e1", "Épreuve écrite") { Criteria = "Exactitude" }, new AssessmentRow("e2", "Mise en situation")],
        Skills =
        [
            new SkillRow("k1", "Lire un plan") { Block = "b1", Activities = ["a1"], Assessments = ["e1"] },
            new SkillRow("k2", "Souder") { Block = "b2", Activities = ["a2"], Assessments = ["e2"] },
            new SkillRow("k3", "Travailler en sécurité") { Block = "b2", Activities = ["a1", "a2"], Assessments = ["e2"], IsTransversal = true },
        ],
        Routes = [new RouteRow(AccessRouteCode.ContinuingTraining, true, "Deux professionnels"), new RouteRow(AccessRouteCode.PriorExperience, false)],
        Rome = "H2913",
    };
}
