namespace CqpPortal.Domain.Editing;

/// <summary>A row of the assessment framework: a test, how it is done, what is looked at (one criterion a line) and what must be reached.</summary>
public sealed record AssessmentRow(string Id, string Title)
{
    public string Method { get; init; } = "";

    public string Criteria { get; init; } = "";

    public string Threshold { get; init; } = "";
}
