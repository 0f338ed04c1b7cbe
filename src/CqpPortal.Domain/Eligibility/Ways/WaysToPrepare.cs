using CqpPortal.Domain.Eligibility.Cpf;
using CqpPortal.Domain.Eligibility.Vae;

namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>Every way to prepare a certification, by audience: table c.6 of the portal's rules.</summary>
public static class WaysToPrepare
{
    private static readonly CertificationIsAlive Alive = new();
    private static readonly CertificationIsNotAbolished NotAbolished = new();

    private static readonly Dictionary<Way, ICondition<WaysQuestion>[]> Conditions = new()
    {
        [Way.Plan] = [new AudienceIsMeant("c.6-plan"), Alive, NotAbolished],
        [Way.ContratPro] = [new HiredPersonIsMeant(), new FicheOpensTheContract(), Alive, NotAbolished],
        [Way.Apprentissage] = [new AudienceIsMeant("c.6-apprentissage")],
        [Way.ProA] = [new AudienceIsMeant("c.6-pro-a"), new CertificationIsOnTheListOfTheBranch()],
        [Way.Reconversion] = [new AudienceIsMeant("c.6-reconversion"), Alive, NotAbolished],
        [Way.Ptp] = [new AudienceIsMeant("c.6-ptp"), new CertificationCoversAJob(), new SeniorityIsLongEnough(), new ProjectChangesTheJob(), NotAbolished],
        [Way.Poe] = [new AudienceIsMeant("c.6-poe"), Alive, NotAbolished],
        [Way.Aif] = [new AudienceIsMeant("c.6-aif"), Alive, new AdviserDecides(), NotAbolished],
    };

    /// <returns>Each way once, in the order of <see cref="Way"/>.</returns>
    public static IReadOnlyList<WayAnswer> Answer(RuleBook rules, WaysQuestion question)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(question);
        return [.. Enum.GetValues<Way>().Select(way => new WayAnswer(way, Answer(way, rules, question)))];
    }

    private static EligibilityAnswer Answer(Way way, RuleBook rules, WaysQuestion question) => way switch
    {
        Way.Cpf => CpfEligibility.Answer(rules, new CpfQuestion
        {
            Certification = question.Certification,
            OrderedOn = question.Day,
            StartsOn = question.Day,
            Situation = question.Situation,
        }),
        Way.Vae => VaeEligibility.Answer(rules, new VaeQuestion { Certification = question.Certification, AppliesOn = question.Day, Day = question.Day }),
        _ => Conclude(EligibilityAnswer.Examine(rules, Conditions[way], question), rules, question),
    };

    private static EligibilityAnswer Conclude(List<Finding> findings, RuleBook rules, WaysQuestion question) => new()
    {
        Verdict = EligibilityAnswer.VerdictOf(findings),
        Findings = [.. findings.Select(finding => WithDay(finding, rules, question))],
        Registration = question.Certification.RegistrationOn(question.Day),
    };

    /// <summary>A way that is closed to a situation today may be opened to it by a later row.</summary>
    private static Finding WithDay(Finding finding, RuleBook rules, WaysQuestion question) =>
        finding is { Outcome: FindingOutcome.NotMet, MetFrom: null }
            ? finding with { MetFrom = rules.After(finding.Rule, later => later.Parameters.Situations.Contains(question.Situation))?.Period.From }
            : finding;
}
