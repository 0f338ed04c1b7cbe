namespace CqpPortal.Domain.Eligibility.Worth;

/// <summary>Existence, recognition by branch and level on a day: table c.1 of the portal's rules.</summary>
public static class CertificationWorth
{
    public static WorthAnswer Answer(RuleBook rules, WorthQuestion question) => throw new NotImplementedException();
}
