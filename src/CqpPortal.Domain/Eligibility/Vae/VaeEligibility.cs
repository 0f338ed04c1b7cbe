using CqpPortal.Domain.Eligibility.Payment;

namespace CqpPortal.Domain.Eligibility.Vae;

/// <summary>Who may obtain a certification by VAE, and what the CPF pays of it: table c.5 of the portal's rules.</summary>
public static class VaeEligibility
{
    private static readonly PathIsRegisteredOnFranceVae PaysTheJury = new();
    private static readonly SilenceAdmits Silence = new();

    private static readonly ICondition<VaeQuestion>[] Conditions =
    [
        new CertificationIsInTheRncp(), new FicheOpensTheVae(), new RegistrationIsNeitherSuspendedNorWithdrawn(), new RegistrationHasTakenEffect(),
        new RegistrationIsActiveOnApplication(), new AdmissibleBeforeTheEnd(), new ExperienceIsLongEnough(),
        new FilesOfTheYearAreNotUsedUp("V6", question => question.FilesThisYear), new FilesOfTheYearAreNotUsedUp("V6-others", question => question.OtherFilesThisYear),
        Silence, PaysTheJury, new JuryFeesWereOftenLeftOut(), new CpfPaysTheVae("E1a"), new CpfPaysTheVae("E12"), new HoldersAccountIsOpen(), new PublicAgentsAskTheirEmployer(),
        new CertificationIsNotAbolished(), new ProcedureMayBeTheFormerOne(), new LeaveMayBeAsked(),
    ];

    /// <summary>Answers for the days of the question, as was right on those days.</summary>
    public static EligibilityAnswer Answer(RuleBook rules, VaeQuestion question)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(question);
        var registration = question.Certification.RegistrationOn(question.AppliesOn);
        var months = rules.InForce(Silence.Series, Silence.DayOf(question))?.Parameters.Months;
        var findings = EligibilityAnswer.Examine(rules, Conditions, question with
        {
            RncpRegistration = registration is { Number.Register: Recognition.Register.Rncp } ? registration : null,
            SilenceAdmitsOn = months is null ? null : question.ReceivedOn?.AddMonths(months.Value).AddDays(1),
        });
        var verdict = EligibilityAnswer.VerdictOf(findings);
        var payment = question.Payment is null or { Situation: Situation.PublicAgent } || verdict == Verdict.NotEligible ? null : Share(rules, question.Payment, findings);
        return new EligibilityAnswer
        {
            Verdict = verdict,
            Findings = payment is null ? findings : [.. findings, .. payment.Findings],
            Registration = registration,
            Following = registration is null ? null : question.Certification.Following(registration),
            Amounts = payment?.Amounts,
        };
    }

    /// <summary>Jury fees are part of what the CPF pays since V8; before, the holder paid them beside.</summary>
    private static HolderShare Share(RuleBook rules, VaePayment asked, List<Finding> findings)
    {
        var paysTheJury = findings.Exists(finding => finding.Rule.Series == PaysTheJury.Series);
        var share = HolderShare.Of(rules, new PaymentQuestion
        {
            OrderedOn = asked.OrderedOn,
            Situation = asked.Situation,
            Register = Recognition.Register.Rncp,
            IsVae = true,
            Price = asked.Price + (paysTheJury ? asked.JuryFee ?? 0 : 0),
            Balance = asked.Balance,
        });
        return paysTheJury || share.Amounts.HolderPays is not { } pays
            ? share
            : share with { Amounts = share.Amounts with { HolderPays = pays + (asked.JuryFee ?? 0) } };
    }
}
