namespace CqpPortal.Database.Frameworks;

/// <summary>A certification that tasks told in somebody's own words lead to.</summary>
/// <param name="Total">How many skills it has in all.</param>
/// <param name="Met">Those that a task names, as its framework orders them.</param>
public sealed record SkillsOfTasks(string Slug, string Title, bool IsDemonstration, int Total, IReadOnlyList<MetSkill> Met);

/// <param name="Task">Place of the task that names it best, from 0.</param>
public sealed record MetSkill(string Title, int Task);
