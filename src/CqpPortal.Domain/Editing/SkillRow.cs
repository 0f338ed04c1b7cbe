namespace CqpPortal.Domain.Editing;

/// <summary>A row of the skills framework, linked to the rows of the others by their identifiers.</summary>
public sealed record SkillRow(string Id, string Title)
{
    /// <summary>Empty while the skill stands in no block.</summary>
    public string Block { get; init; } = "";

    public IReadOnlyList<string> Activities { get; init; } = [];

    public IReadOnlyList<string> Assessments { get; init; } = [];

    public bool IsTransversal { get; init; }

    /// <summary>One a line.</summary>
    public string Knowledge { get; init; } = "";
}
