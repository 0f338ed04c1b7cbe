using CqpPortal.Domain.Editing;

namespace CqpPortal.Database.Editing;

/// <summary>What became of a text that somebody saved.</summary>
public abstract record DraftSaved
{
    private DraftSaved()
    {
    }

    /// <summary>It is the draft now.</summary>
    /// <param name="Text">The draft, with what others had changed meanwhile.</param>
    /// <param name="ByOthers">What that was; empty where nobody had.</param>
    public sealed record Kept(int Revision, EntryText Text, IReadOnlyList<FieldChange> ByOthers) : DraftSaved;

    /// <summary>It is kept apart until its author decides.</summary>
    /// <param name="Id">Of the <see cref="SetAsideDraft"/>.</param>
    /// <param name="IsInReview">The draft is closed to changes; else somebody changed the same fields.</param>
    public sealed record SetAside(int Id, bool IsInReview) : DraftSaved;
}
