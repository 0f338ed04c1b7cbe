using CqpPortal.Domain.Eligibility;

namespace CqpPortal.Web.Pages.Guide;

/// <summary>What a fact of the guide rests on, and when it was checked.</summary>
/// <param name="Text">Articles and decrees, as the law is quoted: in French.</param>
/// <param name="Rule">The dated rule that says it, where one does.</param>
internal sealed record Basis(string Text, DatedRule? Rule = null)
{
    /// <summary>The day on which the facts of the guide were last read again in their sources.</summary>
    public static readonly DateOnly CheckedOn = new(2026, 11, 24);

    public static Basis Of(DatedRule rule) => new(rule.LegalBasis, rule);
}
