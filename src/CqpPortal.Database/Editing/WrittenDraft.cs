using CqpPortal.Domain.Editing;

namespace CqpPortal.Database.Editing;

/// <summary>A text as it arrives, and the revision that its author had on screen; 0 for the published version.</summary>
public sealed record WrittenDraft(int EntryId, int StartedFrom, EntryText Text);
