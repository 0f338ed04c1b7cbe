namespace CqpPortal.Domain.Frameworks;

/// <summary>An activity of the trade: a row of the activity framework (L. 6113-1).</summary>
public sealed class Activity
{
    public Activity(int position, string title, string? description = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        Position = position;
        Title = title;
        Description = description;
    }

    public int Id { get; private set; }

    public int Position { get; private set; }

    public string Title { get; private set; }

    public string? Description { get; private set; }
}
