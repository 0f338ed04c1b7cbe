namespace CqpPortal.Domain.Editing;

/// <summary>One line of a pasted table, the activity carried down from above.</summary>
/// <param name="Line">From 1, as the person counts them.</param>
public sealed record PastedRow(int Line, string Activity, string Skill, string Block, string Assessment)
{
    /// <summary>What to do about it; null where the line is understood.</summary>
    public Message? Problem { get; init; }
}
