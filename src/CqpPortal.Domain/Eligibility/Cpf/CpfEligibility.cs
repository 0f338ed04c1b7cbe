using CqpPortal.Domain.Eligibility.Payment;

namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>Who may use the CPF for a certification, and what they pay: tables c.3 and c.4 of the portal's rules.</summary>
public static class CpfEligibility
{
    private static readonly ICondition<CpfQuestion>[] Conditions =
    [
        new CleaNeedsNoList(), new CertificationStandsOnAList(), new JobSeekersListsAreOthers(),
        new CertificationIsRegistered(), new TrainingLeadsToTheRncp(), new TrainingLeadsToTheRs(),
        new RegistrationIsNeitherSuspendedNorWithdrawn(), new RegistrationHasTakenEffect(), new RegistrationIsActiveAtOrderAndStart(), new CertificationIsNotAbolished(), new ListsOf2018NoLongerCount(),
        new TrainingBegunInTimeGoesOn(), new LevelIsKeptByWhoBeganInTime(),
        new HoldersAccountIsOpen(), new ProviderMayTrainForTheFiche(), new ProviderIsOnMonCompteFormation(), new OfferDeclaresItsBlocks(),
        new HolderDoesNotHoldItYet(), new HolderSitsTheExamination(),
    ];

    /// <summary>Nothing of what is above holds for them: other money, another way to ask.</summary>
    private static readonly ICondition<CpfQuestion>[] OfPublicAgents = [new PublicAgentsAskTheirEmployer()];

    /// <summary>Answers for the days of the question, as was right on those days.</summary>
    /// <exception cref="ArgumentException">The entry precedes the order.</exception>
    public static EligibilityAnswer Answer(RuleBook rules, CpfQuestion question)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(question);
        if (question.StartsOn < question.OrderedOn) throw new ArgumentException("Nobody enters a training before it is ordered.", nameof(question));
        var registration = question.Certification.RegistrationOn(question.OrderedOn);
        question = question with { Registration = registration };
        var isPublic = question.Situation == Situation.PublicAgent;
        var findings = EligibilityAnswer.Examine(rules, isPublic ? OfPublicAgents : Conditions, question);
        var verdict = EligibilityAnswer.VerdictOf(findings);
        var payment = isPublic || verdict == Verdict.NotEligible ? null : HolderShare.Of(rules, PaymentOf(question));
        return new EligibilityAnswer
        {
            Verdict = verdict,
            Findings = payment is null ? findings : [.. findings, .. payment.Findings],
            Registration = registration,
            Following = registration is null ? null : question.Certification.Following(registration),
            Amounts = payment?.Amounts,
        };
    }

    private static PaymentQuestion PaymentOf(CpfQuestion question) => new()
    {
        OrderedOn = question.OrderedOn,
        Situation = question.Situation,
        Register = question.Registration?.Number.Register,
        IsClea = question.Certification.IsClea,
        Price = question.Price,
        Balance = question.Balance,
        TopUp = question.TopUp,
        TopUpFrom = question.TopUpFrom,
    };
}
