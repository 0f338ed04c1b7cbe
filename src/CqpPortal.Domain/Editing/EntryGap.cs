using CqpPortal.Domain.Frameworks;

namespace CqpPortal.Domain.Editing;

/// <summary>A row that nothing covers.</summary>
/// <param name="Row">Its path, such as <c>skill/k3f9</c>; empty for the entry as a whole.</param>
/// <param name="Place">Its number among the rows of its kind, from 1.</param>
public sealed record EntryGap(FrameworkGapKind Kind, string Row, int Place, string Title);
