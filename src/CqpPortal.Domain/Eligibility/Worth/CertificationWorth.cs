using CqpPortal.Domain.Recognition;

namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>Existence, recognition by branch and level on a day: table c.1 of the portal's rules.</summary>
public static class CertificationWorth
{
    private static readonly LevelIsThatOfTheFiche Level = new();

    private static readonly ICondition<WorthQuestion>[] Conditions =
    [
        new IsTransmitted("X1"), new IsTransmitted("X1b"), new RegistrationIsNeitherSuspendedNorWithdrawn(), new RegistrationHasTakenEffect(),
        new RncpCountsEverywhere(), new CountsInItsBranches(), Level, new NoLevelUnderTheRulesBefore2019(), new NoLevelInTheRs(), new LevelIsKeptByWhoBeganInTime(),
        new CertificationIsNotAbolished(),
    ];

    /// <summary>Answers for the day of the question, as was right on that day.</summary>
    public static WorthAnswer Answer(RuleBook rules, WorthQuestion question)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(question);
        var day = question.OnDay;
        var registration = question.Registration;
        var findings = EligibilityAnswer.Examine(rules, Conditions, question);
        var recognisedIn = question.IsHeldForGood ? RecognisedIn.Everywhere : RecognisedOn(day);
        return new WorthAnswer
        {
            Exists = day.Status switch
            {
                RecognitionStatus.NotTransmitted or RecognitionStatus.Abolished => false,
                RecognitionStatus.Expired when !day.CountsInBranches => null,
                _ => true,
            },
            RecognisedIn = recognisedIn,
            BranchRecognised = IsRecognisedIn(question, recognisedIn),
            Level = findings.Exists(finding => finding.Rule.Series == Level.Series && finding.Outcome == FindingOutcome.Met) ? registration!.Level : null,
            Findings = findings,
        };
    }

    private static RecognisedIn RecognisedOn(RecognitionOnDay day) => day switch
    {
        { IsRegistered: true } => RecognisedIn.Everywhere,
        { CountsInBranches: true } or { Status: RecognitionStatus.Branch } => RecognisedIn.Branches,
        _ => RecognisedIn.Nowhere,
    };

    private static bool? IsRecognisedIn(WorthQuestion question, RecognisedIn recognisedIn)
    {
        if (question.Branch is not { } branch) return null;
        var owners = question.Certification.Branches.Where(owner => owner.OwnsOn(question.Day)).ToList();
        return recognisedIn switch
        {
            RecognisedIn.Everywhere => true,
            RecognisedIn.Nowhere => false,
            _ => owners.Count == 0 ? null : owners.Exists(owner => owner.Branch == branch),
        };
    }
}
