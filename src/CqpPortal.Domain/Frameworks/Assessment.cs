namespace CqpPortal.Domain.Frameworks;

/// <summary>A test: a row of the assessment framework, with its method, its criteria and the mark to reach.</summary>
public sealed class Assessment
{
    public Assessment(int order, string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Order = order;
        Title = title;
    }

    public int Id { get; private set; }

    public int Order { get; private set; }

    public string Title { get; private set; }

    public string? Method { get; init; }

    public IReadOnlyList<string> Criteria { get; init; } = [];

    /// <summary>What must be reached, in the certifier's words.</summary>
    public string? Threshold { get; init; }
}
