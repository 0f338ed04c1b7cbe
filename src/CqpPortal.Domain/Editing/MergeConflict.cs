namespace CqpPortal.Domain.Editing;

/// <summary>A field that two people changed differently, or a row (a path without field) that one changed and the other took away.</summary>
/// <param name="Base">What both had started from; null where it was not there.</param>
/// <param name="Theirs">What was saved first; null where it was taken away.</param>
/// <param name="Yours">What comes second; null where it was taken away.</param>
public sealed record MergeConflict(string Path, string? Base, string? Theirs, string? Yours)
{
    /// <summary>Whether the choice is to keep a row or not.</summary>
    public bool IsRow => Theirs is null || Yours is null;
}
