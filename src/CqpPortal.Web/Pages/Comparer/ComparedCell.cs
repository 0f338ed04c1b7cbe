using CqpPortal.Web.Pages.Shared;

namespace CqpPortal.Web.Pages.Comparer;

/// <summary>What one certification says in one row: a mark or an answer, some words, or both.</summary>
internal sealed record ComparedCell(string Words)
{
    public Answer? Answer { get; init; }

    public Seal? Seal { get; init; }

    /// <summary>The words exist in French only.</summary>
    public bool IsFrench { get; init; }
}
