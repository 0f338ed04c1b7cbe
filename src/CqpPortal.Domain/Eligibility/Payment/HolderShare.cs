namespace CqpPortal.Domain.Eligibility.Payment;

/// <summary>What the holder pays on the day of the order: table c.4 of the portal's rules.</summary>
internal sealed record HolderShare(Amounts Amounts, IReadOnlyList<Finding> Findings)
{
    private static readonly FlatContribution Contribution = new();
    private static readonly CapInTheRs Cap = new();

    private static readonly ICondition<PaymentQuestion>[] Conditions =
    [
        Contribution, new ContributionMayRise("P5"), new ContributionMayRise("P6"), Cap, new NoCapInTheRncp(), new NoCapOnVae(), new TopUpsAreNotCapped(),
    ];

    public static HolderShare Of(RuleBook rules, PaymentQuestion question)
    {
        var findings = EligibilityAnswer.Examine(rules, Conditions, question);
        var contribution = findings.Find(finding => finding.Rule.Series == Contribution.Series);
        var cap = findings.Find(finding => finding.Rule.Series == Cap.Series);
        if (contribution is null) return new HolderShare(new Amounts(), findings);
        var amounts = new Amounts
        {
            Contribution = contribution.Outcome == FindingOutcome.NotMet ? 0 : contribution.Rule.Parameters.Amount,
            Cap = cap?.Outcome == FindingOutcome.Met ? cap.Rule.Parameters.Cap : null,
        };
        return new HolderShare(
            question is { Price: { } price, Balance: { } balance } ? amounts.Share(price, balance, question.TopUp ?? 0) : amounts, findings);
    }
}
