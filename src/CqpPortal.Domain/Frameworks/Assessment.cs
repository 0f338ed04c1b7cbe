namespace CqpPortal.Domain.Frameworks;

/// <summary>A test: a row of the assessment framework, with its method, its criteria and the mark to reach.</summary>
public sealed class Assessment
{
    public Assessment(int position, string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Position = position;
        Title = title;
    }

    public int Id { get; private set; }

    public int Position { get; private set; }

    public string Title { get; private set; }

    public string? Method { get; init; }

    public IReadOnlyList<string> Criteria { get; init; } = [];

    /// <summary>What must be reached, in the certifier's words.</summary>
    public string? Threshold { get; init; }
}
