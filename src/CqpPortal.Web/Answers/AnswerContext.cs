using CqpPortal.Database.Eligibility;
using CqpPortal.Domain.Certifications;
using CqpPortal.Domain.Eligibility;
using CqpPortal.Domain.Recognition;

namespace CqpPortal.Web.Answers;

/// <summary>What every answer needs: the rules, the certification and the words.</summary>
/// <param name="Site">Address of the site, without a slash at its end.</param>
internal sealed record AnswerContext(RuleBook Rules, AskedCertification Asked, Language Language, string Site)
{
    public FactWords Words { get; } = new(Language, Asked.Certification.Branches);

    public CertificationPart CertificationPart() => new(
        Asked.Certification.Slug, Asked.Certification.Title, Asked.Certification.Kind == CertificationKind.Cqpi ? "cqpi" : "cqp", Asked.Code,
        $"{Site}/certifications/{Asked.Certification.Slug}", Asked.Certification.IsDemonstration);

    public IReadOnlyList<FindingPart> FindingParts(IReadOnlyList<Finding> findings, Finding? deciding)
    {
        var parts = new FindingPart[findings.Count];
        for (var place = 0; place < parts.Length; place++) parts[place] = Part(findings[place], ReferenceEquals(findings[place], deciding));
        return parts;
    }

    /// <summary>The registration that follows, else what replaces the whole certification.</summary>
    public ReplacementPart? ReplacementPart(Registration? following)
    {
        var known = Asked.Certification;
        if (following is not null) return new ReplacementPart(following.Number.ToString(), known.Title, $"{Site}/certifications/{known.Slug}");
        return known.Successors is [{ } successor, ..]
            ? new ReplacementPart(successor.Number?.ToString() ?? successor.Slug ?? "", successor.Title,
                successor.Slug is null ? $"{Site}/registres/{successor.Number}" : $"{Site}/certifications/{successor.Slug}")
            : null;
    }

    /// <summary>The answer on CPF or VAE in words.</summary>
    public EligibilityDocument Document(AskedQuestion question, EligibilityAnswer answer)
    {
        var replacement = ReplacementPart(answer.Following);
        return new EligibilityDocument
        {
            Certification = CertificationPart(),
            Question = question,
            Verdict = ParameterValues.Of(answer.Verdict),
            Summary = Summary(answer, replacement),
            Findings = FindingParts(answer.Findings, answer.Deciding),
            Amounts = answer.Amounts is { } amounts ? new AmountsPart
            {
                Contribution = amounts.Contribution,
                Cap = amounts.Cap,
                AccountPays = amounts.AccountPays,
                TopUp = amounts.TopUp,
                HolderPays = amounts.HolderPays,
            } : new AmountsPart(),
            Replacement = replacement,
            RulesVersion = Rules.Version,
            DataDate = Asked.Certification.DataDate,
        };
    }

    /// <summary>Verdict, the reason that decides, and what comes next.</summary>
    public string Summary(EligibilityAnswer answer, ReplacementPart? replacement)
    {
        var verdict = Words.InLanguage(answer.Verdict switch
        {
            Verdict.Eligible => new RuleText("Oui.", "Yes."),
            Verdict.EligibleUnderConditions => new RuleText("Oui, à condition.", "Yes, under conditions."),
            Verdict.NotEligible when answer.Following is not null && Asked.Number is not null && IsAboutRegistration(answer) => new RuleText("Non, pas sous ce numéro.", "No, not under that number."),
            Verdict.NotEligible => new RuleText("Non.", "No."),
            _ => new RuleText("Nous ne pouvons pas répondre.", "We cannot answer."),
        });
        var reason = Reason(answer);
        var next = answer switch
        {
            { Verdict: Verdict.Eligible or Verdict.EligibleUnderConditions, Amounts.HolderPays: { } pays } =>
                " " + Words.InLanguage(new RuleText($"Il vous restera {Words.Euros(pays)} à payer.", $"You will have {Words.Euros(pays)} left to pay.")),
            { Verdict: Verdict.NotEligible, Deciding.MetFrom: { } day } =>
                " " + Words.InLanguage(new RuleText($"Ce sera possible à partir du {Words.Date(day)}.", $"It will be possible from {Words.Date(day)}.")),
            { Verdict: Verdict.NotEligible } when replacement is not null && IsAboutRegistration(answer) =>
                " " + Words.InLanguage(new RuleText($"Voyez ce qui la remplace : {replacement.Code}.", $"See what replaces it: {replacement.Code}.")),
            _ => "",
        };
        return $"{verdict} {reason}{next}";
    }

    /// <summary>The reason that decides.</summary>
    public string Reason(EligibilityAnswer answer) => answer.Deciding is { } deciding ? Words.Text(deciding) : Words.InLanguage(new RuleText(
        "Aucune règle que le portail connaît ne s’applique à ce jour-là.", "No rule that the portal knows applies on that day."));

    /// <summary>What replaces a certification helps where its registration is what refuses.</summary>
    private static bool IsAboutRegistration(EligibilityAnswer answer) =>
        answer.Registration is null || (answer.Deciding is { Bearing: Bearing.Required } deciding && deciding.Facts.Any(fact => fact.Name is FactName.Registration or FactName.LastDay));

    private FindingPart Part(Finding finding, bool decides)
    {
        var facts = Words.Facts(finding);
        return new FindingPart
        {
            Rule = finding.Rule.Id,
            Outcome = ParameterValues.Of(finding.Outcome),
            Text = Words.Text(finding, facts),
            LegalBasis = finding.Rule.LegalBasis,
            Source = finding.Rule.Source,
            EffectiveFrom = finding.Rule.Period.From,
            EffectiveUntil = finding.Rule.Period.Until,
            MetFrom = finding.MetFrom,
            Confidence = ParameterValues.Of(finding.Rule.Confidence),
            Decides = decides,
            Facts = facts,
        };
    }
}
