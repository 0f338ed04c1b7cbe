namespace CqpPortal.Domain.Eligibility.Ways;

/// <summary>Every way to prepare a certification, by audience: table c.6 of the portal's rules.</summary>
public static class WaysToPrepare
{
    /// <returns>Each way once, in the order of <see cref="Way"/>.</returns>
    public static IReadOnlyList<WayAnswer> Answer(RuleBook rules, WaysQuestion question) => throw new NotImplementedException();
}
