using CqpPortal.Web.Answers;

namespace CqpPortal.Web.Pages.Shared;

/// <summary>What replaces the certification that was asked about.</summary>
/// <param name="Former">Number or code of what is replaced.</param>
/// <param name="AskAgain">Address that asks the same question about it; null where it is no CQP that the portal answers for.</param>
internal sealed record Replacement(ReplacementPart Part, string Former, string? AskAgain)
{
    /// <summary>The portal answers for CQP only.</summary>
    public static bool IsFiche(ReplacementPart part) => part.Url.Contains("/registres/", StringComparison.Ordinal);

    /// <param name="typed">The question about what is replaced, asked again without its block.</param>
    public static Replacement Of(ReplacementPart part, string former, TypedForm typed) =>
        new(part, former, IsFiche(part) ? null : typed.With(("code", part.Code), ("block", null)).Address);

    /// <summary>What that question is answered, where it was asked.</summary>
    public Answer? Answer { get; init; }
}
