namespace CqpPortal.Domain.Eligibility.Cpf;

/// <summary>Who may use the CPF for a certification, and what they pay: tables c.3 and c.4 of the portal's rules.</summary>
public static class CpfEligibility
{
    /// <summary>Answers for the days of the question, as was right on those days.</summary>
    public static EligibilityAnswer Answer(RuleBook rules, CpfQuestion question) => throw new NotImplementedException();
}
