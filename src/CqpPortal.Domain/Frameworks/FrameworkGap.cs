namespace CqpPortal.Domain.Frameworks;

/// <summary>Something that one framework holds and the next does not cover.</summary>
public sealed record FrameworkGap(FrameworkGapKind Kind, string Title);
